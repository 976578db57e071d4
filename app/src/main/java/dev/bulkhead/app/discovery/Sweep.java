package dev.bulkhead.app.discovery;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.sample.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One sweep under way. Written by the job's thread; what came waits until the window takes it.
 *
 * <p>Limits: at most {@link #LIMIT} devices are kept; the others are counted by the progress.
 */
final class Sweep {
    static final int LIMIT = 10_000;

    private final List<String> credentials;
    private final Set<Long> known = new HashSet<>();
    private List<FoundDevice> fresh = new ArrayList<>();
    private SweepProgress progress = SweepProgress.ZERO;
    private Optional<State> end = Optional.empty();
    private String problem = "";
    private volatile @Nullable JobHandle job;

    /** How it is. */
    enum State {
        IDLE,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * A sweep that has not begun.
     *
     * @param credentials their names, in the job's order
     */
    Sweep(List<String> credentials) {
        this.credentials = List.copyOf(credentials);
    }

    void submitted(JobHandle handle) {
        job = handle;
    }

    void cancel() {
        JobHandle running = job;
        if (running != null) {
            running.cancel();
        }
    }

    synchronized void on(JobEvent event) {
        switch (event) {
            case JobEvent.Discovered found -> found.discoveries().forEach(this::take);
            case JobEvent.Swept swept -> progress = swept.progress();
            case JobEvent.Failed failed -> {
                problem = failed.failure().message();
                end = Optional.of(State.FAILED);
            }
            case JobEvent.Finished finished ->
                    end = Optional.of(finished.cancelled() ? State.CANCELLED : State.DONE);
            case JobEvent.Started _, JobEvent.Restarting _, JobEvent.Gap _ -> {}
            case JobEvent.Samples _, JobEvent.Listening _, JobEvent.Notifications _ -> {}
            case JobEvent.SenderRefused _, JobEvent.Packets _ -> {}
            case JobEvent.Probed _, JobEvent.Diagnosed _ -> {}
        }
    }

    private void take(Discovery found) {
        if (known.size() >= LIMIT || !known.add(found.position())) {
            return;
        }
        switch (found) {
            case Discovery.Answered answered ->
                    fresh.add(FoundDevice.of(answered, credentials.get(answered.credential())));
            case Discovery.Refused refused -> fresh.add(FoundDevice.of(refused, why(refused)));
            case Discovery.Unresolved name ->
                    problem = new Failure.UnknownHost(name.host()).message();
        }
    }

    private static String why(Discovery.Refused refused) {
        String reasons =
                refused.reasons().stream().map(Failure::message).collect(Collectors.joining("; "));
        return Words.text("discovery.refused", reasons);
    }

    synchronized List<FoundDevice> drain() {
        List<FoundDevice> taken = fresh;
        fresh = new ArrayList<>();
        return taken;
    }

    synchronized SweepProgress progress() {
        return progress;
    }

    synchronized State state() {
        return end.orElse(State.RUNNING);
    }

    synchronized String problem() {
        return problem;
    }
}
