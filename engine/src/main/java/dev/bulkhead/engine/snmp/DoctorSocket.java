package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The socket of a doctor: connected, so that ICMP's port unreachable is heard. One thread; {@link
 * #close} may come from another and ends a {@link #receive}.
 */
final class DoctorSocket implements AutoCloseable {
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket;
    private final byte[] buffer = new byte[LARGEST];

    /** One that is not connected yet. */
    DoctorSocket() throws IOException {
        socket = new DatagramSocket();
    }

    /**
     * Finds the way to a peer.
     *
     * @return the address of this machine that the peer will see
     * @throws IOException if there is no way
     */
    String connect(InetSocketAddress peer) throws IOException {
        socket.connect(peer);
        return socket.getLocalAddress().getHostAddress();
    }

    void send(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length));
    }

    /** The next datagram that comes before a moment of the monotonic clock. Blocks. */
    Optional<byte[]> receive(long untilNanos) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
        if (left <= 0) {
            return Optional.empty();
        }
        socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, left));
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOf(buffer, packet.getLength()));
    }

    @Override
    public void close() {
        socket.close();
    }
}
