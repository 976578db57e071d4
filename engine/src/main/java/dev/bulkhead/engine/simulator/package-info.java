/**
 * Simulated agents: a switch and a server whose numbers move, and replay of {@code .snmprec}
 * recordings. Start reading at {@link dev.bulkhead.engine.simulator.Simulator}, then {@code
 * DeviceFactory} and {@code Port}.
 *
 * <p>Imports SNMP4J and snmp4j-agent, {@code engine.job} and {@code mibs.smi}; never {@code
 * engine.snmp}, so that the two can test each other. A few receive threads serve all devices; a
 * device's monitor is held for a whole request.
 *
 * <p>Every counter is a closed function of a device's up time, in integers, and the time stands
 * still within a request. So nothing has to run for a device that nobody asks, a thousand devices
 * cost little, and BULKHEAD-DEMO-MIB can tell the exact truth that a manager's rates are checked
 * against.
 */
@NullMarked
package dev.bulkhead.engine.simulator;

import org.jspecify.annotations.NullMarked;
