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
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.StrayCounts;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** What a manager must make of {@link HeaderFault}s. */
final class HeaderChecks {
    private static final int REPETITIONS = 25;

    private HeaderChecks() {}

    static void check(HeaderFault fault, Scene scene) throws IOException {
        switch (fault) {
            case WRONG_REQID, ZERO_REQID, MAX_REQID -> dropped(scene, s -> s.stale() >= 1);
            case WRONG_COMMUNITY, WRONG_PDU -> dropped(scene, s -> s.wrongKind() >= 1);
            case WRONG_VERSION -> wrongVersion(scene);
            case ERR_INDEX_OOB -> indexOutOfBounds(scene);
            case GEN_ERR -> genErr(scene);
            case NO_ACCESS -> noAccess(scene);
            case TOO_BIG -> tooBig(scene);
            case TOO_BIG_ALWAYS -> tooBigAlways(scene);
            case BULK_ZERO -> bulkZero(scene);
            case BULK_TOO_MANY -> walksWhole(scene, scene.patient(), 2);
            case NO_BULK -> withoutBulk(scene, scene.impatient(), 2);
            case BULK_GENERR -> withoutBulk(scene, scene.patient(), 1);
            case FIRST_ONLY -> firstOnly(scene);
            case DROP_MULTI -> dropMulti(scene);
            case WRONG_OID -> wrongOid(scene);
            case SWAPPED -> assertSystem(scene.run(get(scene.patient(), system())));
            case EMPTY_VBL -> empty(scene);
        }
    }

    /** The answer never counts, both attempts are made, and the stray answer is counted. */
    private static void dropped(Scene scene, Predicate<StrayCounts> counted) {
        ObservedJob once = scene.run(get(scene.impatient(), SYS_NAME));
        assertThat(once.varBinds()).isEmpty();
        assertThat(once.requireFailure()).isInstanceOf(Failure.Timeout.class);
        assertThat(scene.ledger().count()).isEqualTo(2);
        ObservedJob job = scene.start(poll(700, item(scene.impatient(), SYS_NAME)));
        job.awaitStrays("the answer", counted).awaitSamples(1).cancel();
        assertThat(job.answered()).isEmpty();
        assertThat(job.all(JobEvent.Notifications.class)).isEmpty();
    }

    private static void wrongVersion(Scene scene) {
        ObservedJob v2 = scene.run(get(scene.impatient(), SYS_NAME));
        assertThat(v2.varBinds()).isEmpty();
        ObservedJob v1 = scene.run(get(Targets.impatientV1(scene.port()), SYS_NAME));
        assertThat(v1.varBinds()).isEmpty();
        assertThat(v2.requireFailure().message()).containsPattern("(?i)v1|version 1");
        assertThat(v1.requireFailure().message()).containsPattern("(?i)v2|version 2");
    }

    private static void indexOutOfBounds(Scene scene) {
        for (Target target : List.of(scene.patient(), Targets.patientV1(scene.port()))) {
            Failure failure = scene.run(get(target, system())).requireFailure();
            assertThat(failure).isInstanceOf(Failure.ErrorResponse.class);
            Failure.ErrorResponse error = (Failure.ErrorResponse) failure;
            assertThat(error.status()).isEqualTo(ErrorStatus.NO_SUCH_NAME);
            assertThat(error.name()).isEmpty();
        }
        assertThat(scene.run(walk(scene.patient(), 0, IF_DESCR)).varBinds()).isEmpty();
        assertThat(scene.ledger().mostEqualInRow()).isLessThanOrEqualTo(2);
    }

    private static void genErr(Scene scene) {
        Failure failure = scene.run(get(scene.patient(), system())).requireFailure();
        assertThat(failure).isInstanceOf(Failure.ErrorResponse.class);
        Failure.ErrorResponse error = (Failure.ErrorResponse) failure;
        assertThat(error.status()).isEqualTo(ErrorStatus.GEN_ERR);
        assertThat(error.name()).contains(Scene.SYS_CONTACT.oid());
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(6);
        Failure walked = scene.run(walk(scene.patient(), REPETITIONS, IF_DESCR)).requireFailure();
        assertThat(walked.message()).contains("genErr");
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(12);
    }

    private static void noAccess(Scene scene) {
        Name packets = Name.parse("1.3.6.1.2.1.11");
        ObservedJob walked =
                scene.run(
                        walk(scene.patient(), REPETITIONS, IF_DESCR, Targets.IF_X_TABLE, packets));
        assertThat(walked.requireFailure().message())
                .contains("authorizationError")
                .contains(Targets.IF_X_TABLE.toString());
        assertThat(walked.textsBelow(IF_DESCR)).containsExactly(Scene.descrs());
        assertThat(walked.below(Targets.IF_X_TABLE)).isEmpty();
        ObservedJob read = scene.run(get(scene.patient(), SYS_NAME, Device.IF_X_ENTRY.child(1, 1)));
        assertThat(read.requireFailure().message()).contains("authorizationError");
        // What comes after the forbidden part, and beside it, is the rest.
        assertThat(walked.value(Device.IN_PACKETS)).isPresent();
        assertThat(read.value(SYS_NAME)).contains(text("hostile"));
    }

    private static Name[] manyCells() {
        Name[] names = new Name[3 * Device.INTERFACES];
        for (int i = 0; i < names.length; i++) {
            names[i] = Device.IF_ENTRY.child(2 + i / 8, 1 + i % 8);
        }
        return names;
    }

    private static void tooBig(Scene scene) throws IOException {
        ObservedJob job = scene.start(poll(300, item(scene.patient(), manyCells())));
        job.awaitSamples(1);
        int learned = scene.ledger().count();
        job.awaitSamples(4).cancel();
        assertThat(job.sampleFailures()).isEmpty();
        assertThat(job.textsBelow(IF_DESCR).subList(0, 8)).containsExactly(Scene.descrs());
        List<Ledger.Entry> later = scene.ledger().entries();
        assertThat(later.subList(learned, later.size()))
                .as("remembered")
                .allMatch(entry -> entry.names().size() <= Targets.LIMIT);

        HostileAgent fresh = scene.another();
        ObservedJob walked =
                scene.run(walk(Targets.patient(fresh.port()), REPETITIONS, Device.IF_ENTRY));
        assertThat(walked.failure()).isEmpty();
        assertThat(walked.varBinds()).hasSize(22 * Device.INTERFACES);
        assertThat(fresh.ledger().entries().stream().filter(e -> e.repetitions() > Targets.LIMIT))
                .as("remembered")
                .hasSizeLessThanOrEqualTo(3);
    }

    private static void tooBigAlways(Scene scene) throws IOException {
        Failure failure = scene.run(get(scene.patient(), manyCells())).requireFailure();
        assertThat(failure.message()).contains("tooBig");
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(8);
        HostileAgent fresh = scene.another();
        Target target = Targets.patient(fresh.port());
        Failure walked = scene.run(walk(target, REPETITIONS, IF_DESCR)).requireFailure();
        assertThat(walked.message()).contains("tooBig");
        assertThat(fresh.ledger().count()).isLessThanOrEqualTo(8);
    }

    private static void bulkZero(Scene scene) {
        ObservedJob job = scene.run(walk(scene.patient(), REPETITIONS, IF_DESCR));
        assertThat(scene.ledger().count(Pdu.GET_BULK)).isLessThanOrEqualTo(3);
        if (job.failure().isPresent()) {
            assertThat(job.requireFailure().message()).containsPattern("empty|without variables");
        } else {
            assertThat(job.textsBelow(IF_DESCR)).containsExactly(Scene.descrs());
        }
    }

    /** A walk and a table bring all there is. */
    private static void walksWhole(Scene scene, Target target, int repetitions) {
        ObservedJob walked = scene.run(walk(target, repetitions, IF_DESCR));
        assertThat(walked.failure()).isEmpty();
        assertThat(walked.textsBelow(IF_DESCR)).containsExactly(Scene.descrs());
        Name type = Device.IF_ENTRY.child(3);
        ObservedJob table = scene.run(Scene.table(target, IF_DESCR, type));
        assertThat(table.failure()).isEmpty();
        assertThat(table.textsBelow(IF_DESCR)).containsExactly(Scene.descrs());
        assertThat(table.below(type)).hasSize(Device.INTERFACES);
    }

    /**
     * GETBULK is tried once and never again.
     *
     * @param attempts messages that trying once costs
     */
    private static void withoutBulk(Scene scene, Target target, int attempts) {
        Name type = Device.IF_ENTRY.child(3);
        ObservedJob walked = scene.run(walk(target, REPETITIONS, IF_DESCR, type));
        assertThat(walked.failure()).isEmpty();
        assertThat(walked.textsBelow(IF_DESCR)).containsExactly(Scene.descrs());
        assertThat(walked.below(type)).hasSize(Device.INTERFACES);
        assertThat(scene.ledger().count(Pdu.GET_BULK)).isLessThanOrEqualTo(attempts);

        ObservedJob table = scene.run(Scene.table(target, IF_DESCR, type));
        assertThat(table.failure()).isEmpty();
        assertThat(table.textsBelow(IF_DESCR)).containsExactly(Scene.descrs());
        // The table may be another worker's, which has to find out for itself.
        assertThat(scene.ledger().count(Pdu.GET_BULK)).isLessThanOrEqualTo(3 * attempts);
    }

    private static void firstOnly(Scene scene) {
        assertSystem(scene.run(get(scene.patient(), system())));
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(4);
    }

    private static void dropMulti(Scene scene) {
        assertSystem(scene.run(get(scene.impatient(), system())));
        assertThat(scene.ledger().entries().stream().filter(e -> e.names().size() == 1))
                .hasSizeGreaterThanOrEqualTo(3);
        ObservedJob walked = scene.run(walk(scene.impatient(), REPETITIONS, IF_DESCR));
        assertThat(walked.failure()).isEmpty();
        assertThat(walked.textsBelow(IF_DESCR)).containsExactly(Scene.descrs());
    }

    private static void wrongOid(Scene scene) {
        ObservedJob job = scene.run(get(scene.patient(), system()));
        for (Name asked : system()) {
            assertThat(job.names()).doesNotContain(asked.oid());
        }
        assertThat(job.failure().isPresent() || !job.varBinds().isEmpty()).isTrue();
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(8);
    }

    private static void empty(Scene scene) {
        ObservedJob read = scene.run(get(scene.patient(), system()));
        assertThat(read.requireFailure()).isInstanceOf(Failure.BadAnswer.class);
        assertThat(read.requireFailure().message()).containsPattern("empty|without variables");
        for (int repetitions : new int[] {0, REPETITIONS}) {
            ObservedJob walked = scene.run(walk(scene.patient(), repetitions, IF_DESCR));
            assertThat(walked.requireFailure().message())
                    .containsPattern("empty|without variables");
        }
        assertThat(scene.ledger().count()).isLessThanOrEqualTo(12);
    }
}
