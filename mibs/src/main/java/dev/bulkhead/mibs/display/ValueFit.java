package dev.bulkhead.mibs.display;

import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.Range;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a value is one that a syntax allows (RFC 2578 §7.1, §9). Pure functions. */
public final class ValueFit {
    private ValueFit() {}

    /**
     * Why an agent that keeps to the syntax refuses a value, such as {@code 300 octets, but the
     * size is 0..255}; empty if nothing speaks against it. The value's type is not looked at.
     */
    public static Optional<String> problem(SmiValue value, Syntax syntax) {
        return switch (value) {
            case SmiValue.Integer32 number -> number(number.value(), syntax);
            case SmiValue.Gauge32 number -> number(number.value(), syntax);
            case SmiValue.Counter32 number -> number(number.value(), syntax);
            case SmiValue.TimeTicks number -> number(number.value(), syntax);
            case SmiValue.OctetString string -> size(string.bytes().length, syntax);
            case SmiValue.Opaque opaque -> size(opaque.bytes().length, syntax);
            case SmiValue.Counter64 _, SmiValue.IpAddress _, SmiValue.ObjectIdentifier _ ->
                    Optional.empty();
            case SmiValue.Malformed _, SmiValue.Marker _ -> Optional.empty();
        };
    }

    private static Optional<String> number(long number, Syntax syntax) {
        if (!syntax.namedNumbers().isEmpty() && syntax.label(number).isEmpty()) {
            return Optional.of(number + " is none of " + ValueText.labels(syntax));
        }
        return isIn(syntax.ranges(), number)
                ? Optional.empty()
                : Optional.of(number + " is not in " + text(syntax.ranges()));
    }

    private static Optional<String> size(int octets, Syntax syntax) {
        boolean bits = !syntax.namedNumbers().isEmpty();
        return bits || isIn(syntax.ranges(), octets)
                ? Optional.empty()
                : Optional.of(
                        octets
                                + (octets == 1 ? " octet" : " octets")
                                + ", but the size is "
                                + text(syntax.ranges()));
    }

    private static boolean isIn(List<Range> ranges, long number) {
        return ranges.isEmpty()
                || ranges.stream().anyMatch(r -> r.min() <= number && number <= r.max());
    }

    private static String text(List<Range> ranges) {
        return ranges.stream()
                .map(r -> r.min() == r.max() ? "" + r.min() : r.min() + ".." + r.max())
                .collect(Collectors.joining(" | "));
    }
}
