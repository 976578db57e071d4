package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Scene.SYS_DESCR;
import static dev.bulkhead.tests.faults.Scene.SYS_NAME;
import static dev.bulkhead.tests.faults.Scene.item;
import static dev.bulkhead.tests.faults.Scene.poll;
import static dev.bulkhead.tests.faults.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a manager must make of {@link TransportFault}s. */
final class TransportChecks {
    private static final SmiValue NAME = text("hostile");

    private TransportChecks() {}

    static void check(TransportFault fault, Scene scene) throws IOException {
        switch (fault) {
            case DROP_ALL -> dropAll(scene);
            case DROP_FIRST -> dropFirst(scene);
            case DROP_HALF -> dropHalf(scene);
            case SLOW -> slow(scene);
            case SLOW_30S, ECHO -> timesOut(scene);
            case JITTER -> jitter(scene);
            case DUP, STALE_FIRST -> strayAnswers(scene);
            case OTHER_PORT -> otherSource(scene, scene.agent().otherPort());
            case OTHER_ADDR -> otherSource(scene, HostileAgent.OTHER_ADDRESS);
            case PORT_CLOSED -> portClosed(scene);
            case FLAP -> flap(scene);
            case RATE_LIMIT -> rateLimit(scene);
            case EMPTY_DATAGRAM -> emptyDatagram(scene);
            case GARBAGE_THEN_GOOD -> garbage(scene);
            case FLOOD -> flood(scene);
            case HUGE_DATAGRAM -> huge(scene);
        }
    }

    private static ObservedJob getName(Scene scene, Target target) {
        return scene.run(Scene.get(target, SYS_NAME));
    }

    /** That a silent agent does not keep another from being asked by the same worker. */
    private static void assertOthersUnaffected(Scene scene) throws IOException {
        Target other = Targets.patient(scene.healthy().port());
        ObservedJob job =
                scene.start(poll(200, item(scene.impatient(), SYS_NAME), item(other, SYS_NAME)));
        job.await("samples of both", j -> j.samplesOf(0).size() >= 2 && j.samplesOf(1).size() >= 5);
        job.cancel();
        assertThat(job.samplesOf(0)).allMatch(sample -> sample.failure().isPresent());
        assertThat(job.samplesOf(1)).allMatch(sample -> sample.failure().isEmpty());
    }

    private static void dropAll(Scene scene) throws IOException {
        ObservedJob job = getName(scene, scene.impatient());
        assertThat(job.requireFailure()).isInstanceOf(Failure.Timeout.class);
        Failure.Timeout timeout = (Failure.Timeout) job.requireFailure();
        assertThat(timeout.waited()).isEqualTo(Duration.ofMillis(600));
        assertThat(scene.ledger().count()).isEqualTo(2);
        assertOthersUnaffected(scene);
    }

    private static void dropFirst(Scene scene) {
        ObservedJob job = scene.start(poll(700, item(scene.impatient(), SYS_NAME)));
        job.awaitSamples(2).awaitStatus("a retry", status -> status.retries() >= 1).cancel();
        assertThat(job.sampleFailures()).isEmpty();
        assertThat(job.values()).containsOnly(NAME);
    }

    private static void dropHalf(Scene scene) {
        ObservedJob job = scene.start(poll(100, item(scene.impatient(), SYS_NAME, Device.RECEIPT)));
        job.await("answers and one timeout", j -> j.answered().size() >= 8).cancel();
        assertThat(job.sampleFailures()).allMatch(Failure.Timeout.class::isInstance);
        job.answered()
                .forEach(sample -> assertThat(sample.varBinds().get(0).value()).isEqualTo(NAME));
        assertReceiptsIncrease(job);
    }

    /** Each answer belongs to a request of its own, and to a later one than the answer before. */
    private static void assertReceiptsIncrease(ObservedJob job) {
        List<Integer> receipts = new ArrayList<>();
        for (Sample sample : job.answered()) {
            SmiValue value = sample.varBinds().getLast().value();
            assertThat(value).isInstanceOf(SmiValue.Integer32.class);
            receipts.add(((SmiValue.Integer32) value).value());
        }
        assertThat(receipts).isSorted().doesNotHaveDuplicates();
    }

    private static void slow(Scene scene) {
        ObservedJob job = scene.start(poll(500, item(scene.impatient(), SYS_NAME, Device.RECEIPT)));
        job.awaitSamples(3).awaitStrays("late answers", strays -> strays.stale() >= 2).cancel();
        assertThat(job.sampleFailures()).allMatch(Failure.Timeout.class::isInstance);
        assertReceiptsIncrease(job);
    }

    /** Answers never fit; those that come late or are none are counted. */
    private static void timesOut(Scene scene) {
        assertThat(getName(scene, scene.impatient()).requireFailure())
                .isInstanceOf(Failure.Timeout.class);
        assertThat(scene.ledger().count()).isEqualTo(2);
        ObservedJob job = scene.start(poll(700, item(scene.impatient(), SYS_NAME)));
        job.awaitStrays("what was dropped", strays -> strays.stale() + strays.wrongKind() >= 1);
        job.awaitSamples(1).cancel();
        assertThat(job.answered()).isEmpty();
    }

    private static void jitter(Scene scene) {
        JobSpec.Poll.Item[] items =
                IntStream.rangeClosed(1, Device.INTERFACES)
                        .mapToObj(i -> item(scene.patient(), Scene.IF_DESCR.child(i)))
                        .toArray(JobSpec.Poll.Item[]::new);
        ObservedJob job = scene.start(poll(400, items)).awaitSamples(24).cancel();
        assertThat(job.sampleFailures()).isEmpty();
        for (Sample sample : job.samples()) {
            String right = Device.descr(sample.target() + 1);
            assertThat(sample.varBinds().getFirst().value()).isEqualTo(text(right));
        }
    }

    private static void strayAnswers(Scene scene) {
        ObservedJob job = scene.start(poll(200, item(scene.patient(), SYS_NAME, Device.RECEIPT)));
        job.awaitSamples(5).awaitStrays("stale answers", strays -> strays.stale() >= 2).cancel();
        assertThat(job.sampleFailures()).isEmpty();
        assertThat(job.samples()).extracting(Sample::round).isSorted().doesNotHaveDuplicates();
        assertReceiptsIncrease(job);
    }

    private static void otherSource(Scene scene, String source) {
        ObservedJob job = scene.run(Scene.get(scene.impatient(), SYS_NAME, SYS_DESCR));
        assertThat(job.varBinds()).isEmpty();
        assertThat(job.requireFailure()).isInstanceOf(Failure.class);
        // The request, its retry, and one that listens for answers from elsewhere.
        assertThat(scene.ledger().count()).isEqualTo(3);
        assertThat(job.said()).as("where the answer came from").contains(source);
    }

    private static void portClosed(Scene scene) throws IOException {
        Target closed = scene.impatient();
        scene.agent().close();
        ObservedJob job = getName(scene, closed);
        assertThat(job.requireFailure()).isInstanceOf(Failure.Unreachable.class);
        assertThat(job.requireFailure().message())
                .containsPattern("port unreachable|no program listens at this port");
        Target other = Targets.patient(scene.healthy().port());
        ObservedJob both = scene.start(poll(200, item(closed, SYS_NAME), item(other, SYS_NAME)));
        both.await("both", j -> j.samplesOf(0).size() >= 2 && j.samplesOf(1).size() >= 3).cancel();
        assertThat(both.samplesOf(1)).allMatch(sample -> sample.failure().isEmpty());
    }

    private static void flap(Scene scene) {
        Target target =
                new Target(
                        "127.0.0.1",
                        scene.port(),
                        Targets.community(SnmpVersion.V2C),
                        Duration.ofMillis(150),
                        0);
        ObservedJob job = scene.start(poll(250, item(target, SYS_NAME)));
        job.await("up, down and up again", j -> changes(j.samples()) >= 3).cancel();
        assertThat(job.all(JobEvent.Started.class)).hasSize(1);
        assertThat(job.sampleFailures()).allMatch(Failure.Timeout.class::isInstance);
        assertThat(job.values()).containsOnly(NAME);
    }

    /** How often the state of a device changed, and its first state if that is up. */
    private static int changes(List<Sample> samples) {
        int changes = 0;
        boolean up = false;
        for (Sample sample : samples) {
            changes += sample.failure().isEmpty() != up ? 1 : 0;
            up = sample.failure().isEmpty();
        }
        return changes;
    }

    private static void rateLimit(Scene scene) {
        Target target =
                new Target(
                        "127.0.0.1",
                        scene.port(),
                        Targets.community(SnmpVersion.V2C),
                        Duration.ofMillis(300),
                        5);
        ObservedJob job =
                scene.run(Scene.walk(target, 0, Scene.IF_DESCR, Device.IF_ENTRY.child(1)));
        assertThat(job.failure()).isEmpty();
        assertThat(job.textsBelow(Scene.IF_DESCR)).containsExactly(Scene.descrs());
        assertThat(job.varBinds()).hasSize(2 * Device.INTERFACES);
        // Not more than one repetition of each request on average.
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(2 * scene.ledger().firstCopies());
    }

    private static void emptyDatagram(Scene scene) throws IOException {
        assertThat(getName(scene, scene.impatient()).requireFailure())
                .isInstanceOf(Failure.Timeout.class);
        assertThat(scene.ledger().count()).isEqualTo(2);
        assertOthersUnaffected(scene);
    }

    private static void garbage(Scene scene) {
        ObservedJob job = getName(scene, scene.patient());
        assertThat(job.values()).containsExactly(NAME);
        assertThat(scene.ledger().count()).isEqualTo(1);
    }

    private static void flood(Scene scene) {
        ObservedJob job = scene.start(poll(60_000, item(scene.patient(), SYS_NAME)));
        // The system drops some if the worker sleeps too long.
        job.awaitSamples(1).awaitStrays("the flood", strays -> strays.stale() >= 400);
        long stale = job.handle().worker().orElseThrow().strays().stale();
        job.cancel();
        assertThat(stale).isLessThanOrEqualTo(500);
        assertThat(job.values()).containsExactly(NAME);
    }

    private static void huge(Scene scene) {
        ObservedJob job = scene.run(Scene.get(scene.patient(), SYS_DESCR));
        if (job.varBinds().isEmpty()) {
            assertThat(job.requireFailure().message()).contains("large");
        } else {
            assertThat(job.values()).containsExactly(text("y".repeat(Targets.HUGE)));
        }
    }
}
