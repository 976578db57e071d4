package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Stands before an agent and loses datagrams, counted from 1 in each direction. */
final class DatagramRelay implements AutoCloseable {
    private static final int ALERT = 21;

    final AtomicInteger lost = new AtomicInteger();

    private final DatagramSocket front = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final DatagramSocket back = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Target agent;
    private volatile @Nullable SocketAddress manager;
    private volatile boolean losesAlerts;

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

    /** Loses what ends a session (alerts, RFC 6347 §4.1) without counting it. */
    void loseAlerts() {
        losesAlerts = true;
    }

    /** What a sender with this credential begins a session with. */
    static byte[] firstDatagram(Credential.Tsm credential) throws IOException {
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Target target =
                    new Target(
                            Transport.DTLS,
                            "127.0.0.1",
                            receiver.getLocalPort(),
                            credential,
                            Duration.ofSeconds(5),
                            0);
            try (JobProbe sender =
                    JobProbe.start(
                            new JobSpec.Notify(target, false, 1, Listener.LINK_DOWN, List.of()))) {
                DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
                receiver.receive(packet);
                sender.jobs.cancel(sender);
                return Arrays.copyOf(packet.getData(), packet.getLength());
            }
        }
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
                boolean ends = losesAlerts && from.equals(front) && buffer[0] == ALERT;
                if (ends) {
                    continue;
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
