package dev.bulkhead.engine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Target TARGET =
            new Target(
                    "127.0.0.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("c")),
                    Duration.ofSeconds(1),
                    0);
    private static final Oid ROOT = Oid.parse("1.3.6.1.2");
    private static final long SECOND = 1_000_000_000L;

    private static Sample sample(long round, String... names) {
        return sample(round, Instant.EPOCH, names);
    }

    private static Sample sample(long round, Instant time, String... names) {
        return new Sample(
                0,
                round,
                time,
                Duration.ZERO,
                Optional.empty(),
                Arrays.stream(names)
                        .map(name -> new VarBind(Oid.parse(name), new SmiValue.Integer32(1)))
                        .toList(),
                Optional.empty());
    }

    /** A poll whose grid begins now. */
    private static Progress poll() {
        Progress poll =
                new Progress(
                        new JobSpec.Poll(
                                List.of(new JobSpec.Poll.Item(TARGET, List.of(ROOT))),
                                new Schedule(Duration.ofSeconds(1), 0)));
        StartPoint start = poll.startPoint(System.nanoTime());
        assertThat(start.round()).isZero();
        assertThat(start.untilRoundNanos()).isZero();
        return poll;
    }

    @Test
    void aFirstWorkerThatGaveNothingCostsItsRounds() {
        StartPoint start = poll().startPoint(System.nanoTime() + 3 * SECOND + SECOND / 2);
        assertThat(start.round()).isEqualTo(3);
    }

    @Test
    void theFirstWorkersStartCostsNoRound() {
        Progress late =
                new Progress(
                        new JobSpec.Poll(
                                List.of(new JobSpec.Poll.Item(TARGET, List.of(ROOT))),
                                new Schedule(Duration.ofMillis(100), 0)));
        assertThat(late.startPoint(System.nanoTime() + SECOND)).isEqualTo(StartPoint.ofRound(0, 0));
    }

    @Test
    void aPollGoesOnWithTheRoundThatIsLate() {
        Progress poll = poll();
        poll.delivered(List.of(sample(0), sample(1)));
        StartPoint start = poll.startPoint(System.nanoTime() + 5 * SECOND + SECOND / 2);
        assertThat(start.round()).isEqualTo(5);
        assertThat(start.untilRoundNanos()).isBetween(-SECOND, -SECOND / 2);
    }

    @Test
    void aPollDoesNotRepeatARoundThatWasDelivered() {
        Progress poll = poll();
        poll.delivered(List.of(sample(5)));
        StartPoint start = poll.startPoint(System.nanoTime() + 5 * SECOND + SECOND / 4);
        assertThat(start.round()).isEqualTo(6);
        assertThat(start.untilRoundNanos()).isBetween(SECOND / 2, SECOND * 3 / 4);
    }

    @Test
    void theGridIsWhereTheFirstAnswersAre() {
        Progress poll = poll();
        Instant late = Instant.now().plusMillis(300);
        poll.delivered(List.of(sample(0, late)));
        StartPoint start = poll.startPoint(System.nanoTime() + 5 * SECOND + SECOND / 2);
        assertThat(start.round()).isEqualTo(5);
        assertThat(start.untilRoundNanos()).isBetween(-SECOND / 4, -SECOND / 10);
    }

    @Test
    void aWalkGoesOnBehindTheLastName() {
        Progress walk =
                new Progress(new JobSpec.Walk(TARGET, List.of(ROOT, ROOT), WalkOptions.DEFAULT));
        walk.delivered(List.of(sample(0, "1.3.6.1.2.1", "1.3.6.1.2.2")));
        assertThat(walk.startPoint(0))
                .isEqualTo(new StartPoint(0, 0, 0, Optional.of(Oid.parse("1.3.6.1.2.2")), 2));
        walk.rootsDone(1);
        assertThat(walk.startPoint(0)).isEqualTo(new StartPoint(0, 0, 1, Optional.empty(), 2));
    }

    @Test
    void aTableGoesOnBehindTheLastRow() {
        Progress table =
                new Progress(
                        new JobSpec.Table(
                                TARGET,
                                List.of(Oid.parse("1.3.1"), Oid.parse("1.3.2")),
                                WalkOptions.DEFAULT));
        table.delivered(List.of(sample(0, "1.3.1.7.8", "1.3.2.7.8")));
        assertThat(table.startPoint(0).after()).contains(Oid.of(7, 8));
    }

    @Test
    void beforeAnythingCameAJobBeginsAtItsBeginning() {
        Progress walk = new Progress(new JobSpec.Walk(TARGET, List.of(ROOT), WalkOptions.DEFAULT));
        assertThat(walk.startPoint(0)).isEqualTo(StartPoint.BEGINNING);
        assertThat(walk.gaveSome()).isFalse();
    }
}
