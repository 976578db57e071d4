package dev.bulkhead.tests.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.PollPlan;
import dev.bulkhead.app.naming.PollRates;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates of the demo switch against what its simulator says it counts (BULKHEAD-DEMO-MIB). */
class DemoRatesTest {
    private static final int PORT = 3;
    private static final Oid IN_OCTETS = Oid.parse("1.3.6.1.2.1.2.2.1.10").append(PORT);
    private static final Oid HC_IN_OCTETS = Oid.parse("1.3.6.1.2.1.31.1.1.1.6").append(PORT);
    private static final Oid TRUE_TOTAL = Oid.parse("1.3.6.1.4.1.32473.1.1.3.1.1.3").append(PORT);
    private static final PollPlan PLAN =
            PollPlan.of(
                    new MibNames(MibIndex.empty()), List.of(IN_OCTETS, HC_IN_OCTETS, TRUE_TOTAL));
    private static final Oid CONTROL = Oid.parse("1.3.6.1.4.1.32473.1.1.1");
    private static final long REBOOT = 1;
    private static final long WRAP = 3;
    private static final long RESET = 4;

    /** What port 3 carries at most, with room for the rounding of hundredths of a second. */
    private static final double LINE_RATE_OCTETS = 1e9 / 8 * 1.01;

    private Engine engine;
    private Target agent;

    @BeforeEach
    void startDemoNetwork() {
        engine = Engine.open(EngineSettings.ofThisProcess(1));
        List<JobEvent> events = new CopyOnWriteArrayList<>();
        engine.submit(DemoNetwork.spec(), events::add);
        Awaitility.await("the demo network")
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> events.stream().anyMatch(JobEvent.Listening.class::isInstance));
        String address =
                events.stream()
                        .filter(JobEvent.Listening.class::isInstance)
                        .map(event -> ((JobEvent.Listening) event).addresses().getFirst())
                        .findFirst()
                        .orElseThrow();
        int colon = address.lastIndexOf(':');
        agent =
                new Target(
                        address.substring(0, colon),
                        Integer.parseInt(address.substring(colon + 1)),
                        new Credential.Community(
                                SnmpVersion.V2C, new Secret(DemoNetwork.WRITE_COMMUNITY)),
                        Duration.ofSeconds(2),
                        1);
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    @Test
    void ratesAreWithinOnePercentOfWhatTheSimulatorCounts() {
        List<Sample> samples = poll(12, -1);
        double fast = rate(samples, 0);
        double wide = rate(samples, 1);
        double truth = truth(samples);
        assertThat(truth).isPositive();
        assertThat(fast / truth).isBetween(0.99, 1.01);
        assertThat(wide / truth).isBetween(0.99, 1.01);
    }

    @Test
    void aResetMakesNoSpike() {
        assertNoSpike(poll(12, RESET), true);
    }

    @Test
    void aRebootMakesNoSpike() {
        assertNoSpike(poll(12, REBOOT), true);
    }

    /** The counters wrap about five seconds after they were told to; the jump before is no rate. */
    @Test
    void a32BitWrapMakesNoSpikeAndNoHole() {
        List<Sample> samples = poll(45, WRAP);
        List<Outcome> outcomes = assertNoSpike(samples, true);
        assertThat(outcomes).anyMatch(o -> o instanceof Outcome.Rate rate && rate.wrapped());
    }

    private List<Outcome> assertNoSpike(List<Sample> samples, boolean gapExpected) {
        List<Outcome> outcomes = outcomes(samples, 0);
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Rate rate) {
                assertThat(rate.perSecond()).isBetween(0.0, LINE_RATE_OCTETS);
            }
        }
        long gaps = outcomes.stream().skip(1).filter(Outcome.Gap.class::isInstance).count();
        assertThat(gaps).as("gaps where the counter was disturbed").isEqualTo(gapExpected ? 1 : 0);
        return outcomes;
    }

    /** Polls every 200 ms and, after a third of the rounds, writes one of the demo's controls. */
    private List<Sample> poll(int rounds, long control) {
        List<Sample> samples = new CopyOnWriteArrayList<>();
        JobHandle job =
                engine.submit(
                        new JobSpec.Poll(
                                List.of(new JobSpec.Poll.Item(agent, PLAN.oids())),
                                new Schedule(Duration.ofMillis(200), rounds)),
                        event -> {
                            if (event instanceof JobEvent.Samples arrived) {
                                samples.addAll(arrived.samples());
                            }
                        });
        if (control > 0) {
            Awaitility.await().until(() -> samples.size() >= 4);
            VarBind press = new VarBind(CONTROL.append(control).append(0), new Integer32(2));
            engine.submit(new JobSpec.Set(agent, List.of(press)), event -> {});
        }
        Awaitility.await("the poll's end").atMost(60, TimeUnit.SECONDS).until(job::isDone);
        assertThat(samples).hasSize(rounds).allMatch(sample -> sample.failure().isEmpty());
        return samples;
    }

    /** As the window and the command line compute them. */
    private static List<Outcome> outcomes(List<Sample> samples, int place) {
        PollRates rates = new PollRates(PLAN);
        List<Outcome> outcomes = new ArrayList<>();
        for (Sample sample : samples) {
            outcomes.add(rates.next(sample).get(place).orElseThrow());
        }
        return outcomes;
    }

    private static double rate(List<Sample> samples, int varBind) {
        return outcomes(samples, varBind).stream()
                .filter(Outcome.Rate.class::isInstance)
                .mapToDouble(outcome -> ((Outcome.Rate) outcome).perSecond())
                .average()
                .orElseThrow();
    }

    /** Octets a second over the whole poll, by the simulator's own total and clock. */
    private static double truth(List<Sample> samples) {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        long ticks = last.upTimeTicks().orElseThrow() - first.upTimeTicks().orElseThrow();
        return (total(last) - total(first)) * 100.0 / ticks;
    }

    private static long total(Sample sample) {
        return ((Counter64) sample.varBinds().get(2).value()).value();
    }
}
