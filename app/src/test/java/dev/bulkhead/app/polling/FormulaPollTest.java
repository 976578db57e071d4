package dev.bulkhead.app.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.app.chart.Gap;
import dev.bulkhead.app.formula.Formula;
import dev.bulkhead.app.formula.FormulaNames.Meaning;
import dev.bulkhead.app.formula.FormulaParser;
import dev.bulkhead.app.formula.Reading;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulaPollTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Oid OCTETS = Oid.parse("1.3.6.1.4.1.1.1.1");
    private static final Oid SPEED = Oid.parse("1.3.6.1.4.1.1.2.1");
    private static final Target TARGET =
            new Target(
                    "10.0.0.1",
                    161,
                    new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                    SECOND,
                    1);

    private final SettableClock clock = new SettableClock();
    private final RecordedJobs jobs = new RecordedJobs();
    private final PollingViewModel model = new PollingViewModel(jobs, new TestNames(), clock);
    private long ticks = 1_000_000;

    private PollRow poll(String text) {
        Reading reading =
                FormulaParser.read(
                        text,
                        name ->
                                switch (name) {
                                    case "octets" -> new Meaning.Instance(name, OCTETS, "B", true);
                                    case "speed" -> new Meaning.Instance(name, SPEED, "", false);
                                    default -> new Meaning.Nothing(name);
                                });
        Formula formula = ((Reading.Good) reading).formula();
        PollRow row = model.add(new PollItem(TARGET, "switch", List.of()), formula, "", SECOND);
        jobs.last().started(clock.instant(), 1234, 0);
        return row;
    }

    private void answer(long octets, long speed) {
        clock.advance(SECOND);
        ticks += 100;
        jobs.last()
                .answer(
                        0,
                        clock.instant(),
                        ticks,
                        Map.of(
                                OCTETS, new SmiValue.Counter64(octets),
                                SPEED, new SmiValue.Gauge32(speed)));
    }

    private List<String> gaps(PollRow row) {
        return row.series().gaps(0, Long.MAX_VALUE).stream().map(Gap::reason).toList();
    }

    @Test
    void countersMeanTheirRateAndOthersTheirValue() {
        PollRow row = poll("octets * 8 / speed [%]");
        assertThat(jobs.last().spec().items().getFirst().oids()).contains(OCTETS, SPEED);
        answer(1_000_000, 80);
        assertThat(row.point()).isNaN();
        assertThat(row.state(clock.instant())).isEqualTo(PollState.OK);
        answer(1_001_000, 80);
        assertThat(row.point()).isCloseTo(100, within(1e-9));
        assertThat(row.valueUnit()).isEqualTo("%");
        assertThat(PollText.value(row, model.names())).isEqualTo("100 %");
        assertThat(model.objectName(row)).isEqualTo("octets * 8 / speed [%]");
    }

    @Test
    void rawMeansTheCounterItself() {
        PollRow row = poll("raw(octets) / speed");
        answer(4_000, 80);
        assertThat(row.point()).isCloseTo(50, within(1e-9));
    }

    @Test
    void divisionByZeroIsAGapWithItsReasonAndAState() {
        PollRow row = poll("octets / speed");
        answer(1_000, 10);
        answer(2_000, 10);
        answer(3_000, 0);
        assertThat(row.point()).isNaN();
        assertThat(gaps(row)).containsExactly("division by zero: speed is 0");
        assertThat(row.state(clock.instant())).isEqualTo(PollState.UNDEFINED);
        answer(4_000, 10);
        assertThat(row.point()).isCloseTo(100, within(1e-9));
        assertThat(row.state(clock.instant())).isEqualTo(PollState.OK);
    }

    @Test
    void aMissingOperandIsAGapThatNamesIt() {
        PollRow row = poll("octets / speed");
        answer(1_000, 10);
        clock.advance(SECOND);
        ticks += 100;
        jobs.last()
                .answer(
                        0,
                        clock.instant(),
                        ticks,
                        Map.of(
                                OCTETS,
                                new SmiValue.Counter64(2_000),
                                SPEED,
                                SmiValue.Marker.NO_SUCH_INSTANCE));
        assertThat(gaps(row)).containsExactly("no value of speed");
    }

    @Test
    void aRestartOfTheAgentMakesNoSpike() {
        PollRow row = poll("octets");
        answer(1_000_000, 1);
        answer(1_001_000, 1);
        ticks = 0;
        answer(500, 1);
        assertThat(row.point()).isNaN();
        assertThat(gaps(row)).containsExactly("agent restarted");
        assertThat(model.marks().between(0, Long.MAX_VALUE, java.util.Set.of("switch")))
                .extracting(mark -> mark.text())
                .containsExactly("switch restarted");
    }
}
