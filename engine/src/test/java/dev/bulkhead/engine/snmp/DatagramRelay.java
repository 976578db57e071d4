package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Target;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Stands before an agent and loses datagrams, counted from 1 in each direction. */
final class DatagramRelay implements AutoCloseable {
    final AtomicInteger lost = new AtomicInteger();

    private final DatagramSocket front = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final DatagramSocket back = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Target agent;
    private volatile @Nullable SocketAddress manager;

    DatagramRelay(Target agent, IntPredicate loseRequest, IntPredicate loseAnswer)
            throws IOException {
        this.agent = agent;
        back.connect(new InetSocketAddress(agent.host(), agent.port()));
        Thread.ofPlatform().daemon().name("relay-to").start(() -> carry(front, back, loseRequest));
        Thread.ofPlatform().daemon().name("relay-from").start(() -> carry(back, front, loseAnswer));
    }

    /** The way through the relay, with a first flight of 100 ms. */
    Target target() {
        return new Target(
                agent.transport(),
                "127.0.0.1",
                front.getLocalPort(),
                agent.credential(),
                Duration.ofMillis(300),
                9);
    }

    private void carry(DatagramSocket from, DatagramSocket to, IntPredicate loses) {
        byte[] buffer = new byte[65_535];
        try {
            for (int number = 1; true; number++) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                from.receive(packet);
                if (from.equals(front)) {
                    manager = packet.getSocketAddress();
                }
                if (loses.test(number)) {
                    lost.incrementAndGet();
                } else if (to.equals(back)) {
                    to.send(new DatagramPacket(buffer, packet.getLength()));
                } else {
                    to.send(new DatagramPacket(buffer, packet.getLength(), manager));
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    @Override
    public void close() {
        front.close();
        back.close();
    }
}
