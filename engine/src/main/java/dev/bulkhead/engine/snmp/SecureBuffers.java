package dev.bulkhead.engine.snmp;

import java.nio.ByteBuffer;

/**
 * Room for one record of each kind, shared by all channels of a loop, for each is empty again when
 * a call returns: 1,000 sessions would otherwise need as many times 48 KiB.
 *
 * @param plain what was decrypted
 * @param outgoing what was encrypted; a record of TLS or DTLS needs at most 2^14 + 2,048 octets and
 *     a header (RFC 5246 §6.2.3), Java asks for up to twice as much
 * @param incoming a datagram
 */
record SecureBuffers(ByteBuffer plain, ByteBuffer outgoing, ByteBuffer incoming) {
    private static final int OUTGOING = 40_000;

    /** New ones, around what is there already. */
    static SecureBuffers around(ByteBuffer received) {
        return new SecureBuffers(
                received, ByteBuffer.allocate(OUTGOING), DatagramBuffers.newBuffer());
    }
}
