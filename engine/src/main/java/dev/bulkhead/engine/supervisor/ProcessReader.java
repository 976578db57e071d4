package dev.bulkhead.engine.supervisor;

import java.time.Duration;
import java.util.Optional;

/** Asks the system about a process. One thread. */
interface ProcessReader {
    /** What it says; empty if there is no such process. May block for milliseconds. */
    Optional<Reading> read(long pid);

    /** One answer. */
    record Reading(long residentBytes, Duration cpuTime) {}
}
