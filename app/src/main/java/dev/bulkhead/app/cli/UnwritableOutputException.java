package dev.bulkhead.app.cli;

/** Standard output takes no more, as on a full disk; the message says why. */
final class UnwritableOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnwritableOutputException(Throwable cause) {
        super("standard output cannot be written: " + cause.getMessage(), cause);
    }
}
