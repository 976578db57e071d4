package dev.bulkhead.app.formula;

import java.util.List;
import java.util.Optional;

/** What units come out where two meet. */
final class Units {
    private static final double BITS = 8;

    private Units() {}

    /** The unit of a result; empty if the two do not go together. */
    static Optional<String> of(Operator operator, Measured left, Measured right) {
        return switch (operator) {
            case ADD, SUBTRACT -> added(left, right);
            case MULTIPLY -> Optional.of(multiplied(left, right));
            case DIVIDE ->
                    Optional.of(
                            // Of what has another divisor nobody knows the unit.
                            right.isConstant() ? left.unit() : "");
        };
    }

    private static Optional<String> added(Measured left, Measured right) {
        if (left.isKnown() && right.isKnown() && !left.unit().equals(right.unit())) {
            return Optional.empty();
        }
        return Optional.of(left.isKnown() || right.unit().isEmpty() ? left.unit() : right.unit());
    }

    /** Eight times octets are bits. */
    private static String multiplied(Measured left, Measured right) {
        if (isBits(left, right) || isBits(right, left)) {
            return left.isConstant() ? bits(right.unit()) : bits(left.unit());
        }
        if (left.isConstant()) {
            return right.unit();
        }
        return right.isConstant() || right.unit().isEmpty()
                ? left.unit()
                : left.unit().isEmpty() ? right.unit() : "";
    }

    private static boolean isBits(Measured factor, Measured octets) {
        return factor.term() instanceof Term.Constant(double value)
                && value == BITS
                && (octets.unit().equals("B/s") || octets.unit().equals("B"));
    }

    private static String bits(String unit) {
        return unit.equals("B/s") ? "b/s" : "b";
    }

    static String of(Procedure procedure, List<Measured> arguments) {
        boolean same = arguments.stream().map(Measured::unit).distinct().count() == 1;
        return same && procedure != Procedure.SQRT ? arguments.getFirst().unit() : "";
    }
}
