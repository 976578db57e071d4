/**
 * An agent that is wrong in each of 94 ways, what a manager must make of it, and eight faults of
 * the manager's own side. Nothing of SNMP4J and nothing of the engine's codecs is used to make a
 * fault: {@link dev.bulkhead.tests.faults.HostileAgent} writes its octets by itself. Start reading
 * at {@link dev.bulkhead.tests.faults.Fault}, then at {@link
 * dev.bulkhead.tests.faults.FaultSuiteTest}.
 */
@NullMarked
package dev.bulkhead.tests.faults;

import org.jspecify.annotations.NullMarked;
