package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * Room for one datagram each way, shared by all channels of a loop. The direct buffers spare Java
 * the search for one of its own at each call. On the loop's thread.
 */
final class DatagramBuffers {
    private static final int MAX_DATAGRAM = 65_535;
    private static final int USUAL_REQUEST = 2_048;

    private final ByteBuffer in = ByteBuffer.allocateDirect(MAX_DATAGRAM);
    private final ByteBuffer out = ByteBuffer.allocateDirect(USUAL_REQUEST);
    private final byte[] octets = new byte[MAX_DATAGRAM];
    private final ByteBuffer received = ByteBuffer.wrap(octets);

    /** An array for one datagram. */
    static ByteBuffer newBuffer() {
        return ByteBuffer.allocate(MAX_DATAGRAM);
    }

    /** The array that {@link #receive} fills. */
    ByteBuffer received() {
        return received;
    }

    /**
     * Receives one datagram from a connected channel that does not block.
     *
     * @return whether there was one, with octets; it is in {@link #received} then
     */
    boolean receive(DatagramChannel channel) throws IOException {
        in.clear();
        int size = channel.read(in);
        if (size <= 0) {
            return false;
        }
        in.get(0, octets, 0, size);
        received.position(0).limit(size);
        return true;
    }

    /** Sends a datagram over a connected channel. */
    void send(DatagramChannel channel, byte[] message) throws IOException {
        if (message.length > USUAL_REQUEST) {
            channel.write(ByteBuffer.wrap(message));
            return;
        }
        out.clear();
        out.put(message).flip();
        channel.write(out);
    }
}
