package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.tests.faults.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A long run: 200 devices, a fifth of them in some trouble at any time, polled by four jobs two of
 * which lose their worker now and then. Every due round is answered, failed with a reason or a gap
 * with a reason; what the processes hold does not grow.
 *
 * <p>Small in every build; {@code -Dsoak.minutes=30} is the size of the promise, {@code
 * -Dsoak.seed} repeats a run's choices. {@code target/soak.log} tells how far a run is.
 */
class SoakTest {
    private static final int MINUTES = Integer.getInteger("soak.minutes", 0);
    private static final Duration LENGTH =
            MINUTES == 0 ? Duration.ofSeconds(16) : Duration.ofMinutes(MINUTES);
    private static final long SEED = Long.getLong("soak.seed", System.nanoTime());

    private static final int DEVICES = 200;
    private static final int USERS_FROM = 140;
    private static final double PROMISED = 0.9999;

    /** Four fifths of the devices are well. */
    private static final double ANSWERED_AT_LEAST = 0.7;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    /** From here on a difference of two quarters of a run says something. */
    private static final int MINUTES_TO_SETTLE = 10;

    private static final Path LOG = Path.of("target", "soak.log");

    @Test
    void everyDueRoundIsAccountedForAndNothingGrows() throws Exception {
        assumeTrue(Footprint.isKnown(), "needs signals, /proc and all of 127.0.0.0/8");
        Files.createDirectories(LOG.toAbsolutePath().getParent());
        Files.deleteIfExists(LOG);
        log("%s, seed %d", LENGTH, SEED);
        List<SoakJob> jobs;
        SoakFootprints footprints;
        try (Fleet fleet = Fleet.start(DEVICES);
                Engine engine = Engine.open(EngineSettings.ofThisProcess(1))) {
            jobs = jobs(fleet);
            footprints = new SoakFootprints(jobs);
            jobs.forEach(job -> job.start(engine));
            live(fleet, jobs, footprints);
            log("the fleet took %.1f %% of a processor", processorShare(fleet.pid()));
            assertThat(fleet.bugs()).isEmpty();
        }
        report(jobs, footprints);
        for (SoakJob job : jobs) {
            assertThat(job.end()).as(job.name()).contains("Finished");
            assertThat(job.rounds().twice()).as(job.name()).isZero();
            job.assertDiedOfNothingElse();
            assertThat(job.rounds().answered())
                    .as(job.name())
                    .isGreaterThan((int) (job.rounds().due() * ANSWERED_AT_LEAST));
        }
        assertThat(lost(jobs)).as("seed %d", SEED).hasSizeLessThanOrEqualTo(tolerated(jobs));
        footprints.assertFlat(MINUTES >= MINUTES_TO_SETTLE);
    }

    /** Four jobs; the last one asks every device, along with one of the others. */
    private static List<SoakJob> jobs(Fleet fleet) {
        return List.of(
                job("v2c", fleet, 0, 100, 2, Fleet.received(8), true),
                job("v2c, each second", fleet, 100, USERS_FROM, 1, Fleet.received(4), false),
                job("v3", fleet, USERS_FROM, DEVICES, 2, Fleet.received(8), true),
                job("all", fleet, 0, DEVICES, 8, Fleet.sent(8), false));
    }

    private static SoakJob job(
            String name,
            Fleet fleet,
            int from,
            int end,
            int seconds,
            List<Oid> oids,
            boolean dies) {
        List<JobSpec.Poll.Item> items =
                IntStream.range(from, end)
                        .mapToObj(i -> fleet.target(i, i >= USERS_FROM, TIMEOUT, 1))
                        .map(target -> new JobSpec.Poll.Item(target, oids))
                        .toList();
        long count = LENGTH.toSeconds() / seconds;
        Schedule schedule = new Schedule(Duration.ofSeconds(seconds), count);
        return new SoakJob(name, new JobSpec.Poll(items, schedule), dies);
    }

    /** Lets the schedule of faults run until all jobs have come to their end. */
    private static void live(Fleet fleet, List<SoakJob> jobs, SoakFootprints footprints)
            throws Exception {
        Awaitility.await("the first values")
                .atMost(PATIENCE)
                .until(() -> jobs.stream().allMatch(SoakJob::hasBegun));
        FaultSchedule schedule = new FaultSchedule(fleet, USERS_FROM, LENGTH, new Random(SEED));
        long began = System.nanoTime();
        Duration atMost = LENGTH.plus(PATIENCE);
        for (long tick = 1; !jobs.stream().allMatch(SoakJob::isDone); tick++) {
            Duration age = Duration.ofNanos(System.nanoTime() - began);
            assertThat(age).isLessThan(atMost);
            schedule.runUntil(age, jobs);
            footprints.look(age);
            if (tick % 20 == 0) {
                // So that garbage is not taken for growth.
                System.gc();
                log("%s: %s; %s", age, schedule, footprints);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static List<String> lost(List<SoakJob> jobs) {
        List<String> lost = new ArrayList<>();
        jobs.forEach(
                job -> job.rounds().lost().forEach(each -> lost.add(job.name() + ": " + each)));
        return lost;
    }

    private static int tolerated(List<SoakJob> jobs) {
        return (int) (jobs.stream().mapToInt(job -> job.rounds().due()).sum() * (1 - PROMISED));
    }

    private static void report(List<SoakJob> jobs, SoakFootprints footprints) throws IOException {
        Map<String, Integer> all = new TreeMap<>();
        for (SoakJob job : jobs) {
            Map<String, Integer> counts = job.rounds().counts();
            counts.forEach((fate, count) -> all.merge(fate, count, Integer::sum));
            log(
                    "%s: %d due, %s, %d kills, gaps of all: %s",
                    job.name(), job.rounds().due(), counts, job.kills(), job.rounds().gapsOfAll());
        }
        List<String> lost = lost(jobs);
        log(
                "%d due, %s, %d lost: %s",
                jobs.stream().mapToInt(job -> job.rounds().due()).sum(),
                all,
                lost.size(),
                lost.stream().limit(100).toList());
        log("%s", footprints.table());
        System.out.println(Files.readString(LOG));
    }

    private static double processorShare(long pid) {
        return Footprint.of(pid).map(now -> (double) now.cpuTicks()).orElse(Double.NaN)
                / LENGTH.toSeconds();
    }

    private static void log(String format, Object... arguments) throws IOException {
        Files.writeString(
                LOG,
                String.format(Locale.ROOT, format + "%n", arguments),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
