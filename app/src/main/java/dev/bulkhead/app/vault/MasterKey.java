package dev.bulkhead.app.vault;

import dev.bulkhead.engine.job.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a vault: 32 octets of the system's keychain, or PBKDF2-HMAC-SHA256 (RFC 8018 §5.2) of
 * a passphrase. It seals with AES-256-GCM (NIST SP 800-38D) under a key derived from it, and makes
 * a check of itself under another, by which a wrong passphrase is known from a damaged file.
 */
final class MasterKey {
    static final int OCTETS = 32;
    static final int NONCE_OCTETS = 12;
    static final int CHECK_OCTETS = 16;

    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] octets;

    MasterKey(byte[] octets) {
        this.octets = octets.clone();
    }

    static MasterKey fresh() {
        return new MasterKey(random(OCTETS));
    }

    static MasterKey of(Secret passphrase, byte[] salt, int iterations) {
        PBEKeySpec spec =
                new PBEKeySpec(
                        passphrase.reveal().toCharArray(), salt, iterations, OCTETS * Byte.SIZE);
        try {
            SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
            return new MasterKey(factory.generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2 with SHA-256", e);
        } finally {
            spec.clearPassword();
        }
    }

    static byte[] random(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        return octets;
    }

    /** What tells this key from others and gives nothing of it away. */
    byte[] check() {
        return Arrays.copyOf(derived("bulkhead vault check"), CHECK_OCTETS);
    }

    boolean hasCheck(byte[] check) {
        return MessageDigest.isEqual(check, check());
    }

    /** Seals, and vouches for a header that stays readable. */
    byte[] seal(byte[] plain, byte[] nonce, byte[] header) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, nonce, header).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-256-GCM", e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws GeneralSecurityException if the key is another, or one bit of either is
     */
    byte[] open(byte[] sealed, byte[] nonce, byte[] header) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, nonce, header).doFinal(sealed);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec key = new SecretKeySpec(derived("bulkhead vault seal"), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        return cipher;
    }

    private byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(octets, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    /** A copy, for the keychain; the caller wipes it. */
    byte[] copy() {
        return octets.clone();
    }

    /** Forgets the key. */
    void wipe() {
        Arrays.fill(octets, (byte) 0);
    }

    @Override
    public String toString() {
        return "***";
    }
}
