package dev.bulkhead.engine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundsUnderWayTest {
    private static final Instant GRID = Instant.parse("2026-01-01T00:00:00Z");
    private static final String REASON = "worker killed";
    private static final int TARGETS = 20;
    private static final int SLOW = 5;
    private static final int LATE = 15;

    private final RoundsUnderWay rounds = new RoundsUnderWay(poll());

    /**
     * Rounds of four seconds; of the targets the second ten have their turn after half a second.
     */
    private static JobSpec.Poll poll() {
        Target target =
                new Target(
                        "127.0.0.1",
                        161,
                        new Credential.Community(SnmpVersion.V2C, new Secret("c")),
                        Duration.ofSeconds(1),
                        0);
        JobSpec.Poll.Item item = new JobSpec.Poll.Item(target, List.of(Oid.parse("1.3")));
        return new JobSpec.Poll(
                Collections.nCopies(TARGETS, item), new Schedule(Duration.ofSeconds(4), 0));
    }

    private static Instant at(double seconds) {
        return GRID.plusMillis(Math.round(1000 * seconds));
    }

    /** All targets but one were told of a round. */
    private void deliverAllBut(int left, long round) {
        for (int target = 0; target < TARGETS; target++) {
            if (target != left) {
                rounds.delivered(sample(target, round, GRID));
            }
        }
    }

    private static Sample sample(int target, long round, Instant time) {
        return new Sample(
                target, round, time, Duration.ZERO, Optional.empty(), List.of(), Optional.empty());
    }

    @Test
    void aQuestionThatOthersAnswersOvertookIsUnanswered() {
        deliverAllBut(-1, 0);
        deliverAllBut(SLOW, 1);
        assertThat(rounds.unanswered(GRID, at(4.6), 2, REASON))
                .containsExactly(new MissedRounds(SLOW, at(4), at(4), REASON));
    }

    @Test
    void whoHasNotHadItsTurnYetIsLeftToTheGapOfAll() {
        deliverAllBut(-1, 0);
        deliverAllBut(LATE, 1);
        assertThat(rounds.unanswered(GRID, at(4.4), 2, REASON)).isEmpty();
        assertThat(rounds.unanswered(GRID, at(4.6), 2, REASON)).hasSize(1);
    }

    @Test
    void inTheFirstRoundAllHaveTheirTurnAtOnce() {
        deliverAllBut(LATE, 0);
        assertThat(rounds.unanswered(GRID, at(0.1), 1, REASON))
                .containsExactly(new MissedRounds(LATE, at(0), at(0), REASON));
    }

    @Test
    void aRoundThatTheReplacementMakesIsNotMissed() {
        deliverAllBut(-1, 0);
        assertThat(rounds.unanswered(GRID, at(4.6), 1, REASON)).isEmpty();
    }

    @Test
    void severalRoundsOfOneTargetAreOneGap() {
        deliverAllBut(-1, 0);
        deliverAllBut(SLOW, 3);
        assertThat(rounds.unanswered(GRID, at(12.6), 4, REASON))
                .containsExactly(new MissedRounds(SLOW, at(4), at(12), REASON));
    }

    @Test
    void theEarliestAnswerTellsWhereTheGridBegins() {
        Sample late = sample(SLOW, 2, at(8.7));
        Sample early = sample(LATE, 1, at(4.6));
        assertThat(rounds.gridBegin(List.of(late, early))).isEqualTo(at(0.1));
    }

    @Test
    void whatTheWorkerItselfMissedIsNotToldAgain() {
        deliverAllBut(-1, 0);
        deliverAllBut(SLOW, 2);
        rounds.missed(new MissedRounds(SLOW, at(4), at(8.001), "slow answer"), GRID);
        assertThat(rounds.unanswered(GRID, at(8.6), 3, REASON)).isEmpty();
    }
}
