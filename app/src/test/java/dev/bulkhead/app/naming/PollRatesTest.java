package dev.bulkhead.app.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.CounterRate.Reason;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PollRatesTest {
    private static final Oid IN_OCTETS = Oid.parse("1.3.6.1.2.1.31.1.1.1.6.7");
    private static final Oid DISCONTINUITY = Oid.parse("1.3.6.1.2.1.31.1.1.1.19.7");
    private static final Oid NAME = Oid.parse("1.3.6.1.2.1.31.1.1.1.1.7");
    private static final Oid SPEED = Oid.parse("1.3.6.1.2.1.2.2.1.5.7");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PollRates rates =
            new PollRates(PollPlan.of(new MibNames(MibIndex.empty()), List.of(IN_OCTETS)));

    private Outcome next(long octets, long second, VarBind... more) {
        return next(octets, second, Optional.empty(), more);
    }

    private Outcome next(long octets, long second, Optional<Long> boots, VarBind... more) {
        List<VarBind> varBinds = new ArrayList<>();
        varBinds.add(new VarBind(IN_OCTETS, new SmiValue.Counter64(octets)));
        varBinds.addAll(List.of(more));
        return rates.next(
                        new Sample(
                                0,
                                second,
                                START.plusSeconds(second),
                                Duration.ofMillis(3),
                                Optional.of(1000 + second * 100),
                                boots,
                                varBinds,
                                Optional.empty()))
                .get(0)
                .orElseThrow();
    }

    private static VarBind discontinuity(long ticks) {
        return new VarBind(DISCONTINUITY, new SmiValue.TimeTicks(ticks));
    }

    private static VarBind name(String name) {
        return new VarBind(NAME, new SmiValue.OctetString(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void ratesArePerSecondOfTheAgentsTime() {
        assertThat(next(100, 0)).isEqualTo(new Outcome.Gap(Reason.FIRST));
        assertThat(next(600, 5)).isEqualTo(new Outcome.Rate(100, false));
    }

    @Test
    void anotherDiscontinuityTimeIsAGapAndThenRatesGoOn() {
        next(100, 0, discontinuity(5));
        assertThat(next(200, 1, discontinuity(5))).isEqualTo(new Outcome.Rate(100, false));
        assertThat(next(9_000_000, 2, discontinuity(77)))
                .isEqualTo(new Outcome.Gap(Reason.DISCONTINUITY));
        assertThat(next(9_000_100, 3, discontinuity(77))).isEqualTo(new Outcome.Rate(100, false));
    }

    @Test
    void anotherNameUnderTheSameIndexIsAGap() {
        next(100, 0, name("Gi1/0/7"));
        assertThat(next(200, 1, name("Gi2/0/1"))).isEqualTo(new Outcome.Gap(Reason.REINDEXED));
        assertThat(next(300, 2, name("Gi2/0/1"))).isEqualTo(new Outcome.Rate(100, false));
    }

    @Test
    void anEngineThatWasStartedAgainIsAGapEvenWhereSysUpTimeGoesOn() {
        next(100, 0, Optional.of(4L));
        assertThat(next(200, 1, Optional.of(4L))).isEqualTo(new Outcome.Rate(100, false));
        assertThat(next(300, 2, Optional.of(5L))).isEqualTo(new Outcome.Gap(Reason.REBOOT));
        assertThat(next(400, 3)).isEqualTo(new Outcome.Rate(100, false));
        assertThat(next(500, 4, Optional.of(5L))).isEqualTo(new Outcome.Rate(100, false));
    }

    @Test
    void anAgentWithoutThoseCompanionsGivesRates() {
        VarBind missing = new VarBind(DISCONTINUITY, SmiValue.Marker.NO_SUCH_INSTANCE);
        next(100, 0, missing);
        assertThat(next(200, 1, missing)).isEqualTo(new Outcome.Rate(100, false));
    }

    @Test
    void ifSpeedIsTheLimitWhereThereIsNoIfHighSpeed() {
        VarBind speed = new VarBind(SPEED, new SmiValue.Gauge32(64_000));
        next(100, 0, speed);
        assertThat(next(7_100, 1, speed)).isEqualTo(new Outcome.Rate(7_000, false));
        assertThat(next(17_200, 2, speed)).isEqualTo(new Outcome.Gap(Reason.GLITCH));
    }

    @Test
    void aForgottenValueIsAFirstOneAgain() {
        next(100, 0);
        rates.forget();
        assertThat(next(200, 1)).isEqualTo(new Outcome.Gap(Reason.FIRST));
    }

    @Test
    void whatIsNoCounterHasNoRate() {
        Sample sample =
                new Sample(
                        0,
                        0,
                        START,
                        Duration.ZERO,
                        Optional.of(5L),
                        List.of(new VarBind(IN_OCTETS, SmiValue.Marker.NO_SUCH_INSTANCE)),
                        Optional.empty());
        assertThat(rates.next(sample)).containsExactly(Optional.empty());
    }
}
