package dev.bulkhead.engine.job;

import org.jspecify.annotations.Nullable;

/**
 * A community or passphrase. Its text is never part of {@code toString}, so no log, exception or
 * debugger view shows it by accident.
 *
 * <p>Says itself what is equal, as the credentials do: what a record would do by default is put
 * together from method handles when it is first asked, which takes a fresh worker twenty
 * milliseconds and half a megabyte.
 */
public record Secret(String reveal) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret(String text) && text.equals(reveal);
    }

    @Override
    public int hashCode() {
        return reveal.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
