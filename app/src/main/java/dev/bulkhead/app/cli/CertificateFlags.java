package dev.bulkhead.app.cli;

import dev.bulkhead.engine.job.AcceptedSender;
import dev.bulkhead.engine.job.CertificateIdentity;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.ListenCertificates;
import dev.bulkhead.engine.job.PeerTrust;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.tsm.CertificateFileException;
import dev.bulkhead.engine.tsm.CertificateFiles;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code -T NAME=VALUE}, as net-snmp has it, for TLS and DTLS: {@code our_identity}, {@code
 * their_identity}, {@code their_hostname} and {@code trust_cert}, with files where net-snmp also
 * takes names of its own store; and {@code our_key} and {@code key_password}.
 */
final class CertificateFlags {
    private static final Set<String> NAMES =
            Set.of(
                    "our_identity",
                    "our_key",
                    "key_password",
                    "their_identity",
                    "their_hostname",
                    "trust_cert");

    private final Arguments arguments;
    private final SecretReader secrets;

    CertificateFlags(Arguments arguments, SecretReader secrets) {
        this.arguments = arguments;
        this.secrets = secrets;
    }

    /** Who asks, and whom to trust. */
    Credential.Tsm credential(String contextName, Optional<OctetString> contextEngineId)
            throws UsageException {
        checkNames();
        try {
            return new Credential.Tsm(identity(), trust(), contextName, contextEngineId);
        } catch (CertificateFileException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Who a listener is, and whom it takes: each {@code their_identity} and then each {@code
     * trust_cert}, with the security name after a last {@code =} if it is not the certificate's.
     */
    ListenCertificates listen() throws UsageException {
        checkNames();
        if (value("their_hostname").isPresent()) {
            throw new UsageException(
                    "-T their_hostname is for agents; whom listen takes, their_identity and"
                            + " trust_cert say");
        }
        List<AcceptedSender> accepted = new ArrayList<>();
        try {
            for (String theirs : values("their_identity")) {
                Named named = Named.of(theirs);
                accepted.add(new AcceptedSender.Pinned(fingerprint(named.text()), named.name()));
            }
            for (String trusted : values("trust_cert")) {
                Named named = Named.of(trusted);
                for (OctetString each : CertificateFiles.certificates(file(named.text()))) {
                    accepted.add(new AcceptedSender.VouchedFor(each, named.name()));
                }
            }
            return new ListenCertificates(identity(), accepted);
        } catch (CertificateFileException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * A value, and the security name that may follow it; a file may have a {@code =} in its name.
     */
    private record Named(String text, Optional<String> name) {
        static Named of(String value) throws UsageException {
            int equals = value.lastIndexOf('=');
            if (equals < 0 || Files.exists(file(value))) {
                return new Named(value, Optional.empty());
            }
            String name = value.substring(equals + 1);
            if (!AcceptedSender.isUsable(name)) {
                throw new UsageException(
                        "the security name in -T ...=%s has not 1 to %d octets"
                                .formatted(name, AcceptedSender.MAX_NAME_OCTETS));
            }
            return new Named(value.substring(0, equals), Optional.of(name));
        }
    }

    private void checkNames() throws UsageException {
        for (String given : arguments.all("-T")) {
            int equals = given.indexOf('=');
            if (equals < 0 || !NAMES.contains(given.substring(0, equals))) {
                throw new UsageException(
                        "-T needs NAME=VALUE with one of "
                                + String.join(", ", NAMES.stream().sorted().toList()));
            }
        }
    }

    private List<String> values(String name) {
        String begin = name + "=";
        return arguments.all("-T").stream()
                .filter(given -> given.startsWith(begin))
                .map(given -> given.substring(begin.length()))
                .toList();
    }

    private Optional<String> value(String name) {
        List<String> all = values(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private CertificateIdentity identity() throws UsageException {
        Path file =
                file(
                        value("our_identity")
                                .orElseThrow(() ->
                                        new UsageException(
                                                "TLS and DTLS need our certificate and its key:"
                                                        + " -T our_identity=FILE (PEM or PKCS#12)")));
        Optional<String> given = value("our_key");
        Optional<Path> key = given.isPresent() ? Optional.of(file(given.get())) : keyBeside(file);
        Path locked = key.orElse(file);
        Optional<Secret> password =
                CertificateFiles.needsPassword(locked)
                        ? Optional.of(
                                secrets.read(
                                        "password of " + locked,
                                        "-T key_password=",
                                        value("key_password")))
                        : Optional.empty();
        return CertificateFiles.identity(file, key, password);
    }

    /** Where net-snmp keeps the key of {@code certs/NAME.crt}: {@code private/NAME.key}. */
    private static Optional<Path> keyBeside(Path certificate) {
        String name = String.valueOf(certificate.getFileName());
        if (!name.endsWith(".crt")) {
            return Optional.empty();
        }
        String key = name.substring(0, name.length() - ".crt".length()) + ".key";
        Path folder = certificate.toAbsolutePath().normalize().getParent();
        return folder == null
                ? Optional.empty()
                : List.of(folder.resolve(key), folder.resolveSibling("private").resolve(key))
                        .stream()
                        .filter(Files::isReadable)
                        .findFirst();
    }

    private PeerTrust trust() throws UsageException {
        List<OctetString> authorities = new ArrayList<>();
        for (String trusted : values("trust_cert")) {
            authorities.addAll(CertificateFiles.certificates(file(trusted)));
        }
        Optional<String> theirs = value("their_identity");
        return new PeerTrust(
                authorities,
                theirs.isEmpty() ? Optional.empty() : Optional.of(fingerprint(theirs.get())),
                value("their_hostname"));
    }

    /** Of hexadecimal digits, or of the first certificate of a file. */
    private static Fingerprint fingerprint(String text) throws UsageException {
        if (text.matches("[0-9a-fA-F:]+") && !Files.exists(file(text))) {
            try {
                return Fingerprint.parse(text);
            } catch (IllegalArgumentException e) {
                throw new UsageException("-T their_identity: " + e.getMessage());
            }
        }
        OctetString certificate = CertificateFiles.certificates(file(text)).getFirst();
        return Fingerprint.of(Fingerprint.Hash.SHA_256, certificate.bytes());
    }

    private static Path file(String text) throws UsageException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("-T names no file with \"" + text + "\"");
        }
    }
}
