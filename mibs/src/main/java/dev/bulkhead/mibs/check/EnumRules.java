package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import dev.bulkhead.mibs.syntax.TypeSyntax.Label;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Enumerations and BITS (RFC 2578 §7.1.1, §7.1.4). */
final class EnumRules {
    private EnumRules() {}

    static void check(CheckedModule module) {
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            @Nullable TypeSyntax type = CheckedModule.type(declaration);
            if (type != null && !type.labels().isEmpty()) {
                labels(module, type);
                if (module.isSecondVersion()) {
                    hyphens(module, type);
                } else {
                    zero(module, type);
                }
                if (type.name().equals("Integer32") || type.name().equals("Unsigned32")) {
                    module.report(
                            DiagnosticCode.ENUM_ON_TYPE,
                            type.offset(),
                            type.name().length(),
                            type.name());
                }
            }
        }
    }

    private static void labels(CheckedModule module, TypeSyntax type) {
        boolean bits = type.name().equals("BITS");
        Set<String> names = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        long last = Long.MIN_VALUE;
        boolean descending = false;
        for (Label label : type.labels()) {
            int length = label.text().length();
            if (!names.add(label.text())) {
                module.report(DiagnosticCode.LABEL_TWICE, label.offset(), length, label.text());
            }
            if (!numbers.add(label.number())) {
                module.report(
                        DiagnosticCode.NUMBER_TWICE, label.offset(), length, "" + label.number());
            }
            if (bits && label.number() < 0) {
                module.report(DiagnosticCode.NEGATIVE_BIT, label.offset(), length, label.text());
            }
            char first = label.text().isEmpty() ? 'a' : label.text().charAt(0);
            if (first >= 'A' && first <= 'Z') {
                module.report(DiagnosticCode.LABEL_CASE, label.offset(), length, label.text());
            }
            if (label.number() < last && !descending) {
                descending = true;
                module.report(DiagnosticCode.LABEL_ORDER, label.offset(), length, label.text());
            }
            last = label.number();
        }
        if (bits && !numbers.contains(0L)) {
            module.report(DiagnosticCode.BIT_ZERO, type.offset(), type.name().length());
        }
    }

    private static void hyphens(CheckedModule module, TypeSyntax type) {
        for (Label label : type.labels()) {
            if (label.text().indexOf('-') >= 0) {
                module.report(
                        DiagnosticCode.LABEL_HYPHEN,
                        label.offset(),
                        label.text().length(),
                        label.text());
            }
        }
    }

    private static void zero(CheckedModule module, TypeSyntax type) {
        for (Label label : type.labels()) {
            if (label.number() == 0) {
                module.report(
                        DiagnosticCode.ENUM_ZERO,
                        label.offset(),
                        label.text().length(),
                        label.text());
            }
        }
    }
}
