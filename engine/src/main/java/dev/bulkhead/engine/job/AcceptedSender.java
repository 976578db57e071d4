package dev.bulkhead.engine.job;

import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whose certificate a listener takes, and what it calls the sender: a row of
 * snmpTlstmCertToTSNTable (RFC 6353 §7).
 */
public sealed interface AcceptedSender {
    /** The longest security name that access control takes (RFC 3415 §4), in octets. */
    int MAX_NAME_OCTETS = 32;

    /**
     * The sender's security name; empty: the first subjectAltName of its certificate that is a mail
     * address, a DNS name or an IP address (snmpTlstmCertSANAny), else its common name.
     */
    Optional<String> securityName();

    /** The sender with this certificate, whatever else the certificate says. */
    record Pinned(Fingerprint fingerprint, Optional<String> securityName)
            implements AcceptedSender {
        public Pinned {
            requireUsable(securityName);
        }
    }

    /**
     * All that an authority vouches for with certificates that are valid today.
     *
     * @param authority its X.509 certificate in DER
     */
    record VouchedFor(OctetString authority, Optional<String> securityName)
            implements AcceptedSender {
        public VouchedFor {
            requireUsable(securityName);
        }
    }

    private static void requireUsable(Optional<String> securityName) {
        if (securityName.isPresent() && !isUsable(securityName.get())) {
            throw new IllegalArgumentException(
                    "a security name has 1 to " + MAX_NAME_OCTETS + " octets");
        }
    }

    /** Whether a security name is neither empty nor too long. */
    static boolean isUsable(String securityName) {
        int octets = securityName.getBytes(StandardCharsets.UTF_8).length;
        return octets > 0 && octets <= MAX_NAME_OCTETS;
    }
}
