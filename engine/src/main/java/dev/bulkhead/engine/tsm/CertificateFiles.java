package dev.bulkhead.engine.tsm;

import dev.bulkhead.engine.job.CertificateIdentity;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecretOctets;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Certificates and keys from files: PEM (RFC 7468) with any number of certificates and a key, which
 * may be PKCS#8, encrypted or not, or OpenSSL's older forms for RSA and EC; DER certificates; and
 * PKCS#12. Which it is shows in the file itself. Errors never quote a file.
 */
public final class CertificateFiles {
    /** 64 times what a chain with its key needs. */
    private static final long MAX_OCTETS = 1 << 20;

    private CertificateFiles() {}

    /**
     * The certificates of a file.
     *
     * @throws CertificateFileException if it cannot be read or has none
     */
    public static List<OctetString> certificates(Path file) {
        return encoded(decoded(file, octets(file)));
    }

    /**
     * Whether {@link #identity} needs a password for a file.
     *
     * @throws CertificateFileException if it cannot be read
     */
    public static boolean needsPassword(Path file) {
        byte[] octets = octets(file);
        return PemFile.isPem(octets)
                ? new PemFile(octets).has("ENCRYPTED PRIVATE KEY")
                : isPkcs12(octets);
    }

    /**
     * Our certificate, those above it, and its key.
     *
     * @param certificates PEM or PKCS#12
     * @param key where the key is, if not in the same file
     * @throws CertificateFileException if anything is missing, unreadable or does not belong
     *     together
     */
    public static CertificateIdentity identity(
            Path certificates, Optional<Path> key, Optional<Secret> password) {
        byte[] octets = octets(certificates);
        if (!PemFile.isPem(octets) && isPkcs12(octets)) {
            return ofPkcs12(certificates, octets, password);
        }
        List<X509Certificate> chain = new ArrayList<>(decoded(certificates, octets));
        Path keyFile = key.orElse(certificates);
        byte[] keyOctets = key.isPresent() ? octets(keyFile) : octets;
        KeyReader reader = new KeyReader(keyFile, new PemFile(keyOctets), password);
        PrivateKey read = reader.read(chain);
        for (X509Certificate certificate : chain) {
            if (KeyReader.belongTogether(read, certificate.getPublicKey())) {
                Collections.swap(chain, 0, chain.indexOf(certificate));
                return identity(chain, read);
            }
        }
        throw new CertificateFileException(
                "the key in %s does not belong to the certificate in %s"
                        .formatted(keyFile, certificates));
    }

    private static CertificateIdentity identity(List<X509Certificate> chain, PrivateKey key) {
        return new CertificateIdentity(
                encoded(chain), new SecretOctets(new OctetString(key.getEncoded())));
    }

    private static CertificateIdentity ofPkcs12(
            Path file, byte[] octets, Optional<Secret> password) {
        char[] characters = password.map(Secret::reveal).orElse("").toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(octets), characters);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, characters) instanceof PrivateKey key) {
                    List<X509Certificate> chain = new ArrayList<>();
                    for (Certificate certificate : store.getCertificateChain(alias)) {
                        chain.add((X509Certificate) certificate);
                    }
                    return identity(chain, key);
                }
            }
            throw new CertificateFileException(file + " has no private key");
        } catch (IOException | GeneralSecurityException e) {
            throw new CertificateFileException(
                    file + " cannot be opened: its password is another, or it is damaged", e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static List<X509Certificate> decoded(Path file, byte[] octets) {
        List<byte[]> blocks =
                PemFile.isPem(octets)
                        ? new PemFile(octets).blocks("CERTIFICATE")
                        : List.<byte[]>of(octets);
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] block : blocks) {
                certificates.add(
                        (X509Certificate)
                                factory.generateCertificate(new ByteArrayInputStream(block)));
            }
        } catch (CertificateException e) {
            throw new CertificateFileException(
                    file + " has no certificate that can be read: PEM or DER is expected", e);
        }
        if (certificates.isEmpty()) {
            throw new CertificateFileException(file + " has no certificate");
        }
        return certificates;
    }

    private static List<OctetString> encoded(List<X509Certificate> certificates) {
        List<OctetString> encoded = new ArrayList<>();
        try {
            for (X509Certificate certificate : certificates) {
                encoded.add(new OctetString(certificate.getEncoded()));
            }
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was decoded has its octets", e);
        }
        return encoded;
    }

    /** PFX begins with version 3 (RFC 7292 §4), a certificate with another SEQUENCE. */
    private static boolean isPkcs12(byte[] octets) {
        if (octets.length < 8 || octets[0] != 0x30) {
            return false;
        }
        int length = octets[1] & 0xFF;
        int content = length > 0x80 ? 2 + (length & 0x7F) : 2;
        return content + 2 < octets.length
                && octets[content] == 2
                && octets[content + 1] == 1
                && octets[content + 2] == 3;
    }

    private static byte[] octets(Path file) {
        try {
            if (Files.size(file) > MAX_OCTETS) {
                throw new CertificateFileException(file + " is too long for certificates");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CertificateFileException(
                    "%s cannot be read: %s"
                            .formatted(
                                    file,
                                    Files.exists(file)
                                            ? e.getClass().getSimpleName()
                                            : "there is no such file"),
                    e);
        }
    }
}
