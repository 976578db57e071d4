package dev.bulkhead.engine.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SwingTest {
    private static final int ROUNDS = 1000;

    @Test
    void totalNeverFalls() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            long peak = random.nextLong(12_500_001);
            Swing swing = new Swing(peak, 2 * random.nextLong(1, 50_001));
            long tick = random.nextLong(4_294_967_296L);
            assertThat(swing.total(tick + 1) - swing.total(tick)).isBetween(0L, peak + 1);
        }
    }

    @Test
    void totalIsTheAreaUnderTheRate() {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            long peak = random.nextLong(12_500_001);
            long halfPeriod = random.nextLong(1, 501);
            long ticks = random.nextLong(3001);
            double area = 0;
            for (long tick = 0; tick < ticks; tick++) {
                double into = (tick + 0.5) % (2 * halfPeriod);
                area += peak * Math.min(into, 2 * halfPeriod - into) / halfPeriod;
            }
            Swing swing = new Swing(peak, 2 * halfPeriod);
            assertThat((double) swing.total(ticks)).isBetween(area - 2, area + 2);
        }
    }

    @Test
    void rateIsZeroAtTheEndsAndPeaksInTheMiddle() {
        Swing swing = new Swing(30, 400);
        assertThat(swing.perSecond(0)).isZero();
        assertThat(swing.perSecond(200)).isEqualTo(3000);
        assertThat(swing.perSecond(400)).isZero();
    }

    @Test
    void gaugeStaysBetweenItsEnds() {
        assertThat(Swing.between(-5, 15, 100, 0)).isEqualTo(-5);
        assertThat(Swing.between(-5, 15, 100, 50)).isEqualTo(15);
        assertThat(Swing.between(-5, 15, 100, 75)).isEqualTo(5);
    }
}
