package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes the way of a GET once before there is one to take, so that its classes are loaded: asks a
 * port of this process that never answers, and signs and encrypts a few octets. A spare worker does
 * so while it has nothing else to do.
 */
public final class WarmUp {
    private static final Duration TIMEOUT = Duration.ofMillis(20);

    private WarmUp() {}

    /** Blocks for about 20 ms. */
    public static void run() throws IOException, InterruptedException {
        LocalizingAuth.warmUp();
        try (DatagramChannel deaf = DatagramChannel.open();
                SnmpJobs jobs = new SnmpJobs()) {
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = ((InetSocketAddress) deaf.getLocalAddress()).getPort();
            Target target =
                    new Target(
                            "127.0.0.1",
                            port,
                            new Credential.Community(SnmpVersion.V2C, new Secret("")),
                            TIMEOUT,
                            0);
            CountDownLatch ended = new CountDownLatch(1);
            jobs.start(
                    new JobSpec.Get(
                            target,
                            new JobSpec.Get.Mode.Exact(),
                            List.of(PolledTarget.SYS_UP_TIME)),
                    List.of(UserKeys.NONE),
                    new OctetString(new byte[] {(byte) 0x80, 0, 0, 0, 5, 0}),
                    StartPoint.BEGINNING,
                    new Ending(ended));
            ended.await(1, TimeUnit.SECONDS);
        }
    }

    /** Waits for the end only. */
    private record Ending(CountDownLatch ended) implements JobOutput {
        @Override
        public void sample(Sample sample) {}

        @Override
        public void pollSample(Sample sample) {}

        @Override
        public void gap(Instant from, Instant to, String reason) {}

        @Override
        public void rootsDone(int count) {}

        @Override
        public void done(Optional<Failure> failure) {
            ended.countDown();
        }
    }
}
