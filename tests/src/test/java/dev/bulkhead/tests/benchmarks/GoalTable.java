package dev.bulkhead.tests.benchmarks;

import java.util.Locale;

/** Prints what was promised beside what was measured, a line each. */
final class GoalTable {
    GoalTable() {
        System.out.println("| what | goal | measured | met |");
        System.out.println("|---|--:|--:|---|");
    }

    /** A number that must be below its goal. */
    void below(String what, double goal, double measured, String unit) {
        System.out.printf(
                Locale.ROOT,
                "| %s | < %.1f %s | %.1f %s | %s |%n",
                what,
                goal,
                unit,
                measured,
                unit,
                measured < goal ? "yes" : "missed");
    }

    /** A number without a goal of its own. */
    void tell(String what, double measured, String unit) {
        System.out.printf(Locale.ROOT, "| %s | | %.1f %s | |%n", what, measured, unit);
    }
}
