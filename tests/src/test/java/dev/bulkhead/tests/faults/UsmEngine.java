package dev.bulkhead.tests.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The authoritative engine of an agent (RFC 3414) with one user, of HMAC-SHA-1-96 and AES-128 (RFC
 * 3826). Its faults are in {@link Security}.
 */
final class UsmEngine {
    static final String USER = "rig";
    static final String AUTH_PASSPHRASE = "authpass12";
    static final String PRIV_PASSPHRASE = "privpass12";

    private static final int WINDOW = 150;
    private static final int DIGEST = 12;
    private static final int PASSPHRASE_OCTETS = 1_048_576;
    private static final int START = 1000;

    private final String authPassphrase;
    private final String privPassphrase;
    private byte[] id;
    private byte[] authKey = {};
    private byte[] privKey = {};
    private int boots;
    private double speed = 1;
    private long startNanos = System.nanoTime();
    private long startSeconds = START;
    private long lastSalt;

    UsmEngine(byte[] id, int boots, String authPassphrase, String privPassphrase) {
        this.authPassphrase = authPassphrase;
        this.privPassphrase = privPassphrase;
        this.boots = boots;
        this.id = id;
        rename(id);
    }

    /** An engine with the usual passphrases. */
    UsmEngine(byte[] id, int boots) {
        this(id, boots, AUTH_PASSPHRASE, PRIV_PASSPHRASE);
    }

    /** An engine ID in text (RFC 3411 §5). */
    static byte[] idOf(String text) {
        return Ber.join(Ber.octets(0x80, 0, 0x1F, 0x88, 4), text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] id() {
        return id.clone();
    }

    void rename(byte[] other) {
        id = other.clone();
        authKey = localized(authPassphrase);
        privKey = Arrays.copyOf(localized(privPassphrase), 16);
    }

    void boots(int other) {
        boots = other;
    }

    /** The clock shows another time and runs at another speed from now on. */
    void clock(long seconds, double other) {
        startNanos = System.nanoTime();
        startSeconds = seconds;
        speed = other;
    }

    int time() {
        return (int) (startSeconds + (System.nanoTime() - startNanos) / 1e9 * speed);
    }

    private byte[] localized(String passphrase) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-1");
            byte[] octets = passphrase.getBytes(StandardCharsets.UTF_8);
            byte[] long1 = new byte[PASSPHRASE_OCTETS];
            for (int i = 0; i < long1.length; i++) {
                long1[i] = octets[i % octets.length];
            }
            byte[] key = hash.digest(long1);
            hash.update(key);
            hash.update(id);
            return hash.digest(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What this engine objects to in a message (RFC 3414 §3.2). */
    Optional<UsmReport> objection(V3Message message) {
        if (!Arrays.equals(message.engineId(), id)) {
            return Optional.of(UsmReport.UNKNOWN_ENGINE_IDS);
        }
        if (!new String(message.user(), StandardCharsets.UTF_8).equals(USER)) {
            return Optional.of(UsmReport.UNKNOWN_USER_NAMES);
        }
        if (!message.has(V3Message.AUTH) || !message.has(V3Message.PRIV)) {
            return Optional.of(UsmReport.UNSUPPORTED_SEC_LEVELS);
        }
        if (!Arrays.equals(digest(message.withoutDigest()), message.digest())) {
            return Optional.of(UsmReport.WRONG_DIGESTS);
        }
        boolean timely =
                boots != Integer.MAX_VALUE
                        && message.boots() == boots
                        && Math.abs(message.time() - time()) <= WINDOW;
        return timely ? Optional.empty() : Optional.of(UsmReport.NOT_IN_TIME_WINDOWS);
    }

    /** The scoped PDU of a message. */
    byte[] plain(V3Message message) {
        if (!message.has(V3Message.PRIV)) {
            return message.payload();
        }
        byte[] encrypted = new BerCursor(message.payload()).octetString();
        byte[] iv = iv(message.boots(), message.time(), message.salt());
        return crypt(Cipher.DECRYPT_MODE, iv, encrypted);
    }

    /** The PDU of a request; empty if it cannot be read with this user's key. */
    Optional<Pdu> open(V3Message message) {
        try {
            byte[] scoped = plain(message);
            BerCursor inside = new BerCursor(scoped).enter();
            inside.octetString();
            inside.octetString();
            return Optional.of(Pdu.read(inside));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private byte[] digest(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authKey, "HmacSHA1"));
            return Arrays.copyOf(mac.doFinal(message), DIGEST);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] iv(int boots, int time, byte[] salt) {
        return ByteBuffer.allocate(16).putInt(boots).putInt(time).put(salt).array();
    }

    private byte[] crypt(int mode, byte[] iv, byte[] octets) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CFB/NoPadding");
            cipher.init(mode, new SecretKeySpec(privKey, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The scoped PDU with the engine's own context. */
    byte[] scoped(Pdu pdu) {
        return Ber.sequence(Ber.element(Ber.OCTET_STRING, id), Ber.text(""), pdu.octets());
    }

    /** A message to the user, with digest and encrypted where the flags say so. */
    byte[] message(int messageId, int flags, byte[] scoped) {
        int now = time();
        byte[] salt = {};
        byte[] payload = scoped;
        if ((flags & V3Message.PRIV) != 0) {
            salt = ByteBuffer.allocate(8).putLong(++lastSalt).array();
            byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, iv(boots, now, salt), scoped);
            payload = Ber.element(Ber.OCTET_STRING, encrypted);
        }
        boolean signed = (flags & V3Message.AUTH) != 0;
        byte[] security =
                Ber.sequence(
                        Ber.element(Ber.OCTET_STRING, id),
                        Ber.integer(boots),
                        Ber.integer(now),
                        Ber.text(USER),
                        Ber.element(Ber.OCTET_STRING, new byte[signed ? DIGEST : 0]),
                        Ber.element(Ber.OCTET_STRING, salt));
        byte[] header =
                Ber.sequence(
                        Ber.integer(messageId),
                        Ber.integer(65_507),
                        Ber.element(Ber.OCTET_STRING, Ber.octets(flags)),
                        Ber.integer(3));
        byte[] message =
                Ber.sequence(
                        Ber.integer(3), header, Ber.element(Ber.OCTET_STRING, security), payload);
        if (signed) {
            byte[] digest = digest(message);
            System.arraycopy(digest, 0, message, V3Message.read(message).digestAt(), DIGEST);
        }
        return message;
    }

    /**
     * A message that was changed, with the digest that is right for it; as it is where its digest
     * cannot be found any more.
     *
     * @param before the digest that it had
     */
    byte[] signedAgain(byte[] changed, byte[] before) {
        for (int at = 0; at + DIGEST <= changed.length; at++) {
            if (Arrays.equals(changed, at, at + DIGEST, before, 0, DIGEST)) {
                byte[] message = changed.clone();
                Arrays.fill(message, at, at + DIGEST, (byte) 0);
                System.arraycopy(digest(message), 0, message, at, DIGEST);
                return message;
            }
        }
        return changed;
    }

    /** A report; one on the time window is authenticated, as it must be to be believed. */
    byte[] report(V3Message on, UsmReport report, int requestId) {
        Pdu.Variable counter = Pdu.Variable.of(report.counter(), Ber.unsigned(Ber.COUNTER_32, 1));
        Pdu pdu = new Pdu(Pdu.REPORT, requestId, 0, 0, List.of(counter));
        int flags = report == UsmReport.NOT_IN_TIME_WINDOWS ? V3Message.AUTH : 0;
        return message(on.id(), flags, scoped(pdu));
    }
}
