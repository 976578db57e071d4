package dev.bulkhead.app.pollrun;

import java.math.BigDecimal;
import java.math.MathContext;

/** Fractions as files have them. */
final class Numbers {
    private static final MathContext NINE_DIGITS = new MathContext(9);

    private Numbers() {}

    /** A finite number of at most nine digits, without an exponent where that is short. */
    static BigDecimal of(double number) {
        BigDecimal rounded = new BigDecimal(number).round(NINE_DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 && rounded.scale() > -20 ? rounded.setScale(0) : rounded;
    }

    static String text(double number) {
        BigDecimal value = of(number);
        return value.scale() < 20 ? value.toPlainString() : value.toString();
    }
}
