package dev.bulkhead.app.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.mibs.index.MibIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rates, as window and command line compute them, of counters to which everything happens. */
final class RateTracesTest {
    /** CounterRate's tolerance: agents round their speed and update in bursts. */
    private static final double TOLERANCE = 1.25;

    private static final MibNames NAMES = new MibNames(MibIndex.empty());

    /** A round of a trace and what was said of it. */
    private record Said(Trace trace, int place, Outcome outcome) {
        boolean isRight() {
            return trace.rounds.get(place).expected().isMetBy(outcome);
        }

        @Override
        public String toString() {
            return "%s: round %d says %s, not %s"
                    .formatted(trace, place, outcome, trace.rounds.get(place).expected());
        }
    }

    private static List<Said> said(Trace trace) {
        PollRates rates = new PollRates(PollPlan.of(NAMES, List.of(trace.counter())));
        List<Said> said = new ArrayList<>();
        for (Trace.Round round : trace.rounds) {
            Outcome outcome = rates.next(round.sample()).getFirst().orElseThrow();
            said.add(new Said(trace, said.size(), outcome));
        }
        return said;
    }

    @Test
    void atLeast99PercentOfTheTracesAreClassifiedRightInAllTheirRounds() {
        List<Trace> traces = RateTraces.all();
        assertThat(traces).hasSizeGreaterThanOrEqualTo(200);
        List<Said> firstWrong =
                traces.stream()
                        .flatMap(t -> said(t).stream().filter(said -> !said.isRight()).limit(1))
                        .toList();
        System.out.printf(
                "%d traces of %d kinds, %d wrong%n",
                traces.size(),
                traces.stream().map(trace -> trace.kind).distinct().count(),
                firstWrong.size());
        firstWrong.forEach(System.out::println);
        assertThat(firstWrong.size())
                .as(firstWrong.stream().map(Said::toString).collect(Collectors.joining("\n")))
                .isLessThanOrEqualTo(traces.size() / 100);
    }

    @Test
    void noRateIsAboveTheLineAndNoneBelowZero() {
        for (Trace trace : RateTraces.all()) {
            double most = trace.octetsPerSecond * TOLERANCE;
            assertThat(said(trace))
                    .allSatisfy(said -> {
                        if (said.outcome() instanceof Outcome.Rate rate) {
                            assertThat(rate.perSecond()).isBetween(0.0, most);
                        }
                    });
        }
    }

    @Test
    void everyGapSaysWhy() {
        for (Trace trace : RateTraces.all()) {
            assertThat(said(trace))
                    .allSatisfy(said -> {
                        if (said.outcome() instanceof Outcome.Gap gap) {
                            assertThat(gap.reason().words()).isNotBlank();
                        }
                    });
        }
    }
}
