package dev.bulkhead.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.CounterRate.Reason;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter32;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import dev.bulkhead.mibs.smi.SmiValue.Gauge32;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterRateTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final long MAX_32 = 0xFFFF_FFFFL;

    /** A day of uptime, in ticks. */
    private static final long DAY = 8_640_000;

    private final CounterRate rate = new CounterRate();

    private Outcome at(CounterRate of, SmiValue value, long upTicks, double seconds) {
        return of.next(value, upTicks, NOON.plusMillis((long) (seconds * 1000)));
    }

    private Outcome c32(long value, long upTicks, double seconds) {
        return at(rate, new Counter32(value), upTicks, seconds);
    }

    private Outcome c64(long value, long upTicks, double seconds) {
        return at(rate, new Counter64(value), upTicks, seconds);
    }

    private static void assertRate(Outcome outcome, double perSecond, boolean wrapped) {
        assertThat(outcome).isInstanceOf(Outcome.Rate.class);
        Outcome.Rate rate = (Outcome.Rate) outcome;
        assertThat(rate.perSecond()).isCloseTo(perSecond, within(perSecond / 1000));
        assertThat(rate.wrapped()).isEqualTo(wrapped);
    }

    private static void assertGap(Outcome outcome, Reason reason) {
        assertThat(outcome).isEqualTo(new Outcome.Gap(reason));
    }

    @Test
    void theFirstValueIsNoRate() {
        assertGap(c32(5, DAY, 0), Reason.FIRST);
    }

    @Test
    void theAgentsTimeDividesNotOurs() {
        c32(1_000, DAY, 0);
        assertRate(c32(11_000, DAY + 800, 10), 1250, false);
    }

    @ParameterizedTest(name = "from {0} to {1} in {2} s")
    @CsvSource({
        // from, to, seconds, expected rate of the wrap
        "4294967295, 0, 1, 1",
        "4294960000, 2704, 10, 1000",
        "4000000000, 500000000, 10, 79496729.6",
        "3300000000, 100000000, 34, 32204920"
    })
    void a32BitWrapIsARateWhenItIsNearTheEnds(long from, long to, long seconds, double expected) {
        c32(from, DAY, 0);
        assertRate(c32(to, DAY + seconds * 100, (double) seconds), expected, true);
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({
        "1000000, 0",
        "3000000000, 1000",
        "2147483648, 5",
        "4294967295, 4294967100",
        "4000000000, 3999999999"
    })
    void a32BitDropWithinTheRangeIsAReset(long from, long to) {
        c32(from, DAY, 0);
        assertGap(c32(to, DAY + 1000, 10), Reason.RESET);
        assertRate(c32(to + 100, DAY + 2000, 20), 10, false);
    }

    @Test
    void aWrapMuchFasterThanBeforeIsAReset() {
        c32(4_200_000_000L, DAY, 0);
        assertRate(c32(4_200_010_000L, DAY + 1000, 10), 1000, false);
        assertGap(c32(50_000_000, DAY + 2000, 20), Reason.RESET);
    }

    @Test
    void aWrapAtTheUsualRateIsAWrapWhereverItStood() {
        // 1 Gbit/s, which wraps every 34 s.
        long step = 1_250_000_000;
        long value = 0;
        c32(value, DAY, 0);
        int wraps = 0;
        for (int i = 1; i <= 20; i++) {
            value = (value + step) & MAX_32;
            Outcome outcome = c32(value, DAY + i * 1000L, i * 10);
            assertThat(outcome).isInstanceOf(Outcome.Rate.class);
            assertThat(((Outcome.Rate) outcome).perSecond()).isCloseTo(125e6, within(1e3));
            wraps += ((Outcome.Rate) outcome).wrapped() ? 1 : 0;
        }
        assertThat(wraps).isEqualTo(5);
    }

    @Test
    void aMaximumTellsWrapFromReset() {
        CounterRate fast = new CounterRate(125e6);
        at(fast, new Counter32(3_500_000_000L), DAY, 0);
        assertRate(at(fast, new Counter32(100_000_000), DAY + 1000, 10), 89_496_729.6, true);
        CounterRate slow = new CounterRate(1.25e6);
        at(slow, new Counter32(3_500_000_000L), DAY, 0);
        assertGap(at(slow, new Counter32(100_000_000), DAY + 1000, 10), Reason.RESET);
    }

    @Test
    void aJumpAboveTheMaximumIsAGapAndNoSpike() {
        CounterRate known = new CounterRate(125e6);
        at(known, new Counter64(1_000), DAY, 0);
        assertRate(at(known, new Counter64(2_000), DAY + 1000, 10), 100, false);
        assertGap(at(known, new Counter64(9_000_000_000_000L), DAY + 2000, 20), Reason.GLITCH);
        assertRate(at(known, new Counter64(4_000), DAY + 3000, 30), 100, false);
        assertRate(at(known, new Counter64(5_000), DAY + 4000, 40), 100, false);
    }

    @Test
    void aMaximumThatIsAlwaysExceededIsForgotten() {
        CounterRate wrong = new CounterRate(1_000);
        LongStream.range(0, 3)
                .forEach(i -> at(wrong, new Counter64(i * 1_000_000), DAY + i * 1000, i * 10.0));
        assertRate(at(wrong, new Counter64(3_000_000), DAY + 3000, 30), 100_000, false);
    }

    @Test
    void a64BitCounterIsReadAsUnsigned() {
        c64(Long.MAX_VALUE - 499, DAY, 0);
        assertRate(c64(Long.MAX_VALUE + 501, DAY + 1000, 10), 100, false);
    }

    @Test
    void a64BitCounterWrapsAtItsEnd() {
        c64(-500, DAY, 0);
        assertRate(c64(500, DAY + 1000, 10), 100, true);
    }

    @ParameterizedTest
    @CsvSource({"5000000000, 1000", "4294967290, 10", "9000000000000000000, 0", "1000, 999"})
    void a64BitDropIsAReset(long from, long to) {
        c64(from, DAY, 0);
        assertGap(c64(to, DAY + 1000, 10), Reason.RESET);
    }

    @Test
    void upTimeGoingBackIsAReboot() {
        c32(1_000, DAY, 0);
        assertGap(c32(1_010, 500, 10), Reason.REBOOT);
        assertRate(c32(1_110, 1500, 20), 10, false);
    }

    @Test
    void aRebootIsFoundThoughUpTimeIsGreaterThanBefore() {
        c32(1_000, 1_000, 0);
        assertGap(c32(500, 28_000, 300), Reason.REBOOT);
    }

    @Test
    void upTimeOverrunAfter497DaysIsNoReboot() {
        c32(1_000, MAX_32 - 499, 0);
        assertRate(c32(2_000, 500, 10), 100, false);
    }

    @Test
    void upTimeNearItsEndThatBeginsAnewTooEarlyIsAReboot() {
        c32(1_000, MAX_32 - 100_000, 0);
        assertGap(c32(2_000, 500, 10), Reason.REBOOT);
    }

    @Test
    void sameAgentTimeWaitsForTheNextRound() {
        c32(1_000, DAY, 0);
        assertGap(c32(1_500, DAY, 1), Reason.SAME_TIME);
        assertRate(c32(2_000, DAY + 200, 2), 500, false);
    }

    @Test
    void anAgentClockThatNearlyStoodStillMakesNoSpike() {
        c32(1_000, DAY, 0);
        assertGap(c32(11_000, DAY + 1, 10), Reason.CLOCK);
        assertRate(c32(21_000, DAY + 2000, 20), 1000, false);
    }

    @Test
    void anAgentClockThatJumpedDoesNotKeepTime() {
        c32(1_000, DAY, 0);
        assertGap(c32(11_000, 2 * DAY, 10), Reason.CLOCK);
        assertRate(c32(21_000, 2 * DAY + 1000, 20), 1000, false);
    }

    @Test
    void aSuspendedPollerGetsOneLongInterval() {
        c32(1_000, DAY, 0);
        assertRate(c32(361_000, DAY + 360_000, 3600), 100, false);
    }

    @Test
    void aChangedDiscontinuityTimeIsOne() {
        rate.next(new Counter64(10_000), DAY, NOON, OptionalLong.of(17));
        assertGap(
                rate.next(
                        new Counter64(20_000),
                        DAY + 1000,
                        NOON.plusSeconds(10),
                        OptionalLong.of(99)),
                Reason.DISCONTINUITY);
        assertRate(
                rate.next(
                        new Counter64(20_100),
                        DAY + 2000,
                        NOON.plusSeconds(20),
                        OptionalLong.of(99)),
                10,
                false);
    }

    @Test
    void aChangedWidthIsATypeChange() {
        c32(1_000, DAY, 0);
        assertGap(c64(2_000, DAY + 1000, 10), Reason.TYPE_CHANGED);
        assertRate(c64(3_000, DAY + 2000, 20), 100, false);
    }

    @Test
    void anythingElseIsNoCounter() {
        c32(1_000, DAY, 0);
        assertGap(at(rate, new Gauge32(2_000), DAY + 1000, 10), Reason.TYPE_CHANGED);
        assertGap(c32(3_000, DAY + 2000, 20), Reason.FIRST);
    }

    @Test
    void afterAMissingValueTheNextIsAFirst() {
        c32(1_000, DAY, 0);
        for (Marker marker : Marker.values()) {
            assertGap(at(rate, marker, DAY + 1000, 10), Reason.MISSING);
        }
        assertGap(c32(3_000, DAY + 2000, 20), Reason.FIRST);
    }

    @Test
    void forgettingMakesTheNextAFirst() {
        c32(1_000, DAY, 0);
        rate.forget();
        assertGap(c32(2_000, DAY + 1000, 10), Reason.FIRST);
    }

    @Test
    void aConstantCounterHasRateZero() {
        c32(7, DAY, 0);
        assertRate(c32(7, DAY + 1000, 10), 0, false);
    }

    @Test
    void everyReasonHasItsWords() {
        assertThat(Stream.of(Reason.values()).map(Reason::words))
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }
}
