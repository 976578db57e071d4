package dev.bulkhead.engine.job;

import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The hash of a certificate (SnmpTLSFingerprint, RFC 6353 §7).
 *
 * @param digest as many octets as the hash has
 */
public record Fingerprint(Hash hash, OctetString digest) {
    /**
     * The hashes that can still be trusted, and SHA-1, which net-snmp makes unless told otherwise.
     */
    public enum Hash {
        SHA_1("SHA-1", 2, 20),
        SHA_224("SHA-224", 3, 28),
        SHA_256("SHA-256", 4, 32),
        SHA_384("SHA-384", 5, 48),
        SHA_512("SHA-512", 6, 64);

        private final String jcaName;
        private final int number;
        private final int length;

        /**
         * @param number in IANA's registry of TLS HashAlgorithms (RFC 5246 §12)
         */
        Hash(String jcaName, int number, int length) {
            this.jcaName = jcaName;
            this.number = number;
            this.length = length;
        }
    }

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    public Fingerprint {
        if (digest.length() != hash.length) {
            throw new IllegalArgumentException(
                    "%d octets are no %s".formatted(digest.length(), hash.jcaName));
        }
    }

    /** That of a certificate in DER. */
    public static Fingerprint of(Hash hash, byte[] certificate) {
        try {
            byte[] digest = MessageDigest.getInstance(hash.jcaName).digest(certificate);
            return new Fingerprint(hash, new OctetString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + hash.jcaName, e);
        }
    }

    /**
     * Reads hexadecimal octets with or without colons: a hash alone, as {@code openssl x509
     * -fingerprint} and net-snmp print it, or with the octet of SnmpTLSFingerprint before it that
     * numbers the hash.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Fingerprint parse(String text) {
        String hex = text.strip().replace(":", "").toLowerCase(Locale.ROOT);
        byte[] octets = HexFormat.of().parseHex(hex);
        for (Hash hash : Hash.values()) {
            if (octets.length == hash.length) {
                return new Fingerprint(hash, new OctetString(octets));
            }
            if (octets.length == hash.length + 1 && octets[0] == hash.number) {
                byte[] digest = Arrays.copyOfRange(octets, 1, octets.length);
                return new Fingerprint(hash, new OctetString(digest));
            }
        }
        throw new IllegalArgumentException(
                octets.length + " octets are no fingerprint of SHA-1 (20) or SHA-256 (32)");
    }

    /** Whether a certificate in DER has it. */
    public boolean isOf(byte[] certificate) {
        return equals(of(hash, certificate));
    }

    /** {@code SHA-256 AB:CD:...}. */
    @Override
    public String toString() {
        return hash.jcaName + " " + COLONS.formatHex(digest.bytes());
    }
}
