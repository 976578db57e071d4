package dev.bulkhead.engine.job;

/** USM authentication protocols: RFC 3414 §6, §7 and, from SHA-224 on, RFC 7860. */
public enum AuthProtocol {
    MD5("MD5", "MD5", 16),
    SHA_1("SHA", "SHA-1", 20),
    SHA_224("SHA-224", "SHA-224", 28),
    SHA_256("SHA-256", "SHA-256", 32),
    SHA_384("SHA-384", "SHA-384", 48),
    SHA_512("SHA-512", "SHA-512", 64);

    private final String flag;
    private final String digest;
    private final int digestOctets;

    AuthProtocol(String flag, String digest, int digestOctets) {
        this.flag = flag;
        this.digest = digest;
        this.digestOctets = digestOctets;
    }

    /** As net-snmp's {@code -a} spells it. */
    public String flag() {
        return flag;
    }

    /** The hash it is built on, as Java's {@code MessageDigest} names it. */
    public String digest() {
        return digest;
    }

    /** Octets of that hash, and of a localized key. */
    public int digestOctets() {
        return digestOctets;
    }
}
