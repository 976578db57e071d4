package dev.bulkhead.tests.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Measures two programs in turn and prints their medians side by side, a line each. */
final class SpeedTable {
    private final int rounds;

    SpeedTable(int rounds) {
        this.rounds = rounds;
        System.out.println("| what | warm or cold | Bulkhead | beside | it needs | ratio | goal |");
        System.out.println("|---|---|--:|---|--:|--:|--:|");
    }

    /**
     * What to measure.
     *
     * @param state warm or cold, and of what
     * @param peer what runs beside it
     * @param goal the most that the ratio of medians, ours divided by the peer's, may be
     */
    record Line(String what, String state, String peer, double goal) {}

    /** Runs both in turn; each yields seconds, or whatever else is better when it is smaller. */
    void measure(Line line, Callable<Double> ours, Callable<Double> peer) throws Exception {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            mine.add(ours.call());
            theirs.add(peer.call());
        }
        print(line, median(mine), median(theirs));
    }

    void print(Line line, double ours, double theirs) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.2f | %s%.2f |%n",
                line.what,
                line.state,
                seconds(ours),
                line.peer,
                seconds(theirs),
                ours / theirs,
                ours / theirs <= line.goal ? "" : "missed: ",
                line.goal);
    }

    private static String seconds(double value) {
        return value < 0.1
                ? String.format(Locale.ROOT, "%.2f ms", value * 1e3)
                : String.format(Locale.ROOT, "%.3f s", value);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
