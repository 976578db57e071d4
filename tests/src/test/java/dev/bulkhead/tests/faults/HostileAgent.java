package dev.bulkhead.tests.faults;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An SNMP agent on loopback for v1, v2c and v3 that behaves as it is told. It answers the community
 * {@code public} and the user of {@link UsmEngine}, and keeps a {@link Ledger}: tests count what it
 * saw and need no clock.
 */
final class HostileAgent implements AutoCloseable {
    static final String COMMUNITY = "public";

    /** Where its answers come from when they come from another address. */
    static final String OTHER_ADDRESS = "127.0.0.3";

    private static final String LOOPBACK = "127.0.0.1";
    private static final int V3 = 3;

    private final Behaviour behaviour;
    private final Security security;
    private final DatagramSocket socket;
    private final DatagramSocket otherPort;
    private final DatagramSocket otherAddress;
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("hostile-later").unstarted(task));
    private final Ledger ledger = new Ledger();
    private final Map<Integer, Integer> copies = new HashMap<>();
    private final Random random = new Random(7);
    private final long bornNanos = System.nanoTime();
    private final UsmEngine engine;
    private Device device;
    private volatile byte @Nullable [] previous;
    private volatile @Nullable SocketAddress asker;
    private int number;

    private HostileAgent(Behaviour behaviour, InetAddress address, int port) throws IOException {
        this.behaviour = behaviour;
        this.security = behaviour.security();
        this.device = behaviour.device();
        this.engine = security.engine();
        this.socket = new DatagramSocket(port, address);
        this.otherPort = new DatagramSocket(0, address);
        this.otherAddress = new DatagramSocket(0, InetAddress.ofLiteral(OTHER_ADDRESS));
        Thread.ofPlatform().daemon().name("hostile-agent").start(this::serve);
    }

    static HostileAgent start(Behaviour behaviour) throws IOException {
        return startAt(behaviour, LOOPBACK, 0);
    }

    static HostileAgent startAt(Behaviour behaviour, String address, int port) throws IOException {
        return new HostileAgent(behaviour, InetAddress.ofLiteral(address), port);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Where its answers come from when they come from another port. */
    String otherPort() {
        return LOOPBACK + ":" + otherPort.getLocalPort();
    }

    Ledger ledger() {
        return ledger;
    }

    /** Sends its last answer once more to whoever asked last. */
    void repeat() {
        byte[] answer = previous;
        SocketAddress to = asker;
        if (answer != null && to != null) {
            sendNow(Datagram.now(answer), to);
        }
    }

    private void serve() {
        byte[] buffer = new byte[65_535];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] octets = Arrays.copyOf(buffer, packet.getLength());
                asker = packet.getSocketAddress();
                receive(octets).forEach(datagram -> send(datagram, packet.getSocketAddress()));
            } catch (SocketException e) {
                // Closed, or the manager's port is gone already.
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (RuntimeException bug) {
                ledger.add(bug);
            }
        }
    }

    private List<Datagram> receive(byte[] octets) {
        number++;
        device = behaviour.prepare(number, device);
        device.take(number);
        if (new BerCursor(octets).enter().integer() == V3) {
            return receiveV3(V3Message.read(octets));
        }
        CommunityMessage message = CommunityMessage.read(octets);
        Asked asked = asked(message.version() == 0, message.pdu(), octets);
        if (!message.community().equals(COMMUNITY) || !behaviour.hears(asked)) {
            return List.of();
        }
        CommunityMessage good = message.withPdu(Responder.answer(behaviour, asked));
        return send(asked, behaviour.message(asked, good).octets());
    }

    private Asked asked(boolean v1, Pdu pdu, byte[] octets) {
        int copy = copies.merge(pdu.requestId(), 1, Integer::sum);
        int repetitions = pdu.type() == Pdu.GET_BULK ? pdu.index() : 0;
        ledger.add(new Ledger.Entry(pdu.type(), repetitions, pdu.names(), copy));
        Duration age = Duration.ofNanos(System.nanoTime() - bornNanos);
        Optional<byte[]> before = Optional.ofNullable(previous);
        return new Asked(number, copy, v1, pdu, octets, device, before, age, random);
    }

    private List<Datagram> send(Asked asked, byte[] good) {
        byte[] answer = behaviour.octets(asked, good);
        List<Datagram> datagrams = behaviour.send(asked, answer);
        previous = answer;
        return datagrams;
    }

    private List<Datagram> receiveV3(V3Message message) {
        security.prepare(engine, number);
        if (message.engineId().length == 0) {
            ledger.add(new Ledger.Entry(Ledger.DISCOVERY, 0, List.of(), 1));
        }
        if (!security.hears(message)) {
            return List.of();
        }
        Optional<UsmReport> objection = security.report(engine, message);
        if (message.engineId().length > 0) {
            Optional<Pdu> pdu = engine.open(message);
            if (objection.isEmpty() && pdu.isPresent()) {
                Asked asked = asked(false, pdu.get(), message.octets());
                byte[] scoped = engine.scoped(Responder.answer(behaviour, asked));
                return send(asked, security.seal(engine, message, asked.pdu(), scoped));
            }
            pdu.ifPresent(refused -> asked(false, refused, message.octets()));
        }
        ledger.addReport();
        UsmReport report = objection.orElse(UsmReport.DECRYPTION_ERRORS);
        return List.of(Datagram.now(engine.report(message, report, security.reportedRequestId())));
    }

    private void send(Datagram datagram, SocketAddress to) {
        try {
            if (datagram.delay().isZero()) {
                sendNow(datagram, to);
            } else {
                var _ =
                        later.schedule(
                                () -> sendNow(datagram, to),
                                datagram.delay().toMillis(),
                                TimeUnit.MILLISECONDS);
            }
        } catch (RejectedExecutionException e) {
            // Closed.
        }
    }

    private void sendNow(Datagram datagram, SocketAddress to) {
        DatagramSocket from =
                switch (datagram.source()) {
                    case ASKED -> socket;
                    case OTHER_PORT -> otherPort;
                    case OTHER_ADDRESS -> otherAddress;
                };
        try {
            from.send(new DatagramPacket(datagram.octets(), datagram.octets().length, to));
        } catch (IOException e) {
            // Closed, or the manager's port is gone already.
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        socket.close();
        otherPort.close();
        otherAddress.close();
    }
}
