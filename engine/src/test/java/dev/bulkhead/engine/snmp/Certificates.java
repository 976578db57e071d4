package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.CertificateIdentity;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.PeerTrust;
import dev.bulkhead.engine.tsm.CertificateFiles;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The certificates of {@code src/test/resources}, which its README explains. */
final class Certificates {
    static final String PASSWORD = "changeit";

    private Certificates() {}

    static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(
                                    Certificates.class.getResource("../certificates/" + name), name)
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static CertificateIdentity identity(String name) {
        return CertificateFiles.identity(
                file(name + ".crt"), Optional.of(file(name + ".key")), Optional.empty());
    }

    static PeerTrust authority() {
        return new PeerTrust(
                CertificateFiles.certificates(file("authority.crt")),
                Optional.empty(),
                Optional.empty());
    }

    static PeerTrust pin(Fingerprint fingerprint) {
        return new PeerTrust(List.of(), Optional.of(fingerprint), Optional.empty());
    }

    static Credential.Tsm manager() {
        return credential("manager", authority());
    }

    static Credential.Tsm credential(String identity, PeerTrust trust) {
        return new Credential.Tsm(identity(identity), trust, "", Optional.empty());
    }
}
