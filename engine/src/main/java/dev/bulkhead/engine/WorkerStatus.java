package dev.bulkhead.engine;

import dev.bulkhead.engine.notification.ListenCounts;
import java.time.Duration;
import java.util.Optional;

/**
 * A job's worker process at one moment.
 *
 * @param pid its process id
 * @param state in a word: {@code starting}, {@code running}, {@code restarting}, {@code ended}
 * @param residentBytes resident memory, where the system tells
 * @param cpuTime used since its start, where the system tells
 * @param requests requests sent by this job, all its workers together, retries not counted
 * @param timeouts requests without an answer, likewise
 * @param retries requests sent again, likewise
 * @param restarts how often the job's worker was replaced
 * @param listen what became of notifications, all workers together
 */
public record WorkerStatus(
        long pid,
        String state,
        Optional<Long> residentBytes,
        Optional<Duration> cpuTime,
        long requests,
        long timeouts,
        long retries,
        int restarts,
        ListenCounts listen) {}
