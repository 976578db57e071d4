/**
 * What no single module can show: architecture rules, agreement with net-snmp, processes seen from
 * outside, the window's journeys, hostile inputs, real MIB collections, benchmarks.
 */
package dev.bulkhead.tests;
