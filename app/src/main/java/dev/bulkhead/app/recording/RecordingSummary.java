package dev.bulkhead.app.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A recording in a line.
 *
 * @param name what it is called
 * @param device whom it is of, {@code host:port}; "" if it does not say
 * @param started when its first reading began
 * @param span from there to the last reading
 * @param passes its readings
 * @param gaps readings that failed
 * @param values of all readings
 * @param octets of its files
 * @param state what is going on with it
 * @param detail where it answers, or what is wrong; "" for nothing
 */
public record RecordingSummary(
        String name,
        String device,
        Optional<Instant> started,
        Duration span,
        int passes,
        int gaps,
        long values,
        long octets,
        State state,
        String detail) {
    /** What is going on. */
    public enum State {
        /** It is being looked at. */
        READING,
        /** It lies there. */
        STORED,
        /** It grows. */
        RECORDING,
        /** Its device is about to answer. */
        STARTING,
        /** Its device answers. */
        REPLAYING,
        /** It cannot be read. */
        BROKEN
    }

    RecordingSummary in(State now, String why) {
        return new RecordingSummary(
                name, device, started, span, passes, gaps, values, octets, now, why);
    }
}
