package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.Failure.NoSecureSession.Reason;
import java.security.cert.CertificateException;

/** A peer's certificate is not good enough, and why. */
final class UntrustedPeerException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    UntrustedPeerException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}
