package dev.bulkhead.engine.job;

/**
 * USM privacy protocols: DES (RFC 3414 §8), AES-128 (RFC 3826), and those that stayed drafts: 3DES
 * (draft-reeder-snmpv3-usm-3desede) and longer AES keys (draft-blumenthal-aes-usm).
 *
 * <p>A digest may be shorter than the key they need. AES-192 and AES-256 lengthen it as Blumenthal
 * wrote; the variants that net-snmp marks with a C, as Cisco and most vendors do, in Reeder's way.
 */
public enum PrivProtocol {
    DES("DES", 16, Extension.NONE),
    TRIPLE_DES("3DES", 32, Extension.REEDER),
    AES_128("AES", 16, Extension.NONE),
    AES_192("AES-192", 24, Extension.BLUMENTHAL),
    AES_256("AES-256", 32, Extension.BLUMENTHAL),
    AES_192_C("AES-192-C", 24, Extension.REEDER),
    AES_256_C("AES-256-C", 32, Extension.REEDER);

    /** How a localized key that is too short is made longer. */
    public enum Extension {
        /** No digest is too short. */
        NONE,
        /** The digest of all there is so far is appended. */
        BLUMENTHAL,
        /** The last key made is taken for a passphrase, and its localized key appended. */
        REEDER
    }

    private final String flag;
    private final int keyOctets;
    private final Extension extension;

    PrivProtocol(String flag, int keyOctets, Extension extension) {
        this.flag = flag;
        this.keyOctets = keyOctets;
        this.extension = extension;
    }

    /** As net-snmp's {@code -x} spells it. */
    public String flag() {
        return flag;
    }

    /** Octets of its key, salt included. */
    public int keyOctets() {
        return keyOctets;
    }

    public Extension extension() {
        return extension;
    }
}
