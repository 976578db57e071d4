package dev.bulkhead.app.polling;

import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * One row as it is kept from one start of the program to the next.
 *
 * @param what an instance or a formula
 * @param job rows of one number share a process
 * @param chart its place in the chart; empty if it is not there
 */
public record KeptPoll(
        PollReference whom,
        What what,
        Duration every,
        PollSettings settings,
        int job,
        OptionalInt chart) {
    /** What is polled. */
    public sealed interface What {
        /** An instance. */
        record Instance(Oid oid) implements What {}

        /** A formula, as typed, and what the user calls it. */
        record Formula(String text, String title) implements What {}
    }
}
