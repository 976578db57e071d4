package dev.bulkhead.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AxisTest {
    private Locale before;

    @BeforeEach
    void english() {
        before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    private static List<String> labels(ValueAxis axis) {
        return axis.ticks().stream().map(axis::label).toList();
    }

    @Test
    void ratesStartAtZeroAndTakeOnePrefix() {
        ValueAxis axis = ValueAxis.of("b/s", 500_000, 80_200_000, 6);
        assertThat(labels(axis))
                .containsExactly("0", "20 Mb/s", "40 Mb/s", "60 Mb/s", "80 Mb/s", "100 Mb/s");
    }

    @Test
    void ticksBelowOneGetTheDecimalsTheyNeed() {
        assertThat(labels(ValueAxis.of("", 0, 0.9, 5)))
                .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
    }

    @Test
    void whatVariesLittleIsShownOnItsOwn() {
        ValueAxis axis = ValueAxis.of("%", 97, 100, 6);
        assertThat(axis.low()).isEqualTo(97);
        assertThat(axis.high()).isEqualTo(100);
    }

    @Test
    void aConstantStartsAtZero() {
        assertThat(ValueAxis.of("", 42, 42, 6).low()).isZero();
        assertThat(ValueAxis.of("", 0, 0, 6).high()).isPositive();
    }

    @Test
    void negativesAreHeldToo() {
        ValueAxis axis = ValueAxis.of("", -7, 12, 6);
        assertThat(axis.low()).isLessThanOrEqualTo(-7);
        assertThat(axis.high()).isGreaterThanOrEqualTo(12);
        assertThat(axis.ticks()).contains(0.0);
    }

    @Test
    void allValuesFitAndStepsAreNice() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double a = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(18) - 6);
            double b = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(18) - 6);
            ValueAxis axis = ValueAxis.of(random.nextBoolean() ? "b/s" : "", a, b, 6);
            double tolerance = axis.step() * 1e-6;
            assertThat(axis.low()).isLessThanOrEqualTo(Math.min(a, b) + tolerance);
            assertThat(axis.high()).isGreaterThanOrEqualTo(Math.max(a, b) - tolerance);
            assertThat(axis.ticks()).hasSizeBetween(2, 9);
            double digit = axis.step() / Math.pow(10, Math.floor(Math.log10(axis.step()) + 1e-9));
            assertThat(Math.round(digit)).isIn(1L, 2L, 5L, 10L);
        }
    }

    @Test
    void numbersAreWrittenInThreeDigitsOrSo() {
        UnitScale mega = UnitScale.of("b/s", 80_200_000);
        assertThat(mega.format(62_300_000)).isEqualTo("62.3 Mb/s");
        assertThat(mega.number(500_000)).isEqualTo("0.50");
        assertThat(UnitScale.alone("b/s", 999)).isEqualTo("999 b/s");
        assertThat(UnitScale.alone("b/s", 1_000_000_000)).isEqualTo("1.00 Gb/s");
        assertThat(UnitScale.alone("/s", 1_234)).isEqualTo("1.23 k/s");
        assertThat(UnitScale.alone("%", 17)).isEqualTo("17 %");
        assertThat(UnitScale.alone("%", 16.25)).isEqualTo("16.3 %");
        assertThat(UnitScale.alone("", 8_412)).isEqualTo("8,412");
        assertThat(UnitScale.alone("", 50_000_000)).isEqualTo("50.0 M");
        assertThat(UnitScale.alone("", Double.NaN)).isEqualTo(UnitScale.NONE);
    }

    @Test
    void timesTickAtRoundMinutesOfTheZone() {
        Instant from = Instant.parse("2026-03-02T15:20:30Z");
        ZoneId india = ZoneOffset.ofHoursMinutes(5, 30);
        TimeAxis axis =
                new TimeAxis(from.toEpochMilli(), from.plusSeconds(600).toEpochMilli(), india);
        Duration step = axis.step(6);
        assertThat(step).isEqualTo(Duration.ofMinutes(2));
        assertThat(axis.ticks(step).stream().map(t -> axis.label(t, step)))
                .containsExactly("20:52", "20:54", "20:56", "20:58", "21:00");
    }

    @Test
    void shortWindowsShowSeconds() {
        TimeAxis axis = new TimeAxis(0, 60_000, ZoneOffset.UTC);
        Duration step = axis.step(6);
        assertThat(axis.label(axis.ticks(step).get(1), step)).isEqualTo("00:00:10");
        assertThat(axis.timeAt(axis.position(12_345))).isEqualTo(12_345);
    }

    @Test
    void ticksOfOtherDaysSayTheirDates() {
        long evening = Instant.parse("2026-03-07T22:30:00Z").toEpochMilli();
        TimeAxis axis = new TimeAxis(evening, evening + 3 * 3_600_000, ZoneOffset.UTC);
        Duration step = Duration.ofMinutes(30);
        List<Long> ticks = axis.ticks(step);
        assertThat(axis.labels(ticks, step, LocalDate.of(2026, 3, 8)))
                .containsExactly(
                        "7 Mar 22:30", "23:00", "23:30", "8 Mar", "00:30", "01:00", "01:30");
        assertThat(axis.labels(ticks, step, LocalDate.of(2027, 1, 1)))
                .startsWith("7 Mar 2026 22:30");
        assertThat(axis.moment(evening, LocalDate.of(2026, 3, 8))).isEqualTo("7 Mar 22:30:00");
    }

    @Test
    void ticksOfTodaySayTheirTimesAlone() {
        long noon = Instant.parse("2026-03-07T12:00:00Z").toEpochMilli();
        TimeAxis axis = new TimeAxis(noon, noon + 3_600_000, ZoneOffset.UTC);
        Duration step = Duration.ofMinutes(30);
        LocalDate today = LocalDate.of(2026, 3, 7);
        assertThat(axis.labels(axis.ticks(step), step, today))
                .containsExactly("12:00", "12:30", "13:00");
        assertThat(axis.moment(noon, today)).isEqualTo("12:00:00");
    }
}
