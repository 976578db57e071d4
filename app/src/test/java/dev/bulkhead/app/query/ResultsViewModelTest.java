package dev.bulkhead.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.app.query.QueryRun.Question;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobId;
import dev.bulkhead.engine.diagnosis.Cause;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ResultsViewModelTest {
    private static final Target TARGET =
            new Target(
                    "192.0.2.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                    Duration.ofSeconds(1),
                    0);
    private static final Oid ROOT = Oid.parse("1.3.6.1.2.1.1");

    private static final Failure SILENCE =
            new Failure.Timeout("192.0.2.1:161", Duration.ofSeconds(1), 0);

    private final FakeJob.Starter jobs = new FakeJob.Starter();
    private final ResultsViewModel model =
            new ResultsViewModel(
                    jobs,
                    InstantSource.fixed(FakeJob.START),
                    row -> row.varBind().value().toString());

    private QueryRun start(Verb verb) {
        return model.start(new Question(verb, "system", "sw", TARGET, ROOT.toString()), ROOT);
    }

    private static VarBind number(int value) {
        return new VarBind(ROOT.append(value), new SmiValue.Integer32(value));
    }

    @Test
    void rowsAppearOnlyAtTheNextRefresh() {
        start(Verb.WALK);
        jobs.last().gives(number(1), number(2));
        assertThat(model.rows()).isEmpty();
        model.refresh();
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void everyEventAsksForARepaint() {
        AtomicInteger asked = new AtomicInteger();
        model.onChange(asked::incrementAndGet);
        start(Verb.WALK);
        jobs.last().gives(number(1));
        jobs.last().finishes();
        assertThat(asked).hasValue(2);
    }

    @Test
    void theFilterHoldsForRowsThatComeLater() {
        start(Verb.WALK);
        model.filterProperty().set("=7");
        jobs.last().gives(number(6), number(7), number(77));
        model.refresh();
        assertThat(model.rows()).hasSize(2);
        model.filterProperty().set("");
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void subtreeAsksWithoutGetBulkAndWalkWithIt() {
        start(Verb.GET_SUBTREE);
        assertThat(((JobSpec.Walk) jobs.last().spec()).options().maxRepetitions()).isZero();
        start(Verb.WALK);
        assertThat(((JobSpec.Walk) jobs.last().spec()).options().maxRepetitions()).isPositive();
    }

    @Test
    void cancelTakesTheNewestRunThatIsNotOver() {
        start(Verb.WALK);
        start(Verb.WALK);
        jobs.last().finishes();
        assertThat(model.cancelNewest()).isTrue();
        assertThat(jobs.all()).extracting(FakeJob::isCancelled).containsExactly(true, false);
        jobs.all().getFirst().finishes();
        assertThat(model.cancelNewest()).isFalse();
    }

    @Test
    void whatCameBeforeACancelStays() {
        QueryRun run = start(Verb.WALK);
        jobs.last().gives(number(1));
        run.cancel();
        jobs.last().finishes();
        model.refresh();
        assertThat(run.progress().state()).isEqualTo(State.CANCELLED);
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void anEarlierRunShowsItsOwnRowsAgain() {
        QueryRun first = start(Verb.WALK);
        jobs.last().gives(number(1));
        model.refresh();
        start(Verb.WALK);
        assertThat(model.rows()).isEmpty();
        model.show(first);
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void clearForgetsTheShownRunAndShowsTheNextNewest() {
        QueryRun first = start(Verb.WALK);
        start(Verb.GET);
        model.clear();
        assertThat(model.shownProperty().get()).contains(first);
        model.clear();
        assertThat(model.shownProperty().get()).isEmpty();
    }

    private static JobEvent probed(String sent) {
        Probe.Outcome none = new Probe.Outcome.Failed(SILENCE);
        return new JobEvent.Probed(new JobId(1), FakeJob.START, new Probe(Step.OWN, sent, none));
    }

    @Test
    void theDoctorFindsOutWhyThereWasNoAnswer() {
        QueryRun run = start(Verb.WALK);
        jobs.last().fails(SILENCE);
        model.refresh();
        model.refresh();
        assertThat(jobs.all()).as("asked once").hasSize(2);
        assertThat(jobs.last().spec()).isEqualTo(JobSpec.Doctor.of(TARGET));
        jobs.last().says(probed("GET sysUpTime.0"));
        Diagnosis found = new Diagnosis(Cause.SLOW, "It is slow.", "Wait longer.", 3);
        jobs.last().says(new JobEvent.Diagnosed(new JobId(1), FakeJob.START, found));
        jobs.last().finishes();
        Examination examination = run.examination().orElseThrow();
        assertThat(examination.isOver()).isTrue();
        assertThat(ExaminationWords.report("sw did not answer", examination))
                .isEqualTo(
                        "sw did not answer\n- GET sysUpTime.0: "
                                + SILENCE.message()
                                + "\nIt is slow. Wait longer.\n");
    }

    @Test
    void whoAnsweredNeedsNoDoctor() {
        start(Verb.WALK);
        jobs.last().gives(number(1));
        jobs.last().fails(SILENCE);
        start(Verb.GET);
        jobs.last().fails(new Failure.UnknownHost("sw"));
        model.refresh();
        assertThat(jobs.all()).hasSize(2);
    }

    @Test
    void anExaminationEndsWithItsRun() {
        start(Verb.WALK);
        jobs.last().fails(SILENCE);
        model.refresh();
        model.clear();
        assertThat(jobs.last().isCancelled()).isTrue();
    }

    @Test
    void onlyTheNewestFiftyRunsAreKept() {
        for (int i = 0; i < 60; i++) {
            start(Verb.GET);
        }
        assertThat(model.runs()).hasSize(50);
    }

    @Test
    void rowsBeyondTheLimitAreCountedAndNotKept() {
        QueryRun run =
                new QueryRun(
                        new Question(Verb.WALK, "system", "sw", TARGET, ROOT.toString()),
                        FakeJob.START,
                        2);
        FakeJob.Starter own = new FakeJob.Starter();
        run.submitted(
                own.submit(
                        new JobSpec.Get(TARGET, new JobSpec.Get.Mode.Exact(), List.of(ROOT)),
                        run::on));
        own.last().gives(number(1), number(2), number(3));
        assertThat(run.drain()).hasSize(2);
        assertThat(run.count()).isEqualTo(3);
        assertThat(run.dropped()).isEqualTo(1);
    }

    @Test
    void aClearedRunComesBackWhereItWas() {
        QueryRun first = start(Verb.WALK);
        jobs.last().gives(number(1), number(2));
        jobs.last().finishes();
        start(Verb.GET);
        model.refresh();
        model.show(first);
        Runnable undo = model.clear().orElseThrow();
        assertThat(model.runs()).doesNotContain(first);
        undo.run();
        assertThat(model.runs()).hasSize(2).element(1).isEqualTo(first);
        assertThat(model.shownProperty().get()).contains(first);
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void closingAnotherRunLeavesTheShownOneAlone() {
        QueryRun first = start(Verb.WALK);
        QueryRun second = start(Verb.GET);
        model.close(first);
        assertThat(jobs.all().getFirst().isCancelled()).isTrue();
        assertThat(model.shownProperty().get()).contains(second);
    }

    @Test
    void replacingForgetsWhatIsOverAndNothingElse() {
        QueryRun over = start(Verb.WALK);
        jobs.last().finishes();
        QueryRun going = start(Verb.WALK);
        model.follow(new ResultOptions(() -> true, () -> 10, () -> 7));
        QueryRun fresh = start(Verb.WALK);
        assertThat(model.runs()).containsExactly(fresh, going).doesNotContain(over);
        assertThat(((JobSpec.Walk) jobs.last().spec()).options().maxRepetitions()).isEqualTo(7);
    }

    @Test
    void aRunKeepsAsMuchAsIsPreferredAndCountsTheRest() {
        model.follow(new ResultOptions(() -> false, () -> 2, () -> 25));
        QueryRun run = start(Verb.WALK);
        jobs.last().gives(number(1), number(2), number(3));
        model.refresh();
        assertThat(model.rows()).hasSize(2);
        assertThat(run.dropped()).isEqualTo(1);
        assertThat(run.limit()).isEqualTo(2);
    }

    @Test
    void onlyAFinishedRunIsSorted() {
        start(Verb.WALK);
        jobs.last().gives(number(2), number(3), number(1));
        model.refresh();
        model.sort(
                Optional.of(
                        Comparator.comparing(row -> row.varBind().value(), ValueOrder.NATURAL)));
        assertThat(shownNumbers()).containsExactly(2, 3, 1);
        jobs.last().finishes();
        model.filterProperty().set("=");
        assertThat(shownNumbers()).containsExactly(1, 2, 3);
        model.sort(Optional.empty());
        assertThat(shownNumbers()).containsExactly(2, 3, 1);
    }

    private List<Integer> shownNumbers() {
        return model.rows().stream()
                .map(row -> ((SmiValue.Integer32) row.varBind().value()).value())
                .toList();
    }
}
