package dev.bulkhead.app.netsnmp;

import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.tsm.CertificateFileException;
import dev.bulkhead.engine.tsm.CertificateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * net-snmp's store of certificates: {@code tls/certs}, {@code tls/ca-certs} and {@code tls/private}
 * in each of its folders. They are named by a fingerprint, by a file, or by a file's name without
 * its ending.
 */
final class CertificateStore {
    private static final List<String> PLACES = List.of("tls/certs", "tls/ca-certs", "tls/newcerts");
    private static final List<String> ENDINGS = List.of("", ".crt", ".pem", ".der", ".cer");

    private final ConfFolders folders;
    private final BiConsumer<Setting, String> remark;

    CertificateStore(ConfFolders folders, BiConsumer<Setting, String> remark) {
        this.folders = folders;
        this.remark = remark;
    }

    /** A credential of certificates; empty if one of them is not found, which is remarked upon. */
    Optional<Recipe.Certificates> recipe(Setting local, Settings settings) {
        Optional<Path> ours = found(local, Token.LOCAL_CERT);
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        List<Path> trusted = new ArrayList<>();
        for (Setting each : settings.trusted()) {
            found(each, Token.TRUST_CERT).ifPresent(trusted::add);
        }
        Optional<Fingerprint> peer = settings.get(Token.PEER_CERT).flatMap(this::peer);
        if (settings.get(Token.PEER_CERT).isPresent() && peer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Recipe.Certificates(
                        ours.get(),
                        key(ours.get()),
                        Optional.empty(),
                        trusted,
                        peer,
                        Optional.empty(),
                        settings.text(Token.DEF_CONTEXT).orElse(""),
                        Optional.empty()));
    }

    private Optional<Fingerprint> peer(Setting setting) {
        Optional<Fingerprint> given = fingerprint(setting.text());
        return given.isPresent()
                ? given
                : found(setting, Token.PEER_CERT)
                        .map(file -> CertificateFiles.certificates(file).getFirst())
                        .map(octets -> Fingerprint.of(Fingerprint.Hash.SHA_256, octets.bytes()));
    }

    private static Optional<Fingerprint> fingerprint(String text) {
        try {
            return Optional.of(Fingerprint.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> found(Setting setting, Token token) {
        Optional<Path> file =
                fingerprint(setting.text())
                        .map(this::byFingerprint)
                        .orElseGet(() -> byName(setting.text()));
        if (file.isEmpty()) {
            remark.accept(
                    setting,
                    token.spelling()
                            + " is not taken: no certificate of that name or fingerprint is in"
                            + " net-snmp's tls folders");
        }
        return file;
    }

    private Optional<Path> byName(String name) {
        List<Path> places = new ArrayList<>();
        for (Path folder : folders.folders()) {
            PLACES.forEach(place -> places.add(folder.resolve(place)));
        }
        try {
            if (Path.of(name).isAbsolute()) {
                places.add(Path.of(name));
            }
            for (Path place : places.reversed()) {
                for (String ending : ENDINGS) {
                    Path file = place.resolve(name + ending);
                    if (Files.isRegularFile(file) && isCertificate(file)) {
                        return Optional.of(file);
                    }
                }
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Path> byFingerprint(Fingerprint wanted) {
        for (Path folder : folders.folders()) {
            for (String place : PLACES) {
                try (DirectoryStream<Path> files =
                        Files.newDirectoryStream(folder.resolve(place), Files::isRegularFile)) {
                    for (Path file : files) {
                        if (isCertificate(file) && wanted.isOf(first(file))) {
                            return Optional.of(file);
                        }
                    }
                } catch (IOException e) {
                    // Most of these folders are not there.
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] first(Path file) {
        return CertificateFiles.certificates(file).getFirst().bytes();
    }

    private static boolean isCertificate(Path file) {
        try {
            return !CertificateFiles.certificates(file).isEmpty();
        } catch (CertificateFileException e) {
            return false;
        }
    }

    /** {@code private/NAME.key} beside the folder of {@code certs/NAME.crt}. */
    private static Optional<Path> key(Path certificate) {
        String plain = String.valueOf(certificate.getFileName()).replaceFirst("\\.[^.]*$", "");
        for (Path folder : List.of(Path.of("../private"), Path.of("."))) {
            for (String ending : List.of(".key", ".pem")) {
                Path key = certificate.resolveSibling(folder).resolve(plain + ending).normalize();
                if (Files.isReadable(key) && !key.equals(certificate)) {
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }
}
