package dev.bulkhead.engine.snmp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;

/** Stands between a manager and an agent and changes, doubles or withholds the answers. */
final class TamperingRelay implements AutoCloseable {
    /** What comes out for an answer that goes in. */
    interface Tampering {
        List<byte[]> of(byte[] answer);
    }

    private final DatagramSocket front = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final DatagramSocket back = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final SocketAddress agent;
    private final Tampering tampering;
    private volatile SocketAddress manager;

    TamperingRelay(int agentPort, Tampering tampering) throws IOException {
        this.agent = new InetSocketAddress(InetAddress.getLoopbackAddress(), agentPort);
        this.tampering = tampering;
        this.manager = agent;
        start(front, this::ask);
        start(back, this::answer);
    }

    int port() {
        return front.getLocalPort();
    }

    private interface Step {
        void take(DatagramPacket packet) throws IOException;
    }

    private static void start(DatagramSocket socket, Step step) {
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    byte[] buffer = new byte[65_535];
                    try {
                        while (true) {
                            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                            socket.receive(packet);
                            step.take(packet);
                        }
                    } catch (SocketException e) {
                        // Closed.
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private void ask(DatagramPacket packet) throws IOException {
        manager = packet.getSocketAddress();
        back.send(new DatagramPacket(packet.getData(), packet.getLength(), agent));
    }

    private void answer(DatagramPacket packet) throws IOException {
        byte[] answer = Arrays.copyOf(packet.getData(), packet.getLength());
        for (byte[] octets : tampering.of(answer)) {
            front.send(new DatagramPacket(octets, octets.length, manager));
        }
    }

    @Override
    public void close() {
        front.close();
        back.close();
    }
}
