package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Failure.NoSecureSession.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** A TLS or DTLS session could not be, or ended, for a reason that has a name. */
final class SecureSessionException extends IOException {
    private static final long serialVersionUID = 1L;

    /** How Java's TLS words the alerts of its peer; the engine tells them in no other way. */
    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

    /** Alerts that speak of our certificate, or of none (RFC 8446 §6.2). */
    private static final Set<String> ABOUT_OUR_CERTIFICATE =
            Set.of(
                    "bad_certificate",
                    "unsupported_certificate",
                    "certificate_revoked",
                    "certificate_expired",
                    "certificate_unknown",
                    "certificate_required",
                    "unknown_ca",
                    "access_denied");

    private final Reason reason;
    private final String detail;

    SecureSessionException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    /** Names what Java's TLS found. */
    static SecureSessionException of(SSLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UntrustedPeerException untrusted) {
                return new SecureSessionException(untrusted.reason(), untrusted.detail());
            }
        }
        String text = String.valueOf(e.getMessage());
        Matcher alert = ALERT.matcher(text);
        if (alert.find()) {
            return ofAlert(alert.group(1).toLowerCase(Locale.ROOT));
        }
        if (text.contains("Empty client certificate chain")) {
            return new SecureSessionException(Reason.NOT_TRUSTED, "it showed no certificate");
        }
        if (text.contains("nrecognized SSL message")) {
            return new SecureSessionException(
                    Reason.NOT_TLS, "what it sent is not TLS: it may speak plain SNMP there");
        }
        return new SecureSessionException(Reason.FAILED, text);
    }

    private static SecureSessionException ofAlert(String alert) {
        return ABOUT_OUR_CERTIFICATE.contains(alert)
                ? new SecureSessionException(
                        Reason.REFUSED_OURS, "it refused our certificate: " + alert)
                : new SecureSessionException(Reason.FAILED, "it broke the handshake off: " + alert);
    }

    Failure failure(String agent) {
        return new Failure.NoSecureSession(agent, reason, detail);
    }
}
