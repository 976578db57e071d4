package dev.bulkhead.app.packets;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.JobId;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.trace.Packet;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Starts the window's jobs, and records their packets while the user wants that. A job that is not
 * recorded costs one comparison an event. Any thread.
 *
 * <p>Limits: {@link #MOST_RECORDINGS}; the oldest is forgotten, and its job, if it still runs, is
 * traced no more.
 */
public final class PacketRecorder implements JobStarter {
    /** How many jobs' packets are kept. */
    public static final int MOST_RECORDINGS = 6;

    private static final String KEY = "packets.record";

    private final JobStarter plain;
    private final JobStarter traced;
    private final InstantSource clock;
    private final Settings settings;
    private final Deque<Recording> recordings = new ArrayDeque<>();
    private final Map<JobId, Tap> taps = new ConcurrentHashMap<>();
    private volatile Function<Packet, String> words = Packet::summary;
    private volatile Runnable changed = () -> {};
    private volatile boolean isOn;

    /** Where a job's packets go; nowhere while it is not recorded. */
    private static final class Tap {
        private volatile @Nullable Recording recording;
        private volatile boolean isOver;
    }

    /**
     * Records if the settings say so.
     *
     * @param plain starts a job
     * @param traced starts a job that tells of its packets
     */
    public PacketRecorder(
            JobStarter plain, JobStarter traced, InstantSource clock, Settings settings) {
        this.plain = plain;
        this.traced = traced;
        this.clock = clock;
        this.settings = settings;
        isOn = settings.get(KEY).filter("true"::equals).isPresent();
    }

    /** What a filter looks at, in lower case; called on engine threads. */
    public void words(Function<Packet, String> ofPacket) {
        words = ofPacket;
    }

    /** Called from any thread whenever a packet came or a recording began or ended. */
    public void onChange(Runnable action) {
        changed = action;
    }

    /** Whether jobs that start from now on are recorded. */
    public boolean isOn() {
        return isOn;
    }

    /** Records jobs that start from now on, or no more; {@link Settings#save} keeps it. */
    public void record(boolean on) {
        isOn = on;
        settings.put(KEY, Boolean.toString(on));
        changed.run();
    }

    @Override
    public JobHandle submit(JobSpec spec, Consumer<JobEvent> listener) {
        Tap tap = new Tap();
        boolean recorded = isOn;
        if (recorded) {
            tap.recording = begin(spec);
        }
        JobHandle job = (recorded ? traced : plain).submit(spec, event -> on(event, tap, listener));
        taps.put(job.id(), tap);
        if (tap.isOver) {
            taps.remove(job.id());
        }
        Recording recording = tap.recording;
        if (recording != null) {
            recording.of(job);
        }
        return job;
    }

    private void on(JobEvent event, Tap tap, Consumer<JobEvent> listener) {
        Recording recording = tap.recording;
        switch (event) {
            case JobEvent.Packets packets -> {
                if (recording != null) {
                    recording.take(packets.packets());
                    changed.run();
                }
                return;
            }
            case JobEvent.Finished finished -> end(finished.job(), tap);
            case JobEvent.Failed failed -> end(failed.job(), tap);
            default -> {}
        }
        listener.accept(event);
    }

    private void end(JobId job, Tap tap) {
        tap.isOver = true;
        taps.remove(job);
        Recording recording = tap.recording;
        if (recording != null) {
            recording.end();
            changed.run();
        }
    }

    private Recording begin(JobSpec spec) {
        Recording recording = new Recording(spec, clock.instant(), packet -> words.apply(packet));
        Recording oldest = null;
        synchronized (recordings) {
            recordings.addFirst(recording);
            if (recordings.size() > MOST_RECORDINGS) {
                oldest = recordings.removeLast();
            }
        }
        if (oldest != null) {
            forget(oldest);
        }
        changed.run();
        return recording;
    }

    private void forget(Recording recording) {
        recording.end();
        recording
                .handle()
                .filter(job -> !job.isDone())
                .ifPresent(job -> {
                    Tap tap = taps.get(job.id());
                    if (tap != null) {
                        tap.recording = null;
                    }
                    job.trace(false);
                });
    }

    /** Whether a job runs whose packets are not recorded, but can be from now on. */
    public boolean canRecord(JobHandle job) {
        Tap tap = taps.get(job.id());
        return tap != null && tap.recording == null && !job.isDone();
    }

    /** Records a job that runs, from now on. */
    public void record(JobHandle job) {
        Tap tap = taps.get(job.id());
        if (tap != null && tap.recording == null) {
            Recording recording = begin(job.spec());
            recording.of(job);
            tap.recording = recording;
            job.trace(true);
        }
    }

    /** The recordings, newest first. */
    public List<Recording> recordings() {
        synchronized (recordings) {
            return List.copyOf(recordings);
        }
    }

    /** The recording of a job, if it is recorded. */
    public Optional<Recording> of(JobHandle job) {
        return recordings().stream()
                .filter(each -> each.handle().filter(h -> h.id().equals(job.id())).isPresent())
                .findFirst();
    }
}
