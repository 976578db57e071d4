package dev.bulkhead.engine.tsm;

/**
 * A file does not hold what it should; the message says which file, what is wrong and what to do.
 */
public final class CertificateFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CertificateFileException(String message) {
        super(message);
    }

    CertificateFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
