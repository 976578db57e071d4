package dev.bulkhead.engine.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Schedule;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

/** An agent whose interface i counts i × 1,000 octets a second, through a whole poll. */
class KnownRatesTest {
    private static final int INTERFACES = 50;
    private static final int ROUNDS = 11;
    private static final Oid HC_IN_OCTETS = Oid.parse("1.3.6.1.2.1.31.1.1.1.6");
    private static final OID UP_TIME = new OID("1.3.6.1.2.1.1.3.0");
    private static final double OCTETS_PER_INTERFACE = 1_000;

    private final long start = System.nanoTime();

    private List<PDU> answer(FakeAgent agent, PDU request) {
        double seconds = (System.nanoTime() - start) / 1e9;
        PDU answer = FakeAgent.response(request);
        for (VariableBinding asked : request.getAll()) {
            OID name = asked.getOid();
            answer.add(
                    name.equals(UP_TIME)
                            ? new VariableBinding(name, new TimeTicks((long) (seconds * 100)))
                            : new VariableBinding(name, counted(name.last(), seconds)));
        }
        return List.of(answer);
    }

    private static Counter64 counted(int interfaceIndex, double seconds) {
        return new Counter64((long) (interfaceIndex * OCTETS_PER_INTERFACE * seconds));
    }

    @Test
    void ratesAreWithinOnePercent() throws IOException {
        List<Oid> oids =
                IntStream.rangeClosed(1, INTERFACES).mapToObj(HC_IN_OCTETS::append).toList();
        try (FakeAgent agent = new FakeAgent(SnmpVersion.V2C).behave(this::answer)) {
            JobProbe poll =
                    JobProbe.run(
                            new JobSpec.Poll(
                                    List.of(new JobSpec.Poll.Item(agent.target(), oids)),
                                    new Schedule(Duration.ofMillis(800), ROUNDS)));
            poll.assertFinished();
            for (int i = 0; i < INTERFACES; i++) {
                assertRates(poll.samples, i);
            }
        }
    }

    /** Each rate may be off by a tick of sysUpTime in 80; their average is not. */
    private static void assertRates(List<Sample> samples, int place) {
        List<Double> rates = rates(samples, place);
        double truth = (place + 1) * OCTETS_PER_INTERFACE;
        assertThat(rates).hasSizeGreaterThanOrEqualTo(ROUNDS / 2);
        assertThat(rates).allSatisfy(rate -> assertThat(rate).isCloseTo(truth, within(truth / 50)));
        assertThat(rates.stream().mapToDouble(rate -> rate).average().orElseThrow())
                .isCloseTo(truth, within(truth / 100));
    }

    private static List<Double> rates(List<Sample> samples, int place) {
        CounterRate rate = new CounterRate();
        List<Double> rates = new ArrayList<>();
        for (Sample sample : samples) {
            Outcome outcome =
                    rate.next(
                            sample.varBinds().get(place).value(),
                            sample.upTimeTicks().orElseThrow(),
                            sample.time());
            if (outcome instanceof Outcome.Rate(double perSecond, boolean _)) {
                rates.add(perSecond);
            }
        }
        return rates;
    }
}
