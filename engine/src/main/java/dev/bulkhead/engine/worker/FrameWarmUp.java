package dev.bulkhead.engine.worker;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.snmp.WarmUp;
import dev.bulkhead.engine.wire.Figures;
import dev.bulkhead.engine.wire.FrameReader;
import dev.bulkhead.engine.wire.FrameWriter;
import dev.bulkhead.engine.wire.FromWorker;
import dev.bulkhead.engine.wire.ToWorker;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes and reads the frames of a job once, in memory, so that their classes are loaded. */
final class FrameWarmUp {
    private FrameWarmUp() {}

    /** The jobs that were read. */
    static List<ToWorker.Run> run(List<Sample> samples) throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(pipe);
        Target target = target(new Credential.Community(SnmpVersion.V2C, new Secret("")));
        List<Oid> names = List.of(Oid.INTERNET);
        writer.write(
                run(new JobSpec.Get(target(WarmUp.USER), new JobSpec.Get.Mode.Exact(), names)));
        writer.write(
                run(
                        new JobSpec.Poll(
                                List.of(new JobSpec.Poll.Item(target, names)),
                                new Schedule(Duration.ofSeconds(1), 1))));
        FrameReader reader = new FrameReader(new ByteArrayInputStream(pipe.toByteArray()));
        List<ToWorker.Run> runs = new ArrayList<>();
        for (Optional<ToWorker> read = reader.readToWorker();
                read.isPresent();
                read = reader.readToWorker()) {
            if (read.get() instanceof ToWorker.Run run) {
                runs.add(run);
            }
        }
        Outbound queue = new Outbound();
        queue.offer(samples, List.of());
        try {
            writer.write(new FromWorker.Beat(Figures.ZERO));
            if (!samples.isEmpty()) {
                writer.write(queue.take().orElseThrow());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.write(new FromWorker.Done(Optional.empty()));
        return runs;
    }

    private static Target target(Credential credential) {
        return new Target("127.0.0.1", Target.DEFAULT_PORT, credential, Duration.ofSeconds(1), 1);
    }

    private static ToWorker.Run run(JobSpec spec) {
        return new ToWorker.Run(
                spec,
                List.of(WarmUp.KEYS),
                new OctetString(new byte[5]),
                StartPoint.BEGINNING,
                Instant.EPOCH,
                false);
    }
}
