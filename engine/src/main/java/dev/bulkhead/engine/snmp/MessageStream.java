package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts a stream of octets into SNMP messages, which follow one another; each tells its own length
 * (RFC 3430 §2.1, X.690 §8.1.3).
 *
 * <p>Limits: a message of {@value #MAX_MESSAGE} octets unless told otherwise, 16 times what fits
 * into a datagram; one that claims more, or does not begin like an SNMP message, is the end, for
 * nobody knows where the next begins.
 */
final class MessageStream {
    /** Takes one message; its buffer is its own. */
    interface Receiver {
        void message(ByteBuffer message);
    }

    private static final int MAX_MESSAGE = 1 << 20;
    private static final int SEQUENCE = 0x30;

    /** What is kept for a message to come, in octets; more is given back. */
    private static final int ROOM = 16 * 1024;

    private static final byte[] NOTHING = {};

    private final Receiver receiver;
    private final int longest;
    private byte[] kept = NOTHING;
    private int count;

    MessageStream(Receiver receiver) {
        this(receiver, MAX_MESSAGE);
    }

    /**
     * Makes one.
     *
     * @param longest the octets a message may have, its header not counted
     */
    MessageStream(Receiver receiver, int longest) {
        this.receiver = receiver;
        this.longest = longest;
    }

    /** Whether the beginning of a message is here and its end is not. */
    boolean hasBegun() {
        return count > 0;
    }

    /** Takes all of a piece of the stream; keeps the beginning of a message for the next piece. */
    void take(ByteBuffer piece) throws IOException {
        if (count + piece.remaining() > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(count + piece.remaining(), kept.length * 2));
        }
        int got = piece.remaining();
        piece.get(kept, count, got);
        count += got;
        int from = 0;
        int length = messageLength(kept, from, count, longest);
        while (length > 0 && length <= count - from) {
            byte[] message = Arrays.copyOfRange(kept, from, from + length);
            from += length;
            receiver.message(ByteBuffer.wrap(message));
            length = messageLength(kept, from, count - from, longest);
        }
        count -= from;
        System.arraycopy(kept, from, kept, 0, count);
        if (count == 0 && kept.length > ROOM) {
            kept = NOTHING;
        }
    }

    /**
     * The length of the message that begins there, header included; 0 if too little is there to
     * tell.
     *
     * @throws ProtocolException if it is no SNMP message or too long
     */
    static int messageLength(byte[] octets, int from, int count) throws ProtocolException {
        return messageLength(octets, from, count, MAX_MESSAGE);
    }

    private static int messageLength(byte[] octets, int from, int count, int longest)
            throws ProtocolException {
        if (count == 0) {
            return 0;
        }
        if (octets[from] != SEQUENCE) {
            throw new ProtocolException("what it sent is no SNMP message");
        }
        if (count == 1) {
            return 0;
        }
        int first = octets[from + 1] & 0xFF;
        if (first < 0x80) {
            return 2 + first;
        }
        int lengthOctets = first & 0x7F;
        if (lengthOctets == 0 || lengthOctets > 4) {
            throw new ProtocolException("the length of its message cannot be read");
        }
        if (count < 2 + lengthOctets) {
            return 0;
        }
        long length = 0;
        for (int i = 0; i < lengthOctets; i++) {
            length = (length << 8) | (octets[from + 2 + i] & 0xFF);
        }
        if (length > longest) {
            throw new ProtocolException("its message claims to be " + length + " octets long");
        }
        return (int) length + 2 + lengthOctets;
    }
}
