package dev.bulkhead.tests.faults;

import java.util.Arrays;

/**
 * A message of SNMPv3 with the User-based Security Model (RFC 3412 §6, RFC 3414 §2.4).
 *
 * @param octets the whole message
 * @param digestAt where its digest stands
 * @param payload the scoped PDU, or the OCTET STRING with it encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record V3Message(
        byte[] octets,
        int id,
        int flags,
        byte[] engineId,
        int boots,
        int time,
        byte[] user,
        int digestAt,
        byte[] digest,
        byte[] salt,
        byte[] payload) {
    static final int AUTH = 1;
    static final int PRIV = 2;

    static V3Message read(byte[] octets) {
        BerCursor message = new BerCursor(octets).enter();
        message.integer();
        BerCursor header = message.enter();
        int id = header.integer();
        header.integer();
        int flags = header.octetString()[0];
        BerCursor security = message.enter().enter();
        byte[] engineId = security.octetString();
        int boots = security.integer();
        int time = security.integer();
        byte[] user = security.octetString();
        byte[] digest = security.octetString();
        int digestAt = security.position() - digest.length;
        byte[] salt = security.octetString();
        byte[] payload = message.element();
        return new V3Message(
                octets, id, flags, engineId, boots, time, user, digestAt, digest, salt, payload);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** What the digest is made of: the message with zeros in the digest's place. */
    byte[] withoutDigest() {
        byte[] zeroed = octets.clone();
        Arrays.fill(zeroed, digestAt, digestAt + digest.length, (byte) 0);
        return zeroed;
    }
}
