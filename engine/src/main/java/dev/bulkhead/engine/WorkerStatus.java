package dev.bulkhead.engine;

import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.StrayCounts;
import java.time.Duration;
import java.util.Optional;

/**
 * A job's worker process at one moment. Memory and CPU are asked for in the background, about once
 * a second while somebody looks: the first look finds them unknown.
 *
 * @param pid its process id
 * @param state in a word: {@code starting}, {@code running}, {@code restarting}, {@code ended}
 * @param residentBytes resident memory, where the system tells
 * @param cpuTime used since its start, where the system tells
 * @param cpuLoad cores used of late: 0.5 is half of one; known from the second second on
 * @param requests requests sent by this job, all its workers together, retries not counted
 * @param requestsPerSecond over the last five seconds, retries not counted
 * @param timeouts requests without an answer, likewise
 * @param retries requests sent again, likewise
 * @param strays messages received that answered nothing, likewise
 * @param queued samples and notifications that wait in the worker to be handed over
 * @param restarts how often the job's worker was replaced
 * @param listen what became of notifications, all workers together
 */
public record WorkerStatus(
        long pid,
        String state,
        Optional<Long> residentBytes,
        Optional<Duration> cpuTime,
        Optional<Double> cpuLoad,
        long requests,
        Optional<Double> requestsPerSecond,
        long timeouts,
        long retries,
        StrayCounts strays,
        int queued,
        int restarts,
        ListenCounts listen) {}
