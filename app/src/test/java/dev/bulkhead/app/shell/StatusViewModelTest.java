package dev.bulkhead.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.app.query.QueryRun.Question;
import dev.bulkhead.app.query.ResultsViewModel;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class StatusViewModelTest {
    private static final Oid ROOT = Oid.parse("1.3.6.1.2.1.2.2");
    private static final Target TARGET =
            new Target(
                    "192.0.2.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                    Duration.ofSeconds(1),
                    0);

    private final FakeJob.Starter jobs = new FakeJob.Starter();
    private final ResultsViewModel results =
            new ResultsViewModel(jobs, InstantSource.fixed(FakeJob.START), _ -> "");
    private final StatusViewModel status = new StatusViewModel();

    private void start() {
        results.start(new Question(Verb.WALK, "ifTable", "sw", TARGET, ROOT.toString()), ROOT);
        jobs.last().started(1, 0);
    }

    private void lookAfter(long millis) {
        status.look(results.runs(), FakeJob.START.plusMillis(millis));
    }

    @Test
    void progressShowsAfterThreeTenthsOfASecondOnly() {
        start();
        lookAfter(300);
        assertThat(status.progressProperty().get()).isEmpty();
        lookAfter(301);
        assertThat(status.progressProperty().get()).isPresent();
    }

    @Test
    void theLastRunsCountIsTheNextRunsEstimate() {
        start();
        jobs.last().gives(one(), one(), one(), one());
        jobs.last().finishes();
        lookAfter(400);
        start();
        jobs.last().gives(one());
        lookAfter(800);
        assertThat(status.progressProperty().get())
                .hasValueSatisfying(p -> assertThat(p.share()).isEqualTo(0.25));
    }

    @Test
    void anEndIsSaidInWordsAndTone() {
        start();
        jobs.last().gives(one());
        jobs.last().finishes();
        lookAfter(10);
        assertThat(status.lineProperty().get().tone()).isEqualTo(Tone.SUCCESS);
        assertThat(status.lineProperty().get().text()).contains("Walk", "1 value", "0.84 s");
    }

    @Test
    void aFailureIsSaidWithItsMessage() {
        start();
        jobs.last().fails(new Failure.Timeout("192.0.2.1:161", Duration.ofSeconds(2), 1));
        lookAfter(10);
        assertThat(status.lineProperty().get().tone()).isEqualTo(Tone.DANGER);
        assertThat(status.lineProperty().get().text()).contains("no answer from 192.0.2.1:161");
    }

    private static VarBind one() {
        return new VarBind(ROOT.append(1), new SmiValue.Integer32(1));
    }
}
