package dev.bulkhead.engine.worker;

import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Refusal;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.snmp.Counts;
import dev.bulkhead.engine.snmp.JobOutput;
import dev.bulkhead.engine.snmp.SnmpJobs;
import dev.bulkhead.engine.snmp.WarmUp;
import dev.bulkhead.engine.wire.Figures;
import dev.bulkhead.engine.wire.FrameReader;
import dev.bulkhead.engine.wire.FrameWriter;
import dev.bulkhead.engine.wire.FromWorker;
import dev.bulkhead.engine.wire.ToWorker;
import dev.bulkhead.engine.wire.WireProtocol;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Obeys the parent: greets, warms up, runs a job, perhaps others of equal targets after it, and
 * stops when told or when stdin ends. Between jobs it says nothing unless it is asked.
 */
final class JobLoop {
    private final FrameReader commands;
    private final FrameWriter frames;
    private final Outbound outbound = new Outbound(Runtime.getRuntime().maxMemory());
    private final SnmpJobs jobs = new SnmpJobs();
    private final JobOutput output = new ToParent();
    private final boolean spare;
    private @Nullable SimulatorJob simulator;

    /** What was counted before the job that runs. */
    private volatile Figures before = Figures.ZERO;

    /** A loop that has time to warm up if it is a spare's. */
    JobLoop(InputStream in, OutputStream out, boolean spare) {
        this.spare = spare;
        this.commands = new FrameReader(new BufferedInputStream(in));
        this.frames = new FrameWriter(out);
        jobs.counts().logTo(line -> WorkerMain.log(List.of(line)));
    }

    /** Returns when stdin has ended. */
    void run() throws IOException, InterruptedException {
        frames.write(new FromWorker.Hello(WireProtocol.VERSION, WireProtocol.BUILD_ID, List.of()));
        startThread("out", this::writeFrames);
        if (spare) {
            startThread("warm", this::warmUp);
        }
        for (Optional<ToWorker> command = commands.readToWorker();
                command.isPresent();
                command = commands.readToWorker()) {
            switch (command.get()) {
                case ToWorker.Run run -> start(run);
                case ToWorker.Cancel cancel -> cancel();
                case ToWorker.Wake wake -> outbound.add(new FromWorker.Ready());
                case ToWorker.Trace(boolean on) -> trace(on);
            }
        }
    }

    private static void startThread(String name, Runnable task) {
        Thread.ofPlatform().daemon().name(name).start(task);
    }

    private void warmUp() {
        try {
            for (ToWorker.Run run : FrameWarmUp.run(WarmUp.run())) {
                startOf(run);
            }
            counted().since(before);
            outbound.add(new FromWorker.Ready());
        } catch (IOException e) {
            throw new IllegalStateException("the warm-up failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(ToWorker.Run run) {
        before = counted();
        outbound.begin();
        if (run.spec() instanceof JobSpec.Simulate simulate) {
            simulator = new SimulatorJob(outbound);
            simulator.start(simulate);
        } else {
            trace(run.traced());
            jobs.start(run.spec(), run.keys(), run.engineId(), startOf(run), output);
        }
    }

    private static StartPoint startOf(ToWorker.Run run) {
        return run.start().later(Duration.between(run.said(), Instant.now()));
    }

    private void trace(boolean on) {
        jobs.trace(on ? Optional.of(outbound::offer) : Optional.empty());
    }

    private void cancel() {
        if (simulator != null) {
            simulator.stop();
        } else {
            jobs.cancel(output);
        }
    }

    private void writeFrames() {
        Housekeeping housekeeping = new Housekeeping();
        try {
            while (true) {
                Optional<FromWorker> message = outbound.take();
                if (message.isEmpty()) {
                    housekeeping.look();
                }
                if (message.isEmpty() || message.get() instanceof FromWorker.Done) {
                    frames.write(new FromWorker.Beat(figures()));
                }
                if (message.isPresent()) {
                    frames.write(message.get());
                }
            }
        } catch (IOException e) {
            // The parent does not listen any more.
            WorkerMain.halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Figures figures() {
        return counted().since(before);
    }

    private Figures counted() {
        Counts counts = jobs.counts();
        return new Figures(
                counts.requestCount(),
                counts.timeoutCount(),
                counts.retryCount(),
                counts.varBindCount(),
                counts.listenCounts(),
                counts.strays(),
                outbound.length(),
                Runtime.getRuntime().totalMemory());
    }

    /** Puts what the job gives into the queue. */
    private final class ToParent implements JobOutput {
        @Override
        public void sample(Sample sample) {
            try {
                outbound.put(sample);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void polled(List<Sample> samples, List<MissedRounds> missed) {
            outbound.offer(samples, missed);
        }

        @Override
        public void listening(List<String> addresses) {
            outbound.add(new FromWorker.Listening(addresses));
        }

        @Override
        public boolean notification(Notification notification) {
            return outbound.offer(notification);
        }

        @Override
        public void refused(Refusal refusal) {
            outbound.add(new FromWorker.Refused(refusal));
        }

        @Override
        public void discovery(Discovery discovery) {
            try {
                outbound.put(discovery);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void swept(long position, SweepProgress progress) {
            outbound.swept(new FromWorker.Swept(position, progress));
        }

        @Override
        public void probed(Probe probe) {
            outbound.add(new FromWorker.Probed(probe));
        }

        @Override
        public void diagnosed(Diagnosis diagnosis) {
            outbound.add(new FromWorker.Diagnosed(diagnosis));
        }

        @Override
        public void gap(Instant from, Instant to, String reason) {
            outbound.add(new FromWorker.Gap(from, to, reason));
        }

        @Override
        public void rootsDone(int count) {
            outbound.add(new FromWorker.RootsDone(count));
        }

        @Override
        public void done(Optional<Failure> failure) {
            outbound.add(new FromWorker.Done(failure));
        }
    }
}
