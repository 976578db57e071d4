package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.model.Syntax.Range;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import dev.bulkhead.mibs.syntax.TypeSyntax.Bounds;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ranges and sizes (RFC 2578 §9). */
final class RangeRules {
    private static final Set<String> NUMBERS =
            Set.of("INTEGER", "Integer32", "Unsigned32", "Gauge32", "Gauge");
    private static final Set<String> WITHOUT_RANGE =
            Set.of("Counter32", "Counter64", "Counter", "TimeTicks", "IpAddress");

    private static final Range SIGNED = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Range UNSIGNED = new Range(0, 0xFFFF_FFFFL);
    private static final Range SIZES = new Range(0, 65535);

    private RangeRules() {}

    static void check(CheckedModule module) {
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            @Nullable TypeSyntax type = CheckedModule.type(declaration);
            if (type != null && !type.bounds().isEmpty()) {
                bounds(module, type);
                limits(module, type);
                if (type.isSize() && NUMBERS.contains(type.name())) {
                    module.report(
                            DiagnosticCode.SIZE_ON_NUMBER,
                            type.offset(),
                            type.name().length(),
                            type.name());
                } else if (WITHOUT_RANGE.contains(type.name())) {
                    module.report(
                            DiagnosticCode.RANGE_ON_TYPE,
                            type.offset(),
                            type.name().length(),
                            type.name());
                }
            }
        }
    }

    private static void bounds(CheckedModule module, TypeSyntax type) {
        Bounds before = null;
        for (Bounds each : type.bounds()) {
            if (compare(each.min(), each.max()) > 0) {
                module.report(DiagnosticCode.RANGE_EXCHANGED, each.offset(), 1, words(each));
            } else if (before != null && compare(each.min(), before.max()) <= 0) {
                boolean apart = compare(each.max(), before.min()) < 0;
                module.report(
                        apart ? DiagnosticCode.RANGE_ORDER : DiagnosticCode.RANGE_OVERLAP,
                        each.offset(),
                        1,
                        words(each),
                        words(before));
            }
            before = each;
        }
    }

    /** A refinement stays within what it refines: a base type, or another type's range. */
    private static void limits(CheckedModule module, TypeSyntax type) {
        List<Range> allowed = allowed(module, type);
        for (Bounds each : type.bounds()) {
            boolean fits =
                    allowed.isEmpty()
                            || allowed.stream()
                                    .anyMatch(r -> r.min() <= each.min() && each.max() <= r.max());
            if (!fits && compare(each.min(), each.max()) <= 0) {
                module.report(
                        DiagnosticCode.RANGE_BOUNDS, each.offset(), 1, words(each), type.name());
            }
        }
    }

    private static List<Range> allowed(CheckedModule module, TypeSyntax type) {
        return switch (type.name()) {
            case "INTEGER", "Integer32" -> List.of(SIGNED);
            case "Unsigned32", "Gauge32", "Gauge" -> List.of(UNSIGNED);
            case "OCTET STRING", "Opaque" -> List.of(SIZES);
            default ->
                    module.convention(type.name())
                            .map(convention -> convention.syntax().ranges())
                            .orElse(List.of());
        };
    }

    /** Bounds beyond 63 bits are those of Counter64: read as unsigned, they are the largest. */
    private static int compare(long a, long b) {
        boolean huge = b < Integer.MIN_VALUE && a >= 0;
        return huge ? -1 : Long.compare(a, b);
    }

    private static String words(Bounds bounds) {
        return bounds.min() + ".." + bounds.max();
    }
}
