package dev.bulkhead.app.naming;

/** A name that no loaded module defines; the message says so and names the nearest known ones. */
public final class UnknownNameException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnknownNameException(String message) {
        super(message);
    }
}
