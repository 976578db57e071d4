package dev.bulkhead.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.wire.FrameWriter;
import dev.bulkhead.engine.wire.FromWorker;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an agent, or whoever sends notifications, makes as long as a datagram can be. */
class OutboundTest {
    private static final int MANY = 1_000;
    private static final int MOST_OCTETS = 10_000_000;
    private static final VarBind LONG =
            new VarBind(Oid.parse("1.3.6.1.2.1.1.1.0"), new SmiValue.OctetString(new byte[60_000]));

    private final Outbound outbound = new Outbound();

    private static Sample sample(VarBind varBind) {
        return sample(List.of(varBind));
    }

    private static Sample sample(List<VarBind> varBinds) {
        return new Sample(
                0, 0, Instant.EPOCH, Duration.ZERO, Optional.empty(), varBinds, Optional.empty());
    }

    /** The next message that is no sign of life. */
    private FromWorker next() throws InterruptedException {
        while (true) {
            Optional<FromWorker> message = outbound.take();
            if (message.isPresent()) {
                return message.get();
            }
        }
    }

    private static int frameOctets(FromWorker message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FrameWriter(out).write(message);
        return out.size();
    }

    @Test
    void samplesOfLongValuesAreDroppedBeforeTheyFillTheHeap() throws Exception {
        for (int i = 0; i < MANY; i++) {
            outbound.offer(List.of(sample(LONG)), List.of());
        }
        assertThat(next()).isInstanceOf(FromWorker.Gap.class);
        assertThat(outbound.length() * 60_000).isBetween(1_000_000, MOST_OCTETS);
        while (outbound.length() > 0) {
            assertThat(frameOctets(next())).isLessThan(MOST_OCTETS);
        }
    }

    @Test
    void usualSamplesGoTogetherByThousands() throws Exception {
        VarBind usual = new VarBind(LONG.name(), new SmiValue.Counter32(1));
        for (int i = 0; i < MANY; i++) {
            outbound.offer(List.of(sample(usual)), List.of());
        }
        assertThat(next())
                .isInstanceOfSatisfying(
                        FromWorker.Samples.class,
                        first -> assertThat(first.samples()).hasSize(MANY));
    }

    @Test
    void aLargeHeapHoldsARoundOfTenThousandTargets() throws Exception {
        Outbound large = new Outbound(256L << 20);
        VarBind usual = new VarBind(LONG.name(), new SmiValue.Counter32(1));
        List<Sample> round = Collections.nCopies(10_000, sample(Collections.nCopies(10, usual)));
        large.offer(round, List.of());
        assertThat(large.take()).containsInstanceOf(FromWorker.Samples.class);
        large.offer(round, List.of());
        assertThat(large.take()).containsInstanceOf(FromWorker.Gap.class);
    }

    @Test
    void signsOfLifeAreDueWhileAJobRuns() throws Exception {
        outbound.begin();
        assertThat(outbound.take()).isEmpty();
        assertThat(outbound.take()).isEmpty();
        outbound.add(new FromWorker.Done(Optional.empty()));
        assertThat(next()).isInstanceOf(FromWorker.Done.class);
        Thread later =
                Thread.ofVirtual()
                        .start(() -> {
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(900));
                            outbound.add(new FromWorker.Ready());
                        });
        assertThat(outbound.take()).containsInstanceOf(FromWorker.Ready.class);
        later.join();
    }

    @Test
    void samplesOfLongFailuresGoApart() throws Exception {
        Failure failure = new Failure.BadAnswer("a:161", "x".repeat(60_000));
        Sample failed =
                new Sample(
                        0,
                        0,
                        Instant.EPOCH,
                        Duration.ZERO,
                        Optional.empty(),
                        List.of(),
                        Optional.of(failure));
        for (int i = 0; i < MANY; i++) {
            outbound.offer(List.of(failed), List.of());
        }
        while (outbound.length() > 0) {
            assertThat(frameOctets(next())).isLessThan(MOST_OCTETS);
        }
    }

    private static Notification notification(String community, VarBind varBind) {
        return new Notification(
                Instant.EPOCH,
                "127.0.0.1:1162",
                false,
                new Notification.Sender.Community(SnmpVersion.V2C, new Secret(community)),
                0,
                Oid.INTERNET,
                Optional.empty(),
                List.of(varBind),
                "");
    }

    static Stream<Notification> longNotifications() {
        VarBind small = new VarBind(LONG.name(), new SmiValue.Counter32(1));
        return Stream.of(
                notification("public", LONG), notification("\uFFFD".repeat(60_000), small));
    }

    @ParameterizedTest
    @MethodSource("longNotifications")
    void longNotificationsAreRefusedBeforeTheyFillTheHeap(Notification notification)
            throws Exception {
        int taken = 0;
        while (taken < MANY && outbound.offer(notification)) {
            taken++;
        }
        assertThat(taken).isBetween(100, MANY - 1);
        int told = 0;
        while (outbound.length() > 0) {
            FromWorker message = next();
            assertThat(frameOctets(message)).isLessThan(MOST_OCTETS);
            told += ((FromWorker.Notifications) message).notifications().size();
        }
        assertThat(told).isEqualTo(taken);
        assertThat(outbound.offer(notification)).as("when there is room again").isTrue();
    }

    @Test
    void longPacketsAreSkippedBeforeTheyFillTheHeap() throws Exception {
        Packet packet =
                new Packet(
                        Instant.EPOCH,
                        false,
                        Transport.UDP,
                        new byte[4],
                        161,
                        new byte[60_000],
                        "",
                        List.of(LONG),
                        new byte[0],
                        "",
                        0);
        for (int i = 0; i < MANY; i++) {
            outbound.offer(packet);
        }
        assertThat(outbound.length()).isBetween(10, 100);
        while (outbound.length() > 0) {
            assertThat(frameOctets(next())).isLessThan(MOST_OCTETS);
        }
    }
}
