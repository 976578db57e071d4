package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.ExitReason;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.sample.Sample;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A poll job whose worker is ended by force, and what the job told of it. Any thread. */
final class VictimJob {
    private static final int MOST_HITS = 4;
    private static final Duration RECOVERY = Duration.ofSeconds(3);

    /** What was done to the worker, and when. */
    record Hit(ExitReason how, Instant when) {}

    private final String name;
    private final List<Sample> samples = new ArrayList<>();
    private final List<JobEvent.Gap> gaps = new ArrayList<>();
    private final List<JobEvent.Restarting> deaths = new ArrayList<>();
    private final List<JobEvent.Failed> failures = new ArrayList<>();
    private final List<Hit> hits = new ArrayList<>();
    private long pid;
    private int samplesAtHit;

    VictimJob(String name) {
        this.name = name;
    }

    synchronized void take(JobEvent event) {
        switch (event) {
            case JobEvent.Started started -> pid = started.pid();
            case JobEvent.Samples some -> samples.addAll(some.samples());
            case JobEvent.Gap gap -> gaps.add(gap);
            case JobEvent.Restarting death -> deaths.add(death);
            case JobEvent.Failed failed -> failures.add(failed);
            case JobEvent.Finished finished -> {}
            case JobEvent.Listening listening -> {}
            case JobEvent.Notifications notifications -> {}
            case JobEvent.SenderRefused refused -> {}
            case JobEvent.Discovered discovered -> {}
            case JobEvent.Swept swept -> {}
            case JobEvent.Packets packets -> {}
            case JobEvent.Probed probed -> {}
            case JobEvent.Diagnosed diagnosed -> {}
        }
    }

    /** Forgets what was: fifty starts at once make each other late. */
    synchronized void begin() {
        samples.clear();
        gaps.clear();
        assertThat(deaths).as(name).isEmpty();
    }

    synchronized int sampleCount() {
        return samples.size();
    }

    /**
     * Whether it has got over its last hit, by three values; and may be hit again: a fifth death
     * within a minute has a pause of two seconds before it, a sixth is the job's end.
     */
    synchronized boolean mayBeHit() {
        return isBack() && hits.size() < MOST_HITS;
    }

    synchronized boolean isBack() {
        return deaths.size() >= hits.size() && samples.size() >= samplesAtHit + 3;
    }

    synchronized boolean isUnharmed() {
        return hits.isEmpty();
    }

    /** Does something to the worker's process. */
    synchronized void hit(ExitReason how) throws IOException, InterruptedException {
        hits.add(new Hit(how, Instant.now()));
        samplesAtHit = samples.size();
        switch (how) {
            case KILLED -> signal("-9");
            case HUNG -> signal("-STOP");
            default -> {
                // The agent does it.
            }
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
        assertThat(kill.waitFor()).as("kill %s %d", signal, pid).isZero();
    }

    /** Whether a death by memory was told. */
    synchronized boolean ranOutOfMemory() {
        return deaths.stream().anyMatch(death -> death.reason() == ExitReason.OUT_OF_MEMORY);
    }

    /** How long each hit kept it from its values. */
    synchronized List<Duration> outages() {
        List<Duration> outages = new ArrayList<>();
        List<JobEvent.Gap> ends = deathGaps();
        for (int i = 0; i < Math.min(hits.size(), ends.size()); i++) {
            outages.add(Duration.between(hits.get(i).when(), ends.get(i).to()));
        }
        return outages;
    }

    /** Rounds that did not come, or without values, though nothing was done to the worker. */
    synchronized List<String> lossesElsewhere() {
        List<String> losses = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            sample.failure().ifPresent(f -> losses.add(name + ": " + f.message()));
            long missing = i == 0 ? 0 : sample.round() - samples.get(i - 1).round() - 1;
            if (missing != 0 && !isRecovering(samples.get(i - 1), sample)) {
                losses.add(name + ": " + missing + " before round " + sample.round() + " " + gaps);
            }
        }
        if (deaths.size() > hits.size()) {
            losses.add(name + ": more deaths than hits: " + deaths);
        }
        return losses;
    }

    /** Within a death's gap, or so soon after that the new worker is still loading its classes. */
    private boolean isRecovering(Sample before, Sample after) {
        return deathGaps().stream()
                .anyMatch(gap ->
                        gap.from().isBefore(after.time())
                                && gap.to().plus(RECOVERY).isAfter(before.time()));
    }

    /** The gaps that a worker's death left, those of a single question aside. */
    private List<JobEvent.Gap> deathGaps() {
        return gaps.stream()
                .filter(gap -> gap.target().isEmpty() && gap.reason().startsWith("worker "))
                .toList();
    }

    /**
     * Each hit was told with its reason, and its gap marked; nothing came twice or out of order.
     */
    synchronized void assertEveryHitWasTold() {
        assertThat(failures).as(name).isEmpty();
        assertThat(deaths)
                .as(name)
                .extracting(JobEvent.Restarting::reason)
                .containsExactlyElementsOf(hits.stream().map(Hit::how).toList());
        assertThat(deathGaps())
                .as(name)
                .extracting(JobEvent.Gap::reason)
                .containsExactlyElementsOf(
                        hits.stream().map(hit -> "worker " + hit.how().word()).toList());
        List<Long> rounds = samples.stream().map(Sample::round).toList();
        assertThat(rounds).as(name).doesNotHaveDuplicates().isSorted();
    }
}
