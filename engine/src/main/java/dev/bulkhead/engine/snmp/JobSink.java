package dev.bulkhead.engine.snmp;

/** Where a job's results and counts go. */
record JobSink(Counts counts, JobOutput output) {}
