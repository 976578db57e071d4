package dev.bulkhead.app.cli;

/** Nobody reads our output any more, as behind {@code | head}: time to end, and no fault. */
final class ClosedOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClosedOutputException(Throwable cause) {
        super(cause);
    }
}
