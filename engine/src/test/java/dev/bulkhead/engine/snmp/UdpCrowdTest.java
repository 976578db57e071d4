package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.TransportMapping;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.TransportListener;

/** Peers that share a socket, and when they stop to. */
class UdpCrowdTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Loop loop = new Loop();
    private final Counts counts = new Counts();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> unreachable = new CopyOnWriteArrayList<>();
    private final List<DatagramSocket> devices = new ArrayList<>();
    private final UdpMapping mapping =
            new UdpMapping(
                    loop,
                    new DatagramBuffers(),
                    counts,
                    0,
                    (peer, trouble) -> unreachable.add(trouble.of("it").message()));
    private Thread thread;

    @BeforeEach
    void start() {
        mapping.addTransportListener(new Keeper());
        thread = Thread.ofPlatform().daemon().start(loop);
    }

    @AfterEach
    void stop() throws Exception {
        onLoop(() -> {
            mapping.close();
            return true;
        });
        loop.close();
        thread.join(PATIENCE);
        devices.forEach(DatagramSocket::close);
    }

    /** Notes each message with the peer that it is said to be of; "stray" ones are counted. */
    private final class Keeper implements TransportListener {
        @Override
        public <A extends Address> void processMessage(
                TransportMapping<? super A> source,
                A from,
                ByteBuffer message,
                TransportStateReference state) {
            String text = StandardCharsets.UTF_8.decode(message).toString();
            if (text.equals("stray")) {
                counts.stale();
            } else {
                received.add(from + " " + text);
            }
        }
    }

    private interface Task<T> {
        T run() throws IOException;
    }

    private <T> T onLoop(Task<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                done.complete(task.run());
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    private DatagramSocket device() throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        devices.add(socket);
        return socket;
    }

    private static UdpAddress addressOf(DatagramSocket device) {
        return new UdpAddress(device.getLocalAddress(), device.getLocalPort());
    }

    private void ask(UdpAddress device) {
        onLoop(() -> {
            mapping.way(device).send("hello".getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    /** Where a device was asked from. */
    private InetSocketAddress asked(DatagramSocket device) throws IOException {
        ask(addressOf(device));
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        device.receive(packet);
        return (InetSocketAddress) packet.getSocketAddress();
    }

    private void doubt(UdpAddress device) {
        onLoop(() -> {
            mapping.suspect(device, System.nanoTime());
            return true;
        });
    }

    private static void send(DatagramSocket from, String text, InetSocketAddress to)
            throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        from.send(new DatagramPacket(octets, octets.length, to));
    }

    private void awaitReceived(String... messages) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(received).containsExactly(messages));
    }

    @Test
    void whoAnswersIsToldApartThoughTheSocketIsOne() throws Exception {
        DatagramSocket first = device();
        DatagramSocket second = device();
        InetSocketAddress from = asked(first);
        assertThat(asked(second)).isEqualTo(from);
        send(second, "two", from);
        awaitReceived(addressOf(second) + " two");
        send(first, "one", from);
        awaitReceived(addressOf(second) + " two", addressOf(first) + " one");
        assertThat(counts.strayCount()).isZero();
    }

    @Test
    void nobodyElseIsHeard() throws Exception {
        DatagramSocket asked = device();
        InetSocketAddress from = asked(asked);
        send(device(), "hello", from);
        send(asked, "", from);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counts.strayCount()).isEqualTo(2));
        assertThat(counts.strays().foreign()).isOne();
        assertThat(received).isEmpty();
    }

    @Test
    void aSocketHasRoomForSoManyAnswersAtOnce() throws Exception {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            ports.add(asked(device()).getPort());
        }
        assertThat(ports.subList(0, 64)).containsOnly(ports.getFirst());
        assertThat(ports.getLast()).isNotEqualTo(ports.getFirst());
    }

    @Test
    void whoDidNotAnswerInTimeGoesAloneAndIsStillHeard() throws Exception {
        DatagramSocket slow = device();
        DatagramSocket other = device();
        InetSocketAddress together = asked(slow);
        doubt(addressOf(slow));
        InetSocketAddress alone = asked(slow);
        assertThat(alone).isNotEqualTo(together);
        assertThat(asked(other)).isEqualTo(together);
        assertThat(asked(slow)).isEqualTo(alone);
        send(slow, "late", together);
        awaitReceived(addressOf(slow) + " late");
        send(slow, "again", alone);
        awaitReceived(addressOf(slow) + " late", addressOf(slow) + " again");
    }

    @Test
    void whereNobodyListensIsSaidAtTheSecondAttempt() throws Exception {
        DatagramSocket gone = device();
        UdpAddress address = addressOf(gone);
        asked(gone);
        gone.close();
        ask(address);
        assertThat(unreachable).isEmpty();
        doubt(address);
        ask(address);
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(unreachable).hasSize(1));
        assertThat(unreachable.getFirst()).contains("no program listens at this port");
    }

    @Test
    void aFloodMakesAllGoAlone() throws Exception {
        DatagramSocket hostile = device();
        DatagramSocket good = device();
        InetSocketAddress together = asked(hostile);
        assertThat(asked(good)).isEqualTo(together);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        send(hostile, "stray", together);
                    }
                    return !asked(good).equals(together);
                });
        InetSocketAddress alone = asked(good);
        assertThat(asked(hostile)).isNotEqualTo(together).isNotEqualTo(alone);
        send(good, "well", alone);
        awaitReceived(addressOf(good) + " well");
        assertThat(asked(device())).isNotEqualTo(together);
    }

    @Test
    void whatIsLeftByAllIsClosed() throws Exception {
        DatagramSocket only = device();
        InetSocketAddress together = asked(only);
        onLoop(() -> {
            mapping.drop(addressOf(only));
            return true;
        });
        assertThat(asked(only)).isNotEqualTo(together);
        assertThatNobodyListensAt(together);
    }

    private static void assertThatNobodyListensAt(InetSocketAddress address) throws IOException {
        try (DatagramSocket knock = new DatagramSocket()) {
            knock.connect(address);
            knock.setSoTimeout((int) PATIENCE.toMillis());
            send(knock, "anybody?", address);
            knock.receive(new DatagramPacket(new byte[1], 1));
        } catch (SocketTimeoutException e) {
            throw new AssertionError("somebody does", e);
        } catch (PortUnreachableException e) {
            // As it must be.
        }
    }
}
