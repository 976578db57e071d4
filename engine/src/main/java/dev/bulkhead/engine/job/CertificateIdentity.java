package dev.bulkhead.engine.job;

import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.util.List;

/**
 * Who we are to a peer over TLS.
 *
 * @param chain X.509 certificates in DER: our own, then those that vouch for it, each by the next
 * @param privateKey of the first certificate, as PKCS#8 (RFC 5958) in DER
 */
public record CertificateIdentity(List<OctetString> chain, SecretOctets privateKey) {
    public CertificateIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an identity needs a certificate");
        }
    }
}
