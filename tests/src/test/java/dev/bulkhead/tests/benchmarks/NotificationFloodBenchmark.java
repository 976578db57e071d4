package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.notification.ListenCounts;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * Traps at a steady rate to one listener job: how many come out as events, and what is counted of
 * the rest. {@code -Drate} a second (5000), {@code -Dseconds} (60).
 */
public final class NotificationFloodBenchmark {
    private static final Oid LINK_DOWN = Oid.parse("1.3.6.1.6.3.1.1.5.3");
    private static final Oid IF_INDEX = Oid.parse("1.3.6.1.2.1.2.2.1.1.3");
    private static final Oid IF_STATUS = Oid.parse("1.3.6.1.2.1.2.2.1.8.3");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private NotificationFloodBenchmark() {}

    public static void main(String[] args) throws Exception {
        int rate = Settings.number("rate", 5_000);
        int seconds = Settings.number("seconds", 60);
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(0))) {
            byte[] trap = trap(engine);
            AtomicLong got = new AtomicLong();
            CompletableFuture<String> address = new CompletableFuture<>();
            CompletableFuture<ListenCounts> counts = new CompletableFuture<>();
            JobHandle job =
                    engine.submit(
                            new JobSpec.Listen(
                                    List.of(new Endpoint("127.0.0.1", 0)), List.of(), 2 * rate),
                            event -> {
                                switch (event) {
                                    case JobEvent.Listening ready ->
                                            address.complete(ready.addresses().getFirst());
                                    case JobEvent.Notifications some ->
                                            got.addAndGet(some.notifications().size());
                                    case JobEvent.Finished end ->
                                            counts.complete(end.totals().listen());
                                    case JobEvent.Failed end ->
                                            counts.completeExceptionally(
                                                    new IllegalStateException(
                                                            end.failure().message()));
                                    default -> {
                                        // the rest of its life
                                    }
                                }
                            });
            String at = address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            int port = Integer.parseInt(at.substring(at.lastIndexOf(':') + 1));
            long sent = (long) rate * seconds;
            double took = send(trap, port, rate, sent);
            settle(got);
            long rss = residentBytes(job);
            job.cancel();
            print(sent, took, got.get(), counts.get(PATIENCE.toSeconds(), TimeUnit.SECONDS), rss);
        }
    }

    /** Asked for in the background, so the first look finds nothing. */
    private static long residentBytes(JobHandle job) {
        return Awaitility.await("the worker's memory")
                .atMost(PATIENCE)
                .until(() -> job.worker().flatMap(w -> w.residentBytes()), Optional::isPresent)
                .orElse(0L);
    }

    /** A trap as our own job sends it. */
    private static byte[] trap(Engine engine) throws IOException, InterruptedException {
        try (DatagramSocket receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Target target =
                    new Target(
                            "127.0.0.1",
                            receiver.getLocalPort(),
                            new Credential.Community(SnmpVersion.V2C, new Secret("flood")),
                            PATIENCE,
                            0);
            JobHandle job =
                    engine.submit(
                            new JobSpec.Notify(
                                    target,
                                    false,
                                    1,
                                    LINK_DOWN,
                                    List.of(
                                            new VarBind(IF_INDEX, new SmiValue.Integer32(3)),
                                            new VarBind(IF_STATUS, new SmiValue.Integer32(2)))),
                            event -> {});
            DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
            receiver.setSoTimeout((int) PATIENCE.toMillis());
            receiver.receive(packet);
            job.await(PATIENCE);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        }
    }

    /** Sends evenly; seconds it took. */
    private static double send(byte[] trap, int port, int rate, long count) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            DatagramPacket packet =
                    new DatagramPacket(
                            trap,
                            trap.length,
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            long began = System.nanoTime();
            for (long i = 0; i < count; i++) {
                long due = began + i * 1_000_000_000L / rate;
                for (long left = due - System.nanoTime();
                        left > 0;
                        left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                socket.send(packet);
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** Waits until nothing more comes. */
    private static void settle(AtomicLong got) {
        long before = -1;
        while (got.get() != before) {
            before = got.get();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private static void print(long sent, double took, long got, ListenCounts counts, long rss) {
        long unexplained = sent - got - counts.lost() - counts.refused();
        System.out.printf(
                Locale.ROOT,
                "| sent | a second | got | lost %% | over limit | queue | kernel | refused |"
                        + " unexplained | worker RSS MB |%n|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|%n"
                        + "| %d | %.0f | %d | %.3f | %d | %d | %d | %d | %d | %.0f |%n",
                sent,
                sent / took,
                got,
                100.0 * (sent - got) / sent,
                counts.overLimit(),
                counts.droppedByQueue(),
                counts.droppedByKernel(),
                counts.refused(),
                unexplained,
                rss / 1e6);
    }
}
