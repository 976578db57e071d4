package dev.bulkhead.engine.job;

/**
 * A community or passphrase. Its text is never part of {@code toString}, so no log, exception or
 * debugger view shows it by accident.
 */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
