package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.tests.faults.Fleet;
import dev.bulkhead.tests.faults.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * One target of 200 in a job is bad: the others lose no round, and their answers are not much later
 * than when all are well.
 *
 * <p>Each trouble lasts some rounds, then comes the next, again and again, with rounds among them
 * in which all are well: so whatever else the machine does is done to all alike.
 *
 * <p>Small in every build, which asserts what is lost and prints the delays; {@code
 * -DoneBadTarget.cycles=8} is the size of the promise, and asserts the delays too.
 */
class OneBadTargetTest {
    private static final int TARGETS = 200;

    /** Amidst others that have their turn along with it. */
    private static final int BAD = 105;

    private static final int CYCLES = Integer.getInteger("oneBadTarget.cycles", 1);
    private static final int ROUNDS = 3;
    private static final long WARM_UP = 3;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int RETRIES = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the delays may grow by: the greater of the two. */
    private static final double MORE_MILLIS = 10;

    private static final double MORE_TIMES = 1.25;
    private static final double P99 = 0.99;

    private static final List<Trouble> TROUBLES =
            List.of(
                    Trouble.NONE,
                    Trouble.SILENT,
                    Trouble.SLOW_30S,
                    Trouble.FLOODING,
                    Trouble.FLOODING_FAST,
                    Trouble.TRUNCATED,
                    Trouble.FUZZ);

    @Test
    void theOthersLoseNothingAndAreNotHeldUp() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs all of 127.0.0.0/8");
        Map<Trouble, List<Long>> roundsOf = new EnumMap<>(Trouble.class);
        TROUBLES.forEach(trouble -> roundsOf.put(trouble, new ArrayList<>()));
        PolledRounds rounds;
        try (Fleet fleet = Fleet.start(TARGETS);
                Engine engine = Engine.open(EngineSettings.ofThisProcess(1))) {
            JobSpec.Poll poll = poll(fleet);
            rounds = new PolledRounds(poll);
            JobHandle job = engine.submit(poll, rounds::take);
            await(rounds, CYCLES * WARM_UP);
            for (int i = 0; i < CYCLES * TROUBLES.size(); i++) {
                Trouble trouble = TROUBLES.get(i % TROUBLES.size());
                fleet.befall(BAD, trouble);
                roundsOf.get(trouble).addAll(nextRounds(rounds));
            }
            job.cancel();
            assertThat(job.await(PATIENCE)).isTrue();
            assertThat(fleet.bugs()).isEmpty();
        }
        report(rounds, roundsOf);
        roundsOf.forEach((trouble, some) ->
                assertThat(rounds.lost(healthy(), some)).as("%s", trouble).isEmpty());
        if (CYCLES > 1) {
            assertNotHeldUp(rounds, roundsOf);
        }
    }

    private static JobSpec.Poll poll(Fleet fleet) {
        List<JobSpec.Poll.Item> items =
                IntStream.range(0, TARGETS)
                        .mapToObj(i ->
                                new JobSpec.Poll.Item(
                                        fleet.target(i, false, TIMEOUT, RETRIES),
                                        Fleet.received(8)))
                        .toList();
        return new JobSpec.Poll(items, new Schedule(EVERY, 0));
    }

    private static List<Integer> healthy() {
        return IntStream.range(0, TARGETS).filter(i -> i != BAD).boxed().toList();
    }

    /** Lets some whole rounds go by. */
    private static List<Long> nextRounds(PolledRounds rounds) {
        long first = rounds.newest() + 1;
        await(rounds, first + ROUNDS - 1);
        return LongStream.range(first, first + ROUNDS).boxed().toList();
    }

    private static void await(PolledRounds rounds, long round) {
        Awaitility.await("round " + (round + 1))
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> rounds.newest() > round);
    }

    private static void report(PolledRounds rounds, Map<Trouble, List<Long>> roundsOf)
            throws IOException {
        StringBuilder table =
                new StringBuilder(
                        """
                        | one of %d is | polls of the others | lost | delay, median | p99 | max |
                        |---|--:|--:|--:|--:|--:|
                        """
                                .formatted(TARGETS));
        roundsOf.forEach((trouble, some) ->
                table.append(
                        String.format(
                                Locale.ROOT,
                                "| %s | %d | %d | %.1f ms | %.1f ms | %.1f ms |%n",
                                trouble,
                                healthy().size() * some.size(),
                                rounds.lost(healthy(), some).size(),
                                rounds.delayMillis(healthy(), some, 0.5),
                                rounds.delayMillis(healthy(), some, P99),
                                rounds.delayMillis(healthy(), some, 1))));
        Path file = Path.of("target", "one-bad-target.md");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table);
        System.out.println(table);
    }

    private static void assertNotHeldUp(PolledRounds rounds, Map<Trouble, List<Long>> roundsOf) {
        double well = rounds.delayMillis(healthy(), roundsOf.get(Trouble.NONE), P99);
        double limit = Math.max(well + MORE_MILLIS, well * MORE_TIMES);
        roundsOf.forEach((trouble, some) ->
                assertThat(rounds.delayMillis(healthy(), some, P99))
                        .as("%s", trouble)
                        .isLessThanOrEqualTo(limit));
    }
}
