package dev.bulkhead.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * Spoilt messages, as answers and as notifications, to real workers: none exits, none hangs, what
 * is right still arrives, nothing is told that nobody sent, and the heap is what it was.
 *
 * <p>Some of them in every build. All, and 20,000 mixes of each kind, take some minutes:
 *
 * <pre>mvn -pl tests -am test -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dfuzz.full=true</pre>
 *
 * <p>{@code -Dfuzz.mixes=N} is another number of mixes; {@code -Dfuzz.seed=N} repeats a run's
 * choices, a failure names it.
 */
class FuzzTest {
    private static final boolean FULL = Boolean.getBoolean("fuzz.full");
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime() & 0xFFFF);
    private static final int MIXES = Integer.getInteger("fuzz.mixes", FULL ? 20_000 : 1_000);

    /** Of the systematic ones, where not all are sent, one of so many. */
    private static final int STRIDE = 16;

    private static final Duration PATIENCE = Duration.ofMinutes(FULL ? 10 : 2);

    /** So many later a worker has seen all kinds of messages. */
    private static final int WARM = 5_000;

    private static FuzzPlan.Size size(int parts) {
        return new FuzzPlan.Size(FULL ? 1 : STRIDE, MIXES / parts, SEED);
    }

    @Test
    void spoiltAnswersOfV1HarmNothing() throws Exception {
        FuzzedAnswers answers = new FuzzedAnswers(size(2), FuzzLayer.V1_MESSAGE);
        check(answers, Targets::patientV1);
        assertThat(answers.tally().timeouts()).isZero();
    }

    @Test
    void spoiltAnswersOfV2cHarmNothing() throws Exception {
        FuzzedAnswers answers = new FuzzedAnswers(size(2), FuzzLayer.V2C_MESSAGE);
        check(answers, Targets::patient);
        assertThat(answers.tally().timeouts()).isZero();
    }

    @Test
    void spoiltAnswersOfV3HarmNothing() throws Exception {
        FuzzedAnswers answers =
                new FuzzedAnswers(
                        size(1),
                        FuzzLayer.V3_MESSAGE,
                        FuzzLayer.V3_SIGNED,
                        FuzzLayer.V3_SCOPED_PDU,
                        FuzzLayer.V3_NOT_ENCRYPTED,
                        FuzzLayer.V3_PLAIN,
                        FuzzLayer.V3_REPORT);
        check(answers, FuzzTest::user);
    }

    /** Whoever signs that an engine has restarted is believed, which costs a timeout. */
    private static Target user(int port) {
        return new Target("127.0.0.1", port, Targets.usualUser(), Duration.ofSeconds(1), 0);
    }

    private static void check(FuzzedAnswers answers, IntFunction<Target> target) throws Exception {
        FuzzPlan plan = answers.plan();
        try (HostileAgent agent = HostileAgent.start(answers);
                FuzzedJob job = start(answers.poll(target.apply(agent.port())), answers)) {
            job.await("warmth", () -> plan.taken() >= Math.min(WARM, plan.size() / 2));
            OptionalLong before = job.liveBytes();
            job.await("all to be sent", plan::isDone);
            answers.end();
            job.await("every canary", answers::allCanariesCame);
            OptionalLong after = job.liveBytes();
            print(plan, answers.tally().toString(), before, after);
            assertThat(agent.ledger().bugs()).isEmpty();
            assertThat(answers.problems()).as("seed " + SEED).isEmpty();
            job.assertUnharmed(before, after);
        }
    }

    private static FuzzedJob start(JobSpec spec, FuzzedAnswers answers) {
        return FuzzedJob.start(spec, PATIENCE, answers::happened);
    }

    @Test
    void spoiltNotificationsHarmNothing() throws Exception {
        CompletableFuture<String> address = new CompletableFuture<>();
        JobSpec listen =
                new JobSpec.Listen(
                        List.of(new Endpoint("127.0.0.1", 0)),
                        List.of(Targets.usualUser()),
                        1_000_000);
        try (FuzzedNotifications sender =
                        new FuzzedNotifications(
                                size(1),
                                FuzzLayer.V1_TRAP,
                                FuzzLayer.V2C_MESSAGE,
                                FuzzLayer.V3_MESSAGE,
                                FuzzLayer.V3_SIGNED,
                                FuzzLayer.V3_SCOPED_PDU,
                                FuzzLayer.V3_PLAIN);
                FuzzedJob job =
                        FuzzedJob.start(
                                listen,
                                PATIENCE,
                                event -> {
                                    if (event instanceof JobEvent.Listening ready) {
                                        address.complete(ready.addresses().getFirst());
                                    }
                                    sender.happened(event);
                                })) {
            job.await("the listener", address::isDone);
            String at = address.join();
            sender.sendTo(Integer.parseInt(at.substring(at.lastIndexOf(':') + 1)));
            FuzzPlan plan = sender.plan();
            sender.sendUpTo(Math.min(WARM, plan.size() / 2));
            OptionalLong before = job.liveBytes();
            sender.sendUpTo(plan.size());
            OptionalLong after = job.liveBytes();
            String came = sender.delivered() + " taken, " + sender.canaries() + " canaries";
            print(plan, came, before, after);
            assertThat(sender.problems()).as("seed " + SEED).isEmpty();
            job.assertUnharmed(before, after);
        }
    }

    private static void print(
            FuzzPlan plan, String outcome, OptionalLong before, OptionalLong after) {
        System.out.printf(
                Locale.ROOT,
                "fuzz: %d systematic, %d in all, seed %d: %s; heap %d, then %d octets%n",
                plan.systematic(),
                plan.size(),
                SEED,
                outcome,
                before.orElse(-1),
                after.orElse(-1));
    }
}
