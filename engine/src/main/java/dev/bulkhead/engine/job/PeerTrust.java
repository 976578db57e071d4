package dev.bulkhead.engine.job;

import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.util.List;
import java.util.Optional;

/**
 * Which certificate of a peer is good (RFC 6353 §5.3.1): the one with this fingerprint, whatever
 * else it says; without a fingerprint, one that an authority vouches for, that is valid today and
 * bears the peer's name. With neither fingerprint nor authority none is, but the refusal tells the
 * fingerprint, to be compared and pinned.
 *
 * @param authorities X.509 certificates in DER: of authorities, or of peers themselves
 * @param fingerprint of the peer's own certificate
 * @param peerName the name the certificate must bear; empty: the host that was asked for
 */
public record PeerTrust(
        List<OctetString> authorities,
        Optional<Fingerprint> fingerprint,
        Optional<String> peerName) {
    public PeerTrust {
        authorities = List.copyOf(authorities);
    }
}
