package dev.bulkhead.app.netsnmp;

/**
 * What was not taken, or needs a word.
 *
 * @param message says why, and has no secret
 */
public record Remark(Place place, String message) {
    /** {@code FILE:LINE: MESSAGE}. */
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
