package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundTurnsTest {
    /** A monotonic clock may stand anywhere, also just before its overflow. */
    private static final long BEGIN = Long.MAX_VALUE - TimeUnit.MILLISECONDS.toNanos(150);

    private static long millis(long count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }

    @Test
    void eachTenTargetsHaveTheirPlaceInTheSpread() {
        RoundTurns turns = new RoundTurns(40, BEGIN, millis(400));
        assertThat(turns.take(BEGIN)).isEqualTo(10);
        assertThat(turns.lookAgainNanos(BEGIN)).isEqualTo(BEGIN + millis(100));
        assertThat(turns.take(BEGIN + millis(99))).isEqualTo(10);
        assertThat(turns.take(BEGIN + millis(100))).isEqualTo(20);
        assertThat(turns.take(BEGIN + millis(200))).isEqualTo(30);
        assertThat(turns.isOver()).isFalse();
        assertThat(turns.take(BEGIN + millis(300))).isEqualTo(40);
        assertThat(turns.isOver()).isTrue();
    }

    @Test
    void aScheduleKnowsEachTurn() {
        Schedule schedule = new Schedule(Duration.ofSeconds(1), 0);
        RoundTurns turns = new RoundTurns(200, BEGIN, schedule.spread(200).toNanos());
        for (int ten = 0; ten < 200; ten += 10) {
            long turn = BEGIN + schedule.turn(ten + 9, 200).toNanos();
            assertThat(turns.take(turn - 1)).isEqualTo(ten);
            assertThat(turns.take(turn)).isEqualTo(ten + 10);
        }
    }

    @Test
    void withoutASpreadAllAreAskedAtTheBeginning() {
        RoundTurns turns = new RoundTurns(10_000, BEGIN, 0);
        assertThat(turns.take(BEGIN)).isEqualTo(10_000);
        assertThat(turns.isOver()).isTrue();
    }

    @Test
    void turnsThatAreLateMakeNoBurst() {
        RoundTurns turns = new RoundTurns(1_000, BEGIN, millis(500));
        long now = BEGIN + millis(400);
        List<Integer> atATime = new ArrayList<>();
        while (!turns.isOver()) {
            int before = turns.next();
            atATime.add(turns.take(now) - before);
            now = turns.lookAgainNanos(now);
        }
        assertThat(atATime).allMatch(count -> count == 10);
        assertThat(now - BEGIN).isLessThan(millis(515));
    }

    @Test
    void farApartTurnsThatAreLateComeOneByOne() {
        RoundTurns turns = new RoundTurns(100, BEGIN, millis(1_000));
        long late = BEGIN + millis(950);
        assertThat(turns.take(late)).isEqualTo(10);
        assertThat(turns.lookAgainNanos(late)).isEqualTo(late + millis(1));
        assertThat(turns.take(late + millis(1))).isEqualTo(20);
    }
}
