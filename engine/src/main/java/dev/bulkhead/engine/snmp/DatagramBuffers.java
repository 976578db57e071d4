package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

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
        show(size);
        return true;
    }

    /**
     * Receives one datagram from a channel that is not connected and does not block.
     *
     * @return who sent it, null if there was none; it is in {@link #received}
     */
    @Nullable SocketAddress receiveFrom(DatagramChannel channel) throws IOException {
        in.clear();
        SocketAddress from = channel.receive(in);
        show(in.position());
        return from;
    }

    private void show(int size) {
        in.get(0, octets, 0, size);
        received.position(0).limit(size);
    }

    /** Sends a datagram over a connected channel. */
    void send(DatagramChannel channel, byte[] message) throws IOException {
        channel.write(outgoing(message));
    }

    /** Sends a datagram over a channel that is not connected. */
    void sendTo(DatagramChannel channel, byte[] message, SocketAddress to) throws IOException {
        channel.send(outgoing(message), to);
    }

    private ByteBuffer outgoing(byte[] message) {
        return message.length > USUAL_REQUEST
                ? ByteBuffer.wrap(message)
                : out.clear().put(message).flip();
    }
}
