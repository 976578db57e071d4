/**
 * Writing to agents, through the window's view models: 50 scenarios against the simulator and a
 * real {@code snmpd}, each with its way back.
 */
package dev.bulkhead.tests.change;
