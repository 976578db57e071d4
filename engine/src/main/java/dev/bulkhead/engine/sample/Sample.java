package dev.bulkhead.engine.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one target answered to one round of a job: a response of a walk, some rows of a table, a
 * round of a poll.
 *
 * @param target the target's place in the job's list, 0-based
 * @param round the poll's round, 0-based and counted on across restarts of the worker; 0 for jobs
 *     that are no polls
 * @param time when the answer came, by the wall clock
 * @param roundTrip from the last sending of the request to its answer
 * @param upTimeTicks the agent's sysUpTime in the same response, where it was asked along
 * @param engineBoots how often the agent's SNMPv3 engine was started (RFC 3414 §2.2.2), where an
 *     authentic message said so: it grows with every restart
 * @param varBinds in the order asked (get, poll) or given (walk); empty if there is a failure
 * @param failure why there is no answer
 */
public record Sample(
        int target,
        long round,
        Instant time,
        Duration roundTrip,
        Optional<Long> upTimeTicks,
        Optional<Long> engineBoots,
        List<VarBind> varBinds,
        Optional<Failure> failure) {
    public Sample {
        varBinds = List.copyOf(varBinds);
    }

    /** A sample of an agent that does not count its starts. */
    public Sample(
            int target,
            long round,
            Instant time,
            Duration roundTrip,
            Optional<Long> upTimeTicks,
            List<VarBind> varBinds,
            Optional<Failure> failure) {
        this(target, round, time, roundTrip, upTimeTicks, Optional.empty(), varBinds, failure);
    }
}
