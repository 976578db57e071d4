package dev.bulkhead.app.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale of values with ticks at round numbers.
 *
 * @param low the value at the bottom, itself a tick
 * @param high the value at the top, itself a tick
 * @param step from tick to tick: 1, 2 or 5 times a power of ten
 */
public record ValueAxis(double low, double high, double step, UnitScale scale) {
    /** Below this share of its greatest value a variation is shown on its own, not from zero. */
    private static final double FLAT = 0.2;

    /**
     * The axis that holds {@code min} to {@code max} with at most {@code maxTicks} steps. It starts
     * at zero, because lengths are compared, unless the values vary by little far from it.
     */
    public static ValueAxis of(String unit, double min, double max, int maxTicks) {
        double low = Math.min(min, max);
        double high = Math.max(min, max);
        boolean flat = high - low < FLAT * Math.max(Math.abs(low), Math.abs(high));
        boolean rate = unit.endsWith("/s");
        if (low >= 0 && (rate || !flat || high == low)) {
            low = 0;
        } else if (high <= 0 && (!flat || high == low)) {
            high = 0;
        }
        if (high == low) {
            high = low + 1;
        }
        double step = niceStep((high - low) / Math.max(1, maxTicks));
        double bottom = Math.floor(low / step + 1e-9) * step;
        double top = Math.ceil(high / step - 1e-9) * step;
        return new ValueAxis(
                bottom, top, step, UnitScale.of(unit, Math.max(Math.abs(bottom), Math.abs(top))));
    }

    /** The least of 1, 2, 5, 10, 20... that is not below {@code step}. */
    static double niceStep(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        double digit = step / power;
        double nice = digit <= 1 + 1e-9 ? 1 : digit <= 2 + 1e-9 ? 2 : digit <= 5 + 1e-9 ? 5 : 10;
        return nice * power;
    }

    /** All ticks, from the bottom to the top. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long count = Math.round((high - low) / step);
        for (long i = 0; i <= count; i++) {
            double tick = low + i * step;
            ticks.add(Math.abs(tick) < step * 1e-6 ? 0.0 : tick);
        }
        return ticks;
    }

    /** What stands beside a tick. */
    public String label(double tick) {
        return scale.tick(tick, step);
    }

    /** How far up a value is, 0 at the bottom, 1 at the top. */
    public double position(double value) {
        return (value - low) / (high - low);
    }
}
