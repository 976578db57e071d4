package dev.bulkhead.mibs.display;

import java.util.Optional;

/** A DISPLAY-HINT, parsed (RFC 2579 §3.1). Immutable. */
public final class DisplayHint {
    private DisplayHint() {}

    /** Parses the hint's text; empty if the text is not a legal hint. */
    public static Optional<DisplayHint> parse(String text) {
        throw new UnsupportedOperationException();
    }

    /**
     * Whether this is an integer hint ({@code d}, {@code d-2}, {@code x}, {@code o}, {@code b}).
     */
    public boolean isNumeric() {
        throw new UnsupportedOperationException();
    }

    /** An octet string as the hint says; only for hints that are not numeric. */
    public String format(byte[] octets) {
        throw new UnsupportedOperationException();
    }

    /** A number as the hint says; only for numeric hints. */
    public String format(long number) {
        throw new UnsupportedOperationException();
    }

    /**
     * Text back to octets; empty if it does not fit the hint. Only for hints that are not numeric.
     */
    public Optional<byte[]> parseOctets(String text) {
        throw new UnsupportedOperationException();
    }

    /** Text back to a number; empty if it does not fit the hint. Only for numeric hints. */
    public Optional<Long> parseNumber(String text) {
        throw new UnsupportedOperationException();
    }
}
