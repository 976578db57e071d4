package dev.bulkhead.engine.usm;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.PrivProtocol;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The keys of the User-based Security Model (RFC 3414 A.2, §2.6). Pure functions, any thread. */
public final class KeyDerivation {
    /** RFC 3414 A.2: the passphrase is repeated to this many octets. */
    private static final int EXPANDED_OCTETS = 1 << 20;

    private static final int BLOCK_OCTETS = 4096;

    private KeyDerivation() {}

    /**
     * Ku: the digest of the passphrase repeated to 1,048,576 octets. Takes milliseconds.
     *
     * @throws IllegalArgumentException if the passphrase is empty
     */
    public static byte[] ofPassphrase(AuthProtocol protocol, byte[] passphrase) {
        if (passphrase.length == 0) {
            throw new IllegalArgumentException("the passphrase is empty");
        }
        MessageDigest digest = digest(protocol);
        byte[] block = new byte[passphrase.length * Math.max(1, BLOCK_OCTETS / passphrase.length)];
        for (int i = 0; i < block.length; i++) {
            block[i] = passphrase[i % passphrase.length];
        }
        for (int done = 0; done < EXPANDED_OCTETS; done += block.length) {
            digest.update(block, 0, Math.min(block.length, EXPANDED_OCTETS - done));
        }
        return digest.digest();
    }

    /** Kul: the digest of Ku, the engine ID, and Ku again. */
    public static byte[] localized(AuthProtocol protocol, byte[] ku, byte[] engineId) {
        MessageDigest digest = digest(protocol);
        digest.update(ku);
        digest.update(engineId);
        return digest.digest(ku);
    }

    /**
     * The localized privacy key, as long as its protocol needs it. Reeder's way of lengthening it
     * hashes a megabyte of what depends on the engine: milliseconds for each engine.
     */
    public static byte[] ofPrivacy(
            AuthProtocol auth, PrivProtocol priv, byte[] ku, byte[] engineId) {
        byte[] key = localized(auth, ku, engineId);
        byte[] last = key;
        while (key.length < priv.keyOctets()) {
            last =
                    switch (priv.extension()) {
                        case NONE, BLUMENTHAL -> digest(auth).digest(key);
                        case REEDER -> localized(auth, ofPassphrase(auth, last), engineId);
                    };
            byte[] longer = Arrays.copyOf(key, key.length + last.length);
            System.arraycopy(last, 0, longer, key.length, last.length);
            key = longer;
        }
        return Arrays.copyOf(key, priv.keyOctets());
    }

    private static MessageDigest digest(AuthProtocol protocol) {
        try {
            return MessageDigest.getInstance(protocol.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + protocol.digest(), e);
        }
    }
}
