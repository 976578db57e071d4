/** Devices recorded and replayed, in real time and with net-snmp's eyes. */
package dev.bulkhead.tests.recording;
