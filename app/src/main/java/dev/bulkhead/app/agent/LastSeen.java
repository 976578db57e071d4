package dev.bulkhead.app.agent;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * How a device was when it was asked last.
 *
 * @param when empty if it was never asked
 */
public record LastSeen(State state, Optional<Instant> when) {
    /** Nobody asked it yet. */
    public static final LastSeen NEVER = new LastSeen(State.NEVER, Optional.empty());

    /** What came of it. */
    public enum State {
        NEVER,
        ANSWERED,
        SILENT
    }

    /** {@code answered 2026-01-01T00:00:00Z}, as the file has it. */
    String text() {
        return when.map(at -> state.name().toLowerCase(Locale.ROOT) + " " + at).orElse("");
    }

    static LastSeen parse(String text) {
        String[] parts = text.split(" ", 2);
        try {
            return parts.length == 2
                    ? new LastSeen(
                            State.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                            Optional.of(Instant.parse(parts[1])))
                    : NEVER;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return NEVER;
        }
    }
}
