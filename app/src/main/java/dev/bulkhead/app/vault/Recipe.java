package dev.bulkhead.app.vault;

import dev.bulkhead.engine.job.CertificateIdentity;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.PeerTrust;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.tsm.CertificateFiles;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the user gave to make a credential of. */
public sealed interface Recipe {
    /**
     * Makes the credential; blocks where files are to be read.
     *
     * @throws dev.bulkhead.engine.tsm.CertificateFileException if a certificate or key cannot be
     *     read
     */
    Credential credential();

    /** A community or user, complete in itself. */
    record Plain(Credential credential) implements Recipe {
        public Plain {
            if (credential instanceof Credential.Tsm) {
                throw new IllegalArgumentException("a certificate is kept as the files it is in");
            }
        }
    }

    /**
     * Certificates, by the files they are in, so that a renewed one is taken at its next use.
     *
     * @param identity our certificate, PEM or PKCS#12
     * @param key the key's file, if it is another
     * @param password of the key, if it has one
     * @param trusted certificates of authorities or of agents
     * @param fingerprint of the agent's certificate
     * @param peerName the name the agent's certificate must bear; empty: the host that was asked
     */
    record Certificates(
            Path identity,
            Optional<Path> key,
            Optional<Secret> password,
            List<Path> trusted,
            Optional<Fingerprint> fingerprint,
            Optional<String> peerName,
            String contextName,
            Optional<OctetString> contextEngineId)
            implements Recipe {
        public Certificates {
            trusted = List.copyOf(trusted);
        }

        @Override
        public Credential credential() {
            CertificateIdentity ours = CertificateFiles.identity(identity, key, password);
            List<OctetString> authorities = new ArrayList<>();
            trusted.forEach(file -> authorities.addAll(CertificateFiles.certificates(file)));
            return new Credential.Tsm(
                    ours,
                    new PeerTrust(authorities, fingerprint, peerName),
                    contextName,
                    contextEngineId);
        }
    }
}
