package dev.bulkhead.engine.job;

import java.util.List;

/**
 * What a listener over TLS and DTLS needs (RFC 6353).
 *
 * @param identity who it is to its senders
 * @param accepted the first that fits a sender's certificate and yields a name decides; a sender
 *     that none fits is refused, and its fingerprint told, to be compared and pinned
 */
public record ListenCertificates(CertificateIdentity identity, List<AcceptedSender> accepted) {
    public ListenCertificates {
        accepted = List.copyOf(accepted);
    }
}
