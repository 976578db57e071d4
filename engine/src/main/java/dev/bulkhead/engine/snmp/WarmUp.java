package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Refusal;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes the way of a GET and of a walk before there is one to take, so that classes are loaded:
 * asks a port of this process, which gives each request back as its own answer, and signs and
 * encrypts a few octets. A spare worker does so while it has nothing else to do.
 */
public final class WarmUp {
    private static final Duration TIMEOUT = Duration.ofMillis(20);
    private static final byte RESPONSE_TAG = (byte) 0xA2;

    private WarmUp() {}

    /**
     * Blocks for about 50 ms.
     *
     * @return a sample as it comes from an agent
     */
    public static List<Sample> run() throws IOException, InterruptedException {
        UsmProtocols.warmUp();
        try (DatagramSocket mirror = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().name("mirror").start(() -> reflect(mirror));
            Target target =
                    new Target(
                            "127.0.0.1",
                            mirror.getLocalPort(),
                            new Credential.Community(SnmpVersion.V2C, new Secret("")),
                            TIMEOUT,
                            0);
            List<Oid> names = List.of(PolledTarget.SYS_UP_TIME);
            List<Sample> got = new ArrayList<>();
            take(new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), names), UserKeys.NONE, got);
            take(new JobSpec.Walk(target, names, WalkOptions.DEFAULT), UserKeys.NONE, got);
            takeV3(mirror.getLocalPort(), names, got);
            return got;
        }
    }

    /** Sets up a v3 session, gives it an engine to know, and waits in vain for the answer. */
    private static void takeV3(int port, List<Oid> names, List<Sample> into)
            throws InterruptedException {
        Secret none = new Secret("");
        Credential.Usm user =
                new Credential.Usm(
                        "warm",
                        SecurityLevel.AUTH_PRIV,
                        Optional.of(new Credential.Auth(AuthProtocol.SHA_256, none)),
                        Optional.of(new Credential.Priv(PrivProtocol.AES_128, none)),
                        "",
                        Optional.empty(),
                        Optional.of(new OctetString(new byte[] {(byte) 0x80, 0, 0, 0, 5, 1})),
                        Optional.of(new Credential.BootsTime(1, 1)));
        OctetString key = new OctetString(new byte[32]);
        take(
                new JobSpec.Get(
                        new Target("127.0.0.1", port, user, TIMEOUT, 0),
                        new JobSpec.Get.Mode.Exact(),
                        names),
                new UserKeys(key, key),
                into);
    }

    private static void take(JobSpec spec, UserKeys keys, List<Sample> into)
            throws InterruptedException {
        try (SnmpJobs jobs = new SnmpJobs()) {
            Ending ending = new Ending(into, new CountDownLatch(1));
            OctetString engineId = new OctetString(new byte[] {(byte) 0x80, 0, 0, 0, 5, 0});
            jobs.start(spec, List.of(keys), engineId, StartPoint.BEGINNING, ending);
            ending.end().await(1, TimeUnit.SECONDS);
        }
    }

    /** Sends requests back with the tag of a Response-PDU (RFC 3416 §3). */
    private static void reflect(DatagramSocket mirror) {
        try {
            byte[] buffer = new byte[512];
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                mirror.receive(packet);
                // SEQUENCE and its length, version in 3 octets, an empty community in 2, the PDU.
                buffer[7] = RESPONSE_TAG;
                mirror.send(packet);
            }
        } catch (IOException e) {
            // It is closed when the warm-up is over.
        }
    }

    /** Keeps what comes and waits for the end. */
    private record Ending(List<Sample> samples, CountDownLatch end) implements JobOutput {
        @Override
        public void sample(Sample sample) {
            samples.add(sample);
        }

        @Override
        public void pollSamples(List<Sample> samples) {}

        @Override
        public void listening(List<String> addresses) {}

        @Override
        public boolean notification(Notification notification) {
            return false;
        }

        @Override
        public void refused(Refusal refusal) {}

        @Override
        public void discovery(Discovery discovery) {}

        @Override
        public void swept(long position, SweepProgress progress) {}

        @Override
        public void gap(Instant from, Instant to, String reason) {}

        @Override
        public void rootsDone(int count) {}

        @Override
        public void done(Optional<Failure> failure) {
            end.countDown();
        }
    }
}
