package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Scene.IF_DESCR;
import static dev.bulkhead.tests.faults.Scene.SYS_NAME;
import static dev.bulkhead.tests.faults.Scene.assertSystem;
import static dev.bulkhead.tests.faults.Scene.get;
import static dev.bulkhead.tests.faults.Scene.item;
import static dev.bulkhead.tests.faults.Scene.poll;
import static dev.bulkhead.tests.faults.Scene.system;
import static dev.bulkhead.tests.faults.Scene.text;
import static dev.bulkhead.tests.faults.Scene.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.util.Arrays;

/** What a manager must make of {@link StructureFault}s. */
final class StructureChecks {
    private static final int REPETITIONS = 25;
    private static final int FUZZ_ROUNDS = 60;

    private StructureChecks() {}

    static void check(StructureFault fault, Scene scene) throws IOException {
        switch (fault) {
            case TRUNCATED, LEN_OVER, INDEFINITE -> malformed(scene);
            case TRAILING -> trailing(scene);
            case LEN_NEGATIVE, DEEP_NESTING -> noValueButLife(scene);
            case BAD_OID_BYTE -> badName(scene);
            case FUZZ -> fuzz(scene);
        }
    }

    private static void malformed(Scene scene) {
        ObservedJob once = scene.run(get(scene.impatient(), SYS_NAME));
        assertThat(once.varBinds()).isEmpty();
        assertThat(once.requireFailure()).isInstanceOf(Failure.Timeout.class);
        assertThat(scene.ledger().count()).isEqualTo(2);
        ObservedJob job = scene.start(poll(700, item(scene.impatient(), SYS_NAME)));
        job.awaitStrays("malformed messages", strays -> strays.malformed() >= 1);
        job.awaitSamples(1).cancel();
        assertThat(job.answered()).isEmpty();
    }

    private static void trailing(Scene scene) {
        ObservedJob job = scene.run(get(scene.impatient(), system()));
        if (job.failure().isEmpty()) {
            assertSystem(job);
        } else {
            assertThat(job.varBinds()).isEmpty();
            assertThat(job.said()).containsPattern("surplus|trailing|after the message|malformed");
        }
    }

    /** Nothing is shown for it, and the worker goes on with its other targets. */
    private static void noValueButLife(Scene scene) throws IOException {
        ObservedJob once = scene.run(get(scene.impatient(), SYS_NAME));
        assertNothingShown(once);
        Target other = Targets.patient(scene.healthy().port());
        ObservedJob job =
                scene.start(poll(200, item(scene.impatient(), SYS_NAME), item(other, SYS_NAME)));
        job.await("both", j -> j.samplesOf(0).size() >= 4 && j.samplesOf(1).size() >= 4).cancel();
        assertThat(job.samplesOf(1))
                .allMatch(s -> s.varBinds().getFirst().value().equals(text("hostile")));
        job.samplesOf(0).forEach(s -> s.varBinds().forEach(StructureChecks::assertMarked));
    }

    private static void assertNothingShown(ObservedJob job) {
        job.varBinds().forEach(StructureChecks::assertMarked);
        assertThat(job.failure().isPresent() || !job.varBinds().isEmpty()).isTrue();
    }

    /** A mark in a value's place is neither a number nor a text that the agent did not send. */
    private static void assertMarked(VarBind varBind) {
        assertThat(varBind.value())
                .isNotInstanceOfAny(
                        SmiValue.Integer32.class,
                        SmiValue.Counter32.class,
                        SmiValue.Gauge32.class,
                        SmiValue.TimeTicks.class,
                        SmiValue.Counter64.class);
        assertThat(varBind.value()).isNotEqualTo(text(""));
    }

    private static void badName(Scene scene) {
        ObservedJob read = scene.run(get(scene.impatient(), system()));
        assertThat(read.values())
                .as("no value under a name that was cut")
                .doesNotContain(text("hostile"), text("loopback"));
        assertThat(read.failure().isPresent() || !read.varBinds().isEmpty()).isTrue();
        ObservedJob walked = scene.run(walk(scene.impatient(), REPETITIONS, IF_DESCR));
        assertThat(walked.values()).doesNotContain(text(Device.descr(1)));
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(12);
    }

    private static void fuzz(Scene scene) throws IOException {
        HostileAgent v3 = scene.another();
        ObservedJob job =
                scene.start(
                        poll(
                                60,
                                item(scene.patient(), system()),
                                item(Targets.patientUser(v3.port()), system())));
        job.await("all rounds", j -> j.samplesOf(0).size() >= FUZZ_ROUNDS);
        job.await("all of v3", j -> j.samplesOf(1).size() >= FUZZ_ROUNDS).cancel();
        assertThat(job.all(JobEvent.Restarting.class)).isEmpty();
        assertThat(job.samplesOf(1))
                .as("a forged message of v3 is no answer")
                .allMatch(sample ->
                        sample.failure().isPresent()
                                || sample.varBinds().stream()
                                        .map(VarBind::name)
                                        .toList()
                                        .equals(Arrays.stream(system()).map(Name::oid).toList()));
        assertThat(job.samplesOf(1)).anyMatch(sample -> sample.failure().isEmpty());
        ObservedJob walked = scene.run(walk(scene.patient(), 0, IF_DESCR));
        assertThat(walked.events().getLast())
                .isInstanceOfAny(JobEvent.Finished.class, JobEvent.Failed.class);
    }
}
