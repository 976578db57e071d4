package dev.bulkhead.engine.supervisor;

import java.time.Duration;
import java.util.Optional;

/**
 * What a process takes of its machine.
 *
 * @param residentBytes resident memory
 * @param cpuTime user and system time since its start
 * @param cpuLoad of late, in cores: 0.5 is half of one
 */
public record ProcessUsage(
        Optional<Long> residentBytes, Optional<Duration> cpuTime, Optional<Double> cpuLoad) {
    /** Not asked yet, or the system does not tell. */
    public static final ProcessUsage UNKNOWN =
            new ProcessUsage(Optional.empty(), Optional.empty(), Optional.empty());
}
