package dev.bulkhead.app.flight;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbers that follow from a text and a key that nobody else has (HMAC-SHA-256, RFC 2104). One
 * thread at a time.
 */
final class SecretHash {
    static final int KEY_OCTETS = 32;

    private final Mac mac;

    /** With a key of its own; the key is kept nowhere else. */
    SecretHash(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** With a new random key, which is forgotten with it. */
    static SecretHash random() {
        byte[] key = new byte[KEY_OCTETS];
        new SecureRandom().nextBytes(key);
        return new SecretHash(key);
    }

    /** 32 octets that belong to this content. */
    byte[] of(String kind, byte[] content, int salt) {
        mac.update(kind.getBytes(StandardCharsets.UTF_8));
        mac.update(
                ByteBuffer.allocate(9).put((byte) 0).putInt(salt).putInt(content.length).array());
        return mac.doFinal(content);
    }

    /** A number in {@code 0..bound-1}. */
    int below(int bound, String kind, byte[] content, int salt) {
        long wide = ByteBuffer.wrap(of(kind, content, salt)).getLong() >>> 1;
        return (int) (wide % bound);
    }
}
