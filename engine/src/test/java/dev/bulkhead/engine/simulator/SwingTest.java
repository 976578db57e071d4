package dev.bulkhead.engine.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SwingTest {
    @Property
    void totalNeverFalls(
            @ForAll @LongRange(max = 12_500_000) long peak,
            @ForAll @LongRange(min = 1, max = 50_000) long halfPeriod,
            @ForAll @LongRange(max = 4_294_967_295L) long tick) {
        Swing swing = new Swing(peak, 2 * halfPeriod);
        long step = swing.total(tick + 1) - swing.total(tick);
        assertThat(step).isBetween(0L, peak + 1);
    }

    @Property
    void totalIsTheAreaUnderTheRate(
            @ForAll @LongRange(max = 12_500_000) long peak,
            @ForAll @LongRange(min = 1, max = 500) long halfPeriod,
            @ForAll @LongRange(max = 3000) long ticks) {
        Swing swing = new Swing(peak, 2 * halfPeriod);
        double area = 0;
        for (long tick = 0; tick < ticks; tick++) {
            double into = (tick + 0.5) % (2 * halfPeriod);
            area += peak * Math.min(into, 2 * halfPeriod - into) / halfPeriod;
        }
        assertThat((double) swing.total(ticks)).isBetween(area - 2, area + 2);
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
