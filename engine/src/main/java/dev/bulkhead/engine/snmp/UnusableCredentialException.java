package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.Failure;

/** Keys or certificates cannot be used; the message says why, for the user. */
final class UnusableCredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableCredentialException(Throwable cause) {
        super("the certificates or the key cannot be used: " + cause.getMessage(), cause);
    }

    Failure failure() {
        return new Failure.LocalProblem(
                String.valueOf(getMessage()),
                "Give certificates and a key that Java can read (RSA, EC, EdDSA).");
    }
}
