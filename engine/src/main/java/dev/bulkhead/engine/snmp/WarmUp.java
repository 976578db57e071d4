package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
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
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes the way of a GET and of a walk before there is one to take, so that classes are loaded:
 * asks a {@link WarmUpAgent} of this process. A spare worker does so while it has nothing else to
 * do.
 */
public final class WarmUp {
    private static final Duration TIMEOUT = Duration.ofMillis(20);
    private static final int V3_JOBS = 8;
    private static final int SIGNED_MESSAGES = 100;
    private static final Secret NO_SECRET = new Secret("");

    /** A user that no agent knows. */
    public static final Credential.Usm USER =
            Credential.Usm.of(
                    "warm",
                    SecurityLevel.AUTH_PRIV,
                    Optional.of(new Credential.Auth(AuthProtocol.SHA_256, NO_SECRET)),
                    Optional.of(new Credential.Priv(PrivProtocol.AES_128, NO_SECRET)));

    private static final OctetString KEY = new OctetString(new byte[32]);

    /** The user's. */
    public static final UserKeys KEYS = new UserKeys(KEY, KEY);

    private WarmUp() {}

    /**
     * Blocks for about 200 ms, most of them without work.
     *
     * @return a sample as it comes from an agent
     */
    public static List<Sample> run() throws IOException, InterruptedException {
        try (WarmUpAgent agent = new WarmUpAgent()) {
            List<Oid> names = List.of(PolledTarget.SYS_UP_TIME);
            List<Sample> got = new ArrayList<>();
            Target target = target(agent, new Credential.Community(SnmpVersion.V2C, NO_SECRET));
            take(new JobSpec.Get(target, new JobSpec.Get.Mode.Exact(), names), UserKeys.NONE, got);
            take(new JobSpec.Walk(target, names, WalkOptions.DEFAULT), UserKeys.NONE, got);
            for (int i = 0; i < V3_JOBS; i++) {
                takeV3(agent, names, got);
            }
            signAndEncrypt(Question.get(names));
            return got;
        }
    }

    private static Target target(WarmUpAgent agent, Credential credential) {
        return new Target("127.0.0.1", agent.port(), credential, TIMEOUT, 0);
    }

    /** Finds an engine, asks it, and waits in vain for the answer. */
    private static void takeV3(WarmUpAgent agent, List<Oid> names, List<Sample> into)
            throws InterruptedException {
        take(new JobSpec.Get(target(agent, USER), new JobSpec.Get.Mode.Exact(), names), KEYS, into);
    }

    /**
     * Reads its own messages until digests and ciphers, which the interpreter takes milliseconds
     * for, are compiled.
     */
    private static void signAndEncrypt(Question question) {
        PeerEngine engine = new PeerEngine(USER, KEYS, new UsmProtocols());
        engine.reportedAs(new byte[0], WarmUpAgent.engineId(), 1, 1);
        BerReader reader = new BerReader();
        UsmMessages messages = new UsmMessages(new PduCodec(), reader);
        try {
            for (int i = 1; i <= SIGNED_MESSAGES; i++) {
                byte[] message = messages.encode(engine, i, i, question);
                reader.reset(message, 0, message.length);
                reader.enter(BerReader.SEQUENCE, "a message");
                reader.integer("the version");
                messages.decodeHeader(message, 0, message.length);
                messages.open(engine);
            }
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("what was written cannot be read", e);
        }
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

    /** Keeps what comes and waits for the end. */
    private record Ending(List<Sample> samples, CountDownLatch end) implements JobOutput {
        @Override
        public void sample(Sample sample) {
            samples.add(sample);
        }

        @Override
        public void polled(List<Sample> samples, List<MissedRounds> missed) {}

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
        public void probed(Probe probe) {}

        @Override
        public void diagnosed(Diagnosis diagnosis) {}

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
