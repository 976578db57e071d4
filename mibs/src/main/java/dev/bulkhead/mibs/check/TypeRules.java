package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.display.DisplayHint;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.TextualConvention;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Textual conventions and types (RFC 2579 §3; RFC 2578 §7.1.5, §7.1.9). */
final class TypeRules {
    private TypeRules() {}

    static void check(CheckedModule module) {
        Set<String> used = new HashSet<>();
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            @Nullable TypeSyntax type = CheckedModule.type(declaration);
            if (type != null) {
                used.add(type.name());
                used.add(type.element());
                type.fields().forEach(field -> used.add(field.type().name()));
                oldTypes(module, declaration, type);
            }
            if (type != null
                    && declaration instanceof DeclarationSyntax.Invocation
                    && type.name().equals("InetAddress")
                    && !used.contains("InetAddressType")) {
                module.report(
                        DiagnosticCode.ADDRESS_WITHOUT_TYPE,
                        declaration.name(),
                        declaration.name().text());
            }
            if (declaration instanceof DeclarationSyntax.Convention convention) {
                convention(module, convention);
            } else if (declaration instanceof DeclarationSyntax.Type plain
                    && module.isSecondVersion()
                    && !plain.type().name().equals("SEQUENCE")) {
                module.report(DiagnosticCode.TYPE_IN_V2, plain.name(), plain.name().text());
            }
        }
        unused(module, used);
    }

    private static void oldTypes(
            CheckedModule module, DeclarationSyntax declaration, TypeSyntax type) {
        if (type.name().equals("Opaque") && module.isSecondVersion()) {
            module.report(DiagnosticCode.OPAQUE, type.offset(), 6, declaration.name().text());
        } else if (type.name().equals("IpAddress") && module.isSecondVersion()) {
            module.report(DiagnosticCode.IP_ADDRESS, type.offset(), 9, declaration.name().text());
        } else if (type.name().equals("INTEGER")
                && type.labels().isEmpty()
                && module.isSecondVersion()) {
            module.report(
                    DiagnosticCode.PLAIN_INTEGER, type.offset(), 7, declaration.name().text());
        }
    }

    private static void convention(CheckedModule module, DeclarationSyntax.Convention convention) {
        String name = convention.name().text();
        if (CheckedModule.clause(convention, Keyword.DISPLAY_HINT) instanceof Clause.Text hint) {
            String text = module.text(hint).strip();
            if (!text.isEmpty() && DisplayHint.parse(text).isEmpty()) {
                module.report(DiagnosticCode.BAD_HINT, hint, text);
            }
        } else if (module.definition(convention.name()).orElse(null)
                        instanceof TextualConvention compiled
                && compiled.syntax().base() == BaseType.OCTET_STRING
                && compiled.syntax().displayHint().isEmpty()) {
            module.report(DiagnosticCode.NO_HINT, convention.name(), name);
        }
        boolean nested =
                module.index().definitions(convention.type().name()).stream()
                        .anyMatch(d -> d instanceof TextualConvention t && t.isMacro());
        if (nested) {
            module.report(
                    DiagnosticCode.NESTED_CONVENTION,
                    convention.name(),
                    name,
                    convention.type().name());
        }
    }

    /** A module that defines objects, too, is expected to use its types itself. */
    private static void unused(CheckedModule module, Set<String> used) {
        boolean objects =
                module.syntax().declarations().stream()
                        .anyMatch(d ->
                                CheckedModule.clause(d, Keyword.MAX_ACCESS) != null
                                        || CheckedModule.clause(d, Keyword.ACCESS) != null);
        if (!objects) {
            return;
        }
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            boolean type =
                    declaration instanceof DeclarationSyntax.Type
                            || declaration instanceof DeclarationSyntax.Convention;
            if (type && !used.contains(declaration.name().text())) {
                module.report(
                        DiagnosticCode.UNUSED_TYPE, declaration.name(), declaration.name().text());
            }
        }
    }
}
