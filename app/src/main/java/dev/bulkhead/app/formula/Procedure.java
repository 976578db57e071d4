package dev.bulkhead.app.formula;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be called by name in a formula. */
public enum Procedure {
    ABS(1, 1),
    ROUND(1, 1),
    SQRT(1, 1),
    MIN(1, Integer.MAX_VALUE),
    MAX(1, Integer.MAX_VALUE),
    SUM(1, Integer.MAX_VALUE),
    AVG(1, Integer.MAX_VALUE);

    private final int least;
    private final int most;

    Procedure(int least, int most) {
        this.least = least;
        this.most = most;
    }

    static Optional<Procedure> named(String name) {
        return Arrays.stream(values()).filter(each -> each.word().equals(name)).findFirst();
    }

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    double apply(double[] values) {
        return switch (this) {
            case ABS -> Math.abs(values[0]);
            case ROUND -> Math.rint(values[0]);
            case SQRT -> Math.sqrt(values[0]);
            case MIN -> Arrays.stream(values).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(values).max().orElse(Double.NaN);
            case SUM -> Arrays.stream(values).sum();
            case AVG -> Arrays.stream(values).average().orElse(Double.NaN);
        };
    }
}
