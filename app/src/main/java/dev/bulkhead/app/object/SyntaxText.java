package dev.bulkhead.app.object;

import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import dev.bulkhead.mibs.model.Syntax.Range;
import java.util.Optional;
import java.util.stream.Collectors;

/** A syntax in the notation of MIBs: {@code DisplayString (SIZE (0..255))}, {@code up(1)}. */
final class SyntaxText {
    private SyntaxText() {}

    static String of(Syntax syntax) {
        StringBuilder text = new StringBuilder(syntax.declaredType());
        if (!syntax.declaredType().equals(syntax.base().rfcName())
                && syntax.textualConvention().isPresent()) {
            text.append(" = ").append(syntax.base().rfcName());
        }
        Optional<String> implied = implied(syntax);
        if (implied.isPresent()) {
            text.append(' ').append(implied.get());
        } else if (!syntax.ranges().isEmpty()) {
            text.append(' ').append(ranges(syntax));
        }
        if (!syntax.namedNumbers().isEmpty()) {
            text.append('\n').append(labels(syntax));
        }
        return text.toString();
    }

    /** What the base type alone allows (RFC 2578 §7.1), where nothing narrower is said. */
    private static Optional<String> implied(Syntax syntax) {
        if (!syntax.ranges().isEmpty()) {
            return Optional.empty();
        }
        return switch (syntax.base()) {
            case COUNTER32, GAUGE32, UNSIGNED32, TIME_TICKS -> Optional.of("(0..4294967295)");
            case COUNTER64 -> Optional.of("(0..18446744073709551615)");
            default -> Optional.empty();
        };
    }

    private static String ranges(Syntax syntax) {
        boolean unsigned = syntax.base() == BaseType.COUNTER64;
        String all =
                syntax.ranges().stream()
                        .map(range -> text(range, unsigned))
                        .collect(Collectors.joining(" | "));
        boolean size = syntax.base() == BaseType.OCTET_STRING || syntax.base() == BaseType.OPAQUE;
        return size ? "(SIZE (" + all + "))" : "(" + all + ")";
    }

    private static String text(Range range, boolean unsigned) {
        String min = number(range.min(), unsigned);
        return range.min() == range.max() ? min : min + ".." + number(range.max(), unsigned);
    }

    private static String number(long value, boolean unsigned) {
        return unsigned ? Long.toUnsignedString(value) : Long.toString(value);
    }

    private static String labels(Syntax syntax) {
        return syntax.namedNumbers().stream()
                .map(SyntaxText::label)
                .collect(Collectors.joining(", "));
    }

    private static String label(NamedNumber named) {
        return named.label() + "(" + named.number() + ")";
    }
}
