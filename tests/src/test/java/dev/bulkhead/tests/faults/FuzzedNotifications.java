package dev.bulkhead.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends a listener spoilt notifications, and after some of them a canary: one that is right, with a
 * number, in each version in turn. What arrives before a canary must have been sent since the one
 * before. One thread sends, another tells what arrived.
 */
final class FuzzedNotifications implements AutoCloseable {
    private static final Name CANARY = FuzzedItem.ITEMS.child(0, 99);
    private static final Name SYS_UP_TIME = Device.SYSTEM.child(3, 0);
    private static final Name SNMP_TRAP_OID = Name.parse("1.3.6.1.6.3.1.1.4.1.0");

    /** What SNMP4J makes of a name without octets. */
    private static final Oid NONE = Oid.of(0, 0);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Spoilt ones before a canary: few enough for any receive buffer, whatever their length. */
    private static final int TOGETHER = 20;

    /** Messages that one engine's user signs: the first with a wrong time makes it unbelievable. */
    private static final int OF_LIAR = 50;

    private static final int FIRST_CANARY = 500_000_000;
    private static final int BOTH = V3Message.AUTH | V3Message.PRIV;

    /** Kinds of right ones, in turn. */
    private enum Kind {
        V1,
        V2C,
        INFORM,
        V3
    }

    private final DatagramSocket socket;
    private final FuzzPlan plan;
    private final UsmEngine honest = new UsmEngine(UsmEngine.idOf("honest"), 5);
    private final Map<FuzzLayer, UsmEngine> liars = new EnumMap<>(FuzzLayer.class);
    private final BlockingQueue<Integer> came = new LinkedBlockingQueue<>();
    private final List<byte[]> sent = new ArrayList<>();
    private final List<Notification> unjudged = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final FuzzedItem item = new FuzzedItem(1);
    private int canaries;
    private int delivered;

    FuzzedNotifications(FuzzPlan.Size size, FuzzLayer... layers) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        plan = new FuzzPlan(size, honest, trap(Pdu.TRAP, item.decoys(1)), layers);
    }

    void sendTo(int port) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    FuzzPlan plan() {
        return plan;
    }

    private static Pdu trap(int type, List<Pdu.Variable> variables) {
        List<Pdu.Variable> all = new ArrayList<>(variables);
        all.addFirst(Pdu.Variable.of(SNMP_TRAP_OID, Ber.name(FuzzedItem.ITEMS)));
        all.addFirst(Pdu.Variable.of(SYS_UP_TIME, Ber.unsigned(Ber.TIME_TICKS, 12_345)));
        return new Pdu(type, 7, 0, 0, all);
    }

    /** Sends spoilt ones until a number of them were sent, and every canary has come. */
    void sendUpTo(int count) throws IOException, InterruptedException {
        while (plan.taken() < count) {
            Optional<FuzzPlan.Step> step = plan.take();
            for (int i = 1; step.isPresent(); i++) {
                send(step.get());
                step = i < TOGETHER ? plan.take() : Optional.empty();
            }
            sendCanary();
        }
    }

    private void send(FuzzPlan.Step step) throws IOException {
        if (plan.taken() % OF_LIAR == 0) {
            liars.clear();
        }
        UsmEngine liar =
                liars.computeIfAbsent(
                        step.layer(),
                        layer -> new UsmEngine(UsmEngine.idOf("liar" + plan.taken()), 5));
        int type = plan.taken() % 2 == 0 ? Pdu.TRAP : Pdu.INFORM;
        Pdu pdu = trap(type, item.decoys(plan.taken()));
        byte[] spoilt = plan.spoilt(step, liar, plan.taken(), pdu);
        synchronized (this) {
            sent.add(plan.readable(step, liar, spoilt));
            sent.add(pdu.octets());
        }
        send(spoilt);
    }

    private void send(byte[] octets) throws IOException {
        socket.send(new DatagramPacket(octets, octets.length));
    }

    private void sendCanary() throws IOException, InterruptedException {
        int number = FIRST_CANARY + canaries;
        Kind kind = Kind.values()[canaries % Kind.values().length];
        List<Pdu.Variable> variables = List.of(Pdu.Variable.of(CANARY, Ber.integer(number)));
        Pdu pdu = trap(kind == Kind.INFORM ? Pdu.INFORM : Pdu.TRAP, variables);
        send(
                switch (kind) {
                    case V1 -> FuzzLayer.V1_TRAP.good(honest, number, pdu);
                    case V2C, INFORM -> FuzzLayer.V2C_MESSAGE.good(honest, number, pdu);
                    case V3 -> honest.message(number, BOTH, honest.scoped(pdu));
                });
        canaries++;
        assertThat(came.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("canary %s, of %s", number, kind)
                .isEqualTo(number);
    }

    /** The job told of something. */
    synchronized void happened(JobEvent event) {
        if (event instanceof JobEvent.Notifications some) {
            some.notifications().forEach(this::arrived);
        }
    }

    private void arrived(Notification notification) {
        VarBind last = notification.varBinds().isEmpty() ? null : notification.varBinds().getLast();
        if (last != null
                && last.name().equals(CANARY.oid())
                && last.value() instanceof SmiValue.Integer32(int number)) {
            unjudged.forEach(this::judge);
            unjudged.clear();
            sent.clear();
            came.add(number);
        } else {
            delivered++;
            unjudged.add(notification);
        }
    }

    /** Names only: SNMP4J, which reads notifications, is more generous with values than we are. */
    private void judge(Notification notification) {
        for (VarBind varBind : notification.varBinds()) {
            Oid name = varBind.name().equals(NONE) ? Oid.EMPTY : varBind.name();
            if (sent.stream().noneMatch(octets -> Carried.isNameIn(octets, name))) {
                problems.add("nobody sent " + varBind);
            }
        }
    }

    synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    int canaries() {
        return canaries;
    }

    synchronized int delivered() {
        return delivered;
    }

    @Override
    public void close() {
        socket.close();
    }
}
