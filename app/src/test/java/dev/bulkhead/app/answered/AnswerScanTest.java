package dev.bulkhead.app.answered;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.naming.Library;
import dev.bulkhead.app.query.FakeJob;
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
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A device of four instances, asked by hand. */
final class AnswerScanTest {
    private static final Oid UPTIME = Oid.parse("1.3.6.1.2.1.1.3.0");
    private static final Oid DESCR = Oid.parse("1.3.6.1.2.1.2.2.1.2");
    private static final NavigableSet<Oid> DEVICE =
            new TreeSet<>(
                    List.of(
                            UPTIME,
                            DESCR.append(1),
                            DESCR.append(2),
                            Oid.parse("1.3.6.1.2.1.2.2.1.8.1")));
    private static final Target TARGET =
            new Target(
                    "192.0.2.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                    Duration.ofSeconds(1),
                    0);

    private final FakeJob.Starter jobs = new FakeJob.Starter();
    private final AnsweredTree tree = new AnsweredTree(jobs, () -> Library.NAMES, Runnable::run);

    private static JobSpec.Get spec(FakeJob job) {
        return (JobSpec.Get) job.spec();
    }

    private static void answer(FakeJob job) {
        List<VarBind> values =
                spec(job).oids().stream()
                        .flatMap(oid -> Optional.ofNullable(DEVICE.higher(oid)).stream())
                        .map(oid -> new VarBind(oid, new SmiValue.Integer32(1)))
                        .toList();
        job.gives(values.toArray(VarBind[]::new));
        job.finishes();
    }

    private AnsweredTree.View.Answered scanAll() {
        tree.show(TARGET, "sw");
        for (int i = 0; tree.viewProperty().get() instanceof AnsweredTree.View.Scanning; i++) {
            assertThat(i).as("requests").isLessThan(200);
            answer(jobs.last());
        }
        return (AnsweredTree.View.Answered) tree.viewProperty().get();
    }

    @Test
    void exactlyTheNodesWithInstancesAreShown() {
        AnsweredTree.View.Answered answered = scanAll();
        assertThat(answered.nodes())
                .contains(UPTIME.parent(), DESCR, DESCR.parent(), Oid.INTERNET)
                .doesNotContain(
                        Oid.parse("1.3.6.1.2.1.1.1"),
                        Oid.parse("1.3.6.1.2.1.2.2.1.3"),
                        Oid.parse("1.3.6.1.2.1.4"));
        var filter = tree.filter().orElseThrow();
        assertThat(filter.test(Library.NAMES.index().node(DESCR).orElseThrow())).isTrue();
        assertThat(answered.objects()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void noRequestIsLargerThanAnAnswerMayBe() {
        scanAll();
        assertThat(jobs.all())
                .allSatisfy(job ->
                        assertThat(spec(job).oids())
                                .hasSizeLessThanOrEqualTo(AnswerScan.PER_REQUEST)
                                .allMatch(oid -> oid.size() >= 2));
    }

    @Test
    void whatADeviceAnswersIsAskedOnce() {
        scanAll();
        int asked = jobs.all().size();
        tree.showAll();
        assertThat(tree.filter()).isEmpty();
        tree.show(TARGET, "sw");
        assertThat(tree.filter()).isPresent();
        assertThat(jobs.all()).hasSize(asked);
    }

    @Test
    void aScanGivenUpShowsEverything() {
        tree.show(TARGET, "sw");
        answer(jobs.last());
        tree.showAll();
        assertThat(jobs.last().isCancelled()).isTrue();
        jobs.last().finishes();
        assertThat(tree.viewProperty().get()).isEqualTo(new AnsweredTree.View.All());
    }

    @Test
    void silenceIsTold() {
        tree.show(TARGET, "sw");
        jobs.last().fails(new Failure.Timeout("192.0.2.1:161", Duration.ofSeconds(1), 0));
        assertThat(tree.viewProperty().get()).isInstanceOf(AnsweredTree.View.Failed.class);
        assertThat(tree.filter()).isEmpty();
    }
}
