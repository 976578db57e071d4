package dev.bulkhead.tests.change;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between manager and agent, and loses the answer to each SET. */
final class LossyRelay implements AutoCloseable {
    private static final int SET_REQUEST = 0xA3;
    private static final int PAUSE_MILLIS = 300;

    private final DatagramSocket front;
    private final InetSocketAddress agent;
    private final AtomicInteger sets = new AtomicInteger();

    private LossyRelay(int agentPort) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        front = new DatagramSocket(new InetSocketAddress(loopback, 0));
        agent = new InetSocketAddress(loopback, agentPort);
    }

    static LossyRelay before(int agentPort) throws IOException {
        LossyRelay relay = new LossyRelay(agentPort);
        Thread.ofVirtual().name("lossy-relay").start(relay::run);
        return relay;
    }

    int port() {
        return front.getLocalPort();
    }

    /** How many SETs came by. */
    int sets() {
        return sets.get();
    }

    private void run() {
        byte[] buffer = new byte[65_535];
        try {
            while (true) {
                DatagramPacket request = new DatagramPacket(buffer, buffer.length);
                front.receive(request);
                byte[] bytes = Arrays.copyOf(buffer, request.getLength());
                relay(bytes, request.getSocketAddress());
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void relay(byte[] request, SocketAddress manager) throws IOException {
        boolean set = isSet(request);
        try (DatagramSocket back = new DatagramSocket()) {
            back.setSoTimeout(PAUSE_MILLIS * 10);
            back.send(new DatagramPacket(request, request.length, agent));
            byte[] answer = new byte[65_535];
            DatagramPacket packet = new DatagramPacket(answer, answer.length);
            back.receive(packet);
            if (set) {
                sets.incrementAndGet();
            } else {
                front.send(new DatagramPacket(answer, packet.getLength(), manager));
            }
        }
    }

    /** Looks past version and community (RFC 1901 §3). */
    private static boolean isSet(byte[] message) {
        int at = message[1] < 0 ? 2 + (message[1] & 0x7F) : 2;
        at += 2 + message[at + 1];
        at += 2 + message[at + 1];
        return (message[at] & 0xFF) == SET_REQUEST;
    }

    @Override
    public void close() {
        front.close();
    }
}
