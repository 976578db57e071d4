package dev.bulkhead.tests.faults;

import static dev.bulkhead.tests.faults.Scene.IF_DESCR;
import static dev.bulkhead.tests.faults.Scene.SYS_NAME;
import static dev.bulkhead.tests.faults.Scene.item;
import static dev.bulkhead.tests.faults.Scene.poll;
import static dev.bulkhead.tests.faults.Scene.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What a manager must make of {@link WalkFault}s. */
final class WalkChecks {
    private static final int REPETITIONS = 25;
    private static final Name LAST_COLUMN = Device.IF_X_ENTRY.child(19);

    private WalkChecks() {}

    static void check(WalkFault fault, Scene scene) throws IOException {
        switch (fault) {
            case WALK_LOOP -> loop(scene);
            case WALK_SAME -> same(scene);
            case WALK_ENDLESS -> endless(scene);
            case END_GENERR -> ends(scene, Failure.ErrorResponse.class, "genErr");
            case END_NULL -> ends(scene, Failure.NotIncreasing.class, "not increasing");
            case V1_EXCEPTIONS -> v1Exceptions(scene);
            case HOLE_EXCEPTION -> hole(scene);
            case SPARSE -> sparse(scene);
            case REBOOT -> reboot(scene);
        }
    }

    private static void loop(Scene scene) throws IOException {
        ObservedJob job = scene.run(walk(scene.patient(), 0, IF_DESCR));
        assertThat(job.requireFailure()).isInstanceOf(Failure.NotIncreasing.class);
        assertThat(job.names()).containsExactlyElementsOf(rows(Targets.RING));
        assertThat(scene.ledger().firstCopies()).isLessThanOrEqualTo(Targets.RING + 2);
        HostileAgent fresh = scene.another();
        ObservedJob bulk = scene.run(walk(Targets.patient(fresh.port()), REPETITIONS, IF_DESCR));
        assertThat(bulk.requireFailure()).isInstanceOf(Failure.NotIncreasing.class);
        assertThat(bulk.names()).containsExactlyElementsOf(rows(Targets.RING));
        assertThat(fresh.ledger().firstCopies()).isLessThanOrEqualTo(2);
    }

    private static List<Oid> rows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> IF_DESCR.child(i).oid()).toList();
    }

    private static void same(Scene scene) {
        ObservedJob job = scene.run(walk(scene.patient(), 0, IF_DESCR));
        assertThat(job.requireFailure()).isInstanceOf(Failure.NotIncreasing.class);
        assertThat(job.requireFailure().message()).contains("OID not increasing");
        assertThat(scene.ledger().firstCopies()).isEqualTo(1);
    }

    private static void endless(Scene scene) {
        WalkOptions rows = new WalkOptions(REPETITIONS, true, 500, Duration.ZERO);
        ObservedJob limited =
                scene.run(new JobSpec.Walk(scene.patient(), Scene.oids(IF_DESCR), rows));
        assertThat(limited.requireFailure()).isInstanceOf(Failure.LimitReached.class);
        assertThat(limited.names()).containsExactlyElementsOf(rows(500));
        WalkOptions time = new WalkOptions(REPETITIONS, true, 0, Duration.ofMillis(500));
        ObservedJob timed =
                scene.run(new JobSpec.Walk(scene.patient(), Scene.oids(IF_DESCR), time));
        assertThat(timed.requireFailure()).isInstanceOf(Failure.LimitReached.class);
        assertThat(timed.names()).startsWith(rows(1).getFirst()).doesNotHaveDuplicates();
    }

    /** A walk over the end of the tree keeps its rows and says how it ended. */
    private static void ends(Scene scene, Class<? extends Failure> why, String word) {
        Name private1 = Name.parse("1.3.6.1.4.1");
        for (int repetitions : new int[] {0, REPETITIONS}) {
            ObservedJob job = scene.run(walk(scene.patient(), repetitions, LAST_COLUMN, private1));
            assertThat(job.below(LAST_COLUMN)).hasSize(Device.INTERFACES);
            assertThat(job.value(Device.RECEIPT)).isPresent();
            assertThat(job.requireFailure()).isInstanceOf(why);
            assertThat(job.requireFailure().message()).contains(word);
        }
        assertThat(scene.ledger().mostEqualInRow()).isLessThanOrEqualTo(2);
    }

    private static void v1Exceptions(Scene scene) {
        Target v1 = Targets.patientV1(scene.port());
        ObservedJob job = scene.run(walk(v1, 0, LAST_COLUMN, Name.parse("1.3.6.1.4.1")));
        assertThat(job.below(LAST_COLUMN)).hasSize(Device.INTERFACES);
        assertThat(job.value(Device.RECEIPT)).isPresent();
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(Device.INTERFACES + 6);
        Name missing = Name.parse("1.3.6.1.4.1.1");
        ObservedJob read = scene.run(Scene.get(v1, missing));
        assertThat(read.value(missing).orElse(SmiValue.Marker.NO_SUCH_OBJECT))
                .isInstanceOf(SmiValue.Marker.class);
    }

    private static void hole(Scene scene) {
        for (int repetitions : new int[] {0, REPETITIONS}) {
            ObservedJob job = scene.run(walk(scene.patient(), repetitions, IF_DESCR));
            List<String> texts =
                    job.below(IF_DESCR).stream()
                            .filter(each -> each.value() instanceof SmiValue.OctetString)
                            .map(each -> ObservedJob.textOf(each.value()))
                            .toList();
            assertThat(texts).startsWith(Device.descr(1), Device.descr(2), Device.descr(3));
            if (job.failure().isEmpty()) {
                assertThat(texts)
                        .as("a walk that ends without a message has gone on behind the hole")
                        .endsWith(Device.descr(6), Device.descr(7), Device.descr(8));
            }
        }
    }

    private static void sparse(Scene scene) {
        Name[] columns = {IF_DESCR, Device.IF_ENTRY.child(3), Device.IF_ENTRY.child(4)};
        ObservedJob job = scene.run(Scene.table(scene.patient(), columns));
        assertThat(job.failure()).isEmpty();
        Device device = WalkFault.sparse();
        for (Name column : columns) {
            List<Oid> cells = device.below(column).stream().map(Name::oid).toList();
            assertThat(cells).hasSizeBetween(1, Device.INTERFACES - 1);
            assertThat(job.below(column).stream().map(each -> each.name()))
                    .containsExactlyElementsOf(cells);
        }
        job.below(IF_DESCR)
                .forEach(cell ->
                        assertThat(ObservedJob.textOf(cell.value()))
                                .isEqualTo(Device.descr((int) cell.name().last())));
        assertThat(job.names().stream().map(Oid::last)).as("row by row").isSorted();
    }

    private static void reboot(Scene scene) throws IOException {
        Name octets = Device.IF_X_ENTRY.child(6, 1);
        ObservedJob job =
                scene.start(poll(150, item(scene.impatient(), Device.IN_PACKETS, octets)));
        job.await("rounds after the start", j -> j.samples().size() >= Targets.REBOOT_AFTER + 6);
        job.await("answers after it", j -> j.samples().getLast().failure().isEmpty()).cancel();
        CounterRate packets = new CounterRate();
        int reboots = 0;
        for (Sample sample : job.answered()) {
            switch (Rates.next(packets, sample, 0)) {
                case CounterRate.Outcome.Gap(CounterRate.Reason reason) ->
                        reboots += reason == CounterRate.Reason.REBOOT ? 1 : 0;
                case CounterRate.Outcome.Rate(double perSecond, boolean wrapped) ->
                        assertThat(perSecond).isBetween(50.0, 200.0);
            }
        }
        assertThat(reboots).isEqualTo(1);
        assertThat(job.samples().getLast().varBinds().getLast().value())
                .as("the interface has another number now")
                .isInstanceOf(SmiValue.Marker.class);

        ObservedJob table = scene.run(Scene.table(scene.patient(), IF_DESCR));
        assertThat(table.names())
                .isEqualTo(
                        IntStream.rangeClosed(1001, 1000 + Device.INTERFACES)
                                .mapToObj(i -> IF_DESCR.child(i).oid())
                                .toList());

        HostileAgent fresh = scene.another();
        ObservedJob walked = scene.run(walk(Targets.impatient(fresh.port()), 0, Device.IF_ENTRY));
        assertThat(walked.varBinds()).hasSizeGreaterThanOrEqualTo(Targets.REBOOT_AFTER - 1);
        assertThat(walked.names()).isSorted().doesNotHaveDuplicates();
        assertThat(walked.events().getLast())
                .isInstanceOfAny(JobEvent.Finished.class, JobEvent.Failed.class);
        assertThat(scene.run(Scene.get(scene.patient(), SYS_NAME)).failure()).isEmpty();
    }
}
