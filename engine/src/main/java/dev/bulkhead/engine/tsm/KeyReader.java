package dev.bulkhead.engine.tsm;

import dev.bulkhead.engine.job.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A private key from PEM. */
final class KeyReader {
    private static final byte[] VERSION_0 = {2, 1, 0};

    private final Path file;
    private final PemFile pem;
    private final Optional<Secret> password;

    KeyReader(Path file, PemFile pem, Optional<Secret> password) {
        this.file = file;
        this.pem = pem;
        this.password = password;
    }

    /**
     * Reads the key.
     *
     * @param chain tells of what algorithm the key is, which older forms do not say
     */
    PrivateKey read(List<X509Certificate> chain) {
        if (pem.isEncryptedTheOldWay()) {
            throw new CertificateFileException(
                    "the key in %s is encrypted in OpenSSL's old way: convert it with openssl pkcs8 -topk8 -in %s"
                            .formatted(file, file));
        }
        PublicKey publicKey = chain.getFirst().getPublicKey();
        try {
            return KeyFactory.getInstance(publicKey.getAlgorithm())
                    .generatePrivate(pkcs8(publicKey));
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateFileException(
                    "the key in %s cannot be read as one of %s, which the certificate has"
                            .formatted(file, publicKey.getAlgorithm()),
                    e);
        }
    }

    private PKCS8EncodedKeySpec pkcs8(PublicKey publicKey)
            throws IOException, GeneralSecurityException {
        Optional<byte[]> plain = pem.block("PRIVATE KEY");
        if (plain.isPresent()) {
            return new PKCS8EncodedKeySpec(plain.get());
        }
        Optional<byte[]> locked = pem.block("ENCRYPTED PRIVATE KEY");
        if (locked.isPresent()) {
            return unlocked(new EncryptedPrivateKeyInfo(locked.get()));
        }
        byte[] older =
                pem.block("RSA PRIVATE KEY")
                        .or(() -> pem.block("EC PRIVATE KEY"))
                        .orElseThrow(() ->
                                new CertificateFileException(
                                        file
                                                + " has no private key; give the file that has it with"
                                                + " -T our_key=FILE"));
        return new PKCS8EncodedKeySpec(wrapped(older, publicKey));
    }

    private PKCS8EncodedKeySpec unlocked(EncryptedPrivateKeyInfo info) throws IOException {
        char[] characters = password.map(Secret::reveal).orElse("").toCharArray();
        PBEKeySpec spec = new PBEKeySpec(characters);
        try {
            AlgorithmParameters parameters = info.getAlgParameters();
            // Of PBES2 (RFC 8018) only the parameters know the ciphers, and only their text tells.
            String name =
                    info.getAlgName().equals("PBES2") ? parameters.toString() : info.getAlgName();
            Cipher cipher = Cipher.getInstance(name);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(name).generateSecret(spec),
                    parameters);
            return info.getKeySpec(cipher);
        } catch (GeneralSecurityException e) {
            throw new CertificateFileException(
                    "the key in %s cannot be decrypted: the password is another, or it is damaged"
                            .formatted(file),
                    e);
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }

    /**
     * PKCS#8 (RFC 5958 §2) around a key of PKCS#1 or SEC 1: version, algorithm, key. The algorithm,
     * with its curve, is the certificate's (RFC 5280 §4.1.2.7).
     */
    private static byte[] wrapped(byte[] key, PublicKey publicKey) {
        byte[] info = publicKey.getEncoded();
        int algorithm = contentOf(info, 0);
        int end = contentOf(info, algorithm) + lengthOf(info, algorithm);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION_0);
        content.write(info, algorithm, end - algorithm);
        content.writeBytes(der(4, key));
        return der(0x30, content.toByteArray());
    }

    private static int contentOf(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        return at + 2 + (first > 0x80 ? first & 0x7F : 0);
    }

    private static int lengthOf(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = at + 2; i < contentOf(der, at); i++) {
            length = length << 8 | (der[i] & 0xFF);
        }
        return length;
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    /** Whether what one signs the other verifies. */
    static boolean belongTogether(PrivateKey key, PublicKey publicKey) {
        String algorithm =
                switch (publicKey.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> publicKey.getAlgorithm();
                };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(VERSION_0);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(VERSION_0);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
