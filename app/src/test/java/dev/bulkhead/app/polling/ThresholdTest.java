package dev.bulkhead.app.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Oid LOAD = Oid.parse("1.3.6.1.4.1.1.2.0");

    private final SettableClock clock = new SettableClock();
    private final RecordedJobs jobs = new RecordedJobs();
    private final PollingViewModel model =
            new PollingViewModel(
                    jobs,
                    new TestNames().with("load", "1.3.6.1.4.1.1.2", BaseType.INTEGER32, "percent"),
                    clock);
    private final List<String> told = new ArrayList<>();
    private final PollRow row =
            model.add(
                            new Target(
                                    "10.0.0.1",
                                    161,
                                    new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                                    SECOND,
                                    1),
                            "switch",
                            List.of(LOAD),
                            SECOND)
                    .getFirst();

    private void watch(Threshold threshold) {
        model.onAlarm(alarm -> told.add(alarm.text()));
        model.change(List.of(row), settings -> settings.with(Optional.of(threshold)));
        jobs.last().started(clock.instant(), 1, 0);
    }

    private List<Boolean> alarms(int... values) {
        List<Boolean> alarms = new ArrayList<>();
        for (int value : values) {
            clock.advance(SECOND);
            jobs.last().answer(0, clock.instant(), 1, Map.of(LOAD, new SmiValue.Integer32(value)));
            alarms.add(row.isAlarm());
        }
        return alarms;
    }

    @Test
    void anAlarmAboveStaysUntilTheValueIsBackFarEnough() {
        watch(new Threshold(Threshold.Side.ABOVE, 80, 70));
        assertThat(alarms(80, 81, 75, 71, 70, 75, 81))
                .containsExactly(false, true, true, true, false, false, true);
        assertThat(told)
                .containsExactly(
                        "load.0 is 81 %, above 80 %",
                        "load.0 is back at 70 %", "load.0 is 81 %, above 80 %");
    }

    @Test
    void anAlarmBelowIsTheSameUpsideDown() {
        watch(new Threshold(Threshold.Side.BELOW, 10, 20));
        assertThat(alarms(15, 9, 15, 20, 15)).containsExactly(false, true, true, false, false);
    }

    @Test
    void anAlarmIsAStateACountAndAMark() {
        watch(new Threshold(Threshold.Side.ABOVE, 80, 80));
        var _ = alarms(90);
        assertThat(row.state(clock.instant())).isEqualTo(PollState.ALARM);
        assertThat(model.summary().alarms()).isEqualTo(1);
        assertThat(model.summary().answering()).isEqualTo(1);
        assertThat(model.marks().between(0, Long.MAX_VALUE, java.util.Set.of("switch"))).hasSize(1);
    }

    @Test
    void timesWithoutValuesChangeNothing() {
        watch(new Threshold(Threshold.Side.ABOVE, 80, 70));
        var _ = alarms(90);
        jobs.last().answer(0, clock.instant(), 1, Map.of(LOAD, SmiValue.Marker.NO_SUCH_INSTANCE));
        assertThat(row.isAlarm()).isTrue();
        assertThat(told).hasSize(1);
    }

    @Test
    void withoutItsThresholdAnAlarmIsOver() {
        watch(new Threshold(Threshold.Side.ABOVE, 80, 70));
        var _ = alarms(90);
        model.change(List.of(row), settings -> settings.with(Optional.empty()));
        assertThat(row.isAlarm()).isFalse();
    }

    @Test
    void whatNeverEndsIsNoThreshold() {
        assertThatThrownBy(() -> new Threshold(Threshold.Side.ABOVE, 80, 90))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Threshold(Threshold.Side.BELOW, 10, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Threshold(Threshold.Side.ABOVE, Double.NaN, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
