package dev.bulkhead.engine.snmp;

/** Keys or certificates cannot be used; the message says why, for the user. */
final class UnusableCredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableCredentialException(Throwable cause) {
        super("the certificates or the key cannot be used: " + cause.getMessage(), cause);
    }
}
