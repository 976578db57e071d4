package dev.bulkhead.engine.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortTest {
    private static final long LOW_32 = 0xFFFF_FFFFL;

    static Stream<PortPlan> plans() {
        return Stream.of("switch-ports.txt", "server-ports.txt")
                .map(PortPlan::read)
                .flatMap(List::stream);
    }

    private static Port busyPort() {
        return new Port(PortPlan.read("switch-ports.txt").get(14), 4321);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void countersNeverFall(PortPlan plan) {
        Port port = new Port(plan, 77);
        port.flap(Flapping.everySeconds(20), 0);
        for (PortCounter counter : PortCounter.values()) {
            long before = 0;
            for (long tick = 0; tick < 200_000; tick += 97) {
                long now = port.count(counter, tick);
                assertThat(now).isGreaterThanOrEqualTo(before);
                before = now;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void trafficFitsTheLink(PortPlan plan) {
        long most =
                plan.in().floorPerTick() * 100
                        + plan.in().slow().peakPerTick() * 100
                        + plan.in().quick().peakPerTick() * 100;
        assertThat(most * 8).isLessThanOrEqualTo(plan.megabits() * 1_000_000);
    }

    @Test
    void countersOf32BitsAreThoseOf64ModuloTheirSize() {
        Port port = busyPort();
        for (long tick = 0; tick < 4_000_000_000L; tick += 9_999_991) {
            for (PortCounter counter : PortCounter.values()) {
                assertThat(port.count32(counter, tick))
                        .isEqualTo(port.count(counter, tick) & LOW_32);
            }
        }
    }

    @Test
    void trueRateIsWhatTheCounterGrowsBy() {
        Port port = busyPort();
        for (long tick = 0; tick < 100_000; tick += 371) {
            long grown =
                    port.count(PortCounter.IN_OCTETS, tick + 10)
                            - port.count(PortCounter.IN_OCTETS, tick - 10);
            assertThat(grown * 5.0)
                    .isBetween(port.trueRate(true, tick) * 0.99, port.trueRate(true, tick) * 1.01);
        }
    }

    @Test
    void longestUpTimeDoesNotOverflow() {
        Port port = new Port(PortPlan.read("switch-ports.txt").get(24), 8_000_000);
        assertThat(port.count(PortCounter.IN_OCTETS, LOW_32)).isPositive();
        assertThat(port.count(PortCounter.IN_OCTETS, LOW_32))
                .isGreaterThan(port.count(PortCounter.IN_OCTETS, LOW_32 - 1));
    }

    @Test
    void disabledPortStandsStillAndGoesOnWhereItStopped() {
        Port port = busyPort();
        port.enable(false, 1000);
        long stopped = port.count(PortCounter.IN_OCTETS, 1000);
        assertThat(port.isUp(1000)).isFalse();
        assertThat(port.lastChange(5000)).isEqualTo(1000);
        assertThat(port.count(PortCounter.IN_OCTETS, 5000)).isEqualTo(stopped);
        port.enable(true, 5000);
        assertThat(port.isUp(5000)).isTrue();
        assertThat(port.lastChange(6000)).isEqualTo(5000);
        assertThat(port.count(PortCounter.IN_OCTETS, 5000)).isEqualTo(stopped);
        assertThat(port.count(PortCounter.IN_OCTETS, 5001)).isGreaterThan(stopped);
    }

    @Test
    void flappingPortIsDownInTheLastQuarter() {
        Port port = busyPort();
        port.flap(Flapping.everySeconds(20), 0);
        assertThat(port.isUp(1499)).isTrue();
        assertThat(port.isUp(1500)).isFalse();
        assertThat(port.lastChange(1700)).isEqualTo(1500);
        assertThat(port.isUp(2000)).isTrue();
        assertThat(port.lastChange(2100)).isEqualTo(2000);
        assertThat(port.changes(2100)).isEqualTo(2);
        assertThat(port.count(PortCounter.IN_OCTETS, 2000))
                .isEqualTo(port.count(PortCounter.IN_OCTETS, 1500));
    }

    @Test
    void wrapComesWithinSecondsAndOnlyOnce() {
        Port port = busyPort();
        port.wrapSoon(100);
        long inFiveSeconds = 100 + (Port.SECONDS_TO_WRAP + 3) * 100;
        for (PortCounter counter : List.of(PortCounter.IN_OCTETS, PortCounter.OUT_UNICAST)) {
            assertThat(port.count32(counter, 100)).isGreaterThan(LOW_32 - 100_000_000);
            assertThat(port.count32(counter, inFiveSeconds)).isLessThan(100_000_000);
            assertThat(port.count32(counter, inFiveSeconds))
                    .isEqualTo(port.count(counter, inFiveSeconds) & LOW_32);
            assertThat(port.count(counter, inFiveSeconds)).isGreaterThan(port.count(counter, 100));
        }
        assertThat(port.discontinuity()).isEqualTo(100);
    }

    @Test
    void resetPutsAllCountersToZero() {
        Port port = busyPort();
        port.wrapSoon(50);
        port.resetCounters(700);
        for (PortCounter counter : PortCounter.values()) {
            assertThat(port.count(counter, 700)).isZero();
        }
        assertThat(port.discontinuity()).isEqualTo(700);
        assertThat(port.count(PortCounter.IN_OCTETS, 800)).isPositive();
    }

    @Test
    void truthGoesOnThroughResetWrapAndReboot() {
        Port port = busyPort();
        Port untouched = busyPort();
        port.resetCounters(100);
        port.wrapSoon(200);
        assertThat(port.trueOctets(true, 500)).isEqualTo(untouched.trueOctets(true, 500));
        port.reboot(500);
        assertThat(port.count(PortCounter.IN_OCTETS, 0)).isZero();
        assertThat(port.trueOctets(true, 0)).isEqualTo(untouched.trueOctets(true, 500));
        assertThat(port.trueOctets(true, 300) - port.trueOctets(true, 0))
                .isEqualTo(port.count(PortCounter.IN_OCTETS, 300));
    }
}
