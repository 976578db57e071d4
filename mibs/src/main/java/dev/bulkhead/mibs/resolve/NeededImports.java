package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.Name;
import java.util.EnumSet;
import java.util.Set;

/** Macros that a module uses and does not import, which vendors forget most (RFC 2578 §3.2). */
final class NeededImports {
    private static final String CONVENTION = Keyword.TEXTUAL_CONVENTION.word();

    private NeededImports() {}

    static void check(Scope scope) {
        Set<Macro> seen = EnumSet.noneOf(Macro.class);
        boolean convention = false;
        for (DeclarationSyntax declaration : scope.syntax().declarations()) {
            if (declaration instanceof DeclarationSyntax.Invocation invocation) {
                Macro macro = invocation.macro();
                if (seen.add(macro)) {
                    need(scope, macro.keyword().word(), home(scope, macro), declaration.name());
                }
            } else if (declaration instanceof DeclarationSyntax.Convention && !convention) {
                convention = true;
                need(scope, CONVENTION, "SNMPv2-TC", declaration.name());
            }
        }
    }

    private static void need(Scope scope, String macro, String module, Name where) {
        if (scope.importedFrom(macro) == null && !scope.name().equals(module)) {
            scope.complainFixably(
                    DiagnosticCode.MACRO_NOT_IMPORTED,
                    where,
                    scope.importOffset(),
                    scope.importOf(macro, module),
                    macro,
                    module);
        }
    }

    private static String home(Scope scope, Macro macro) {
        return switch (macro) {
            case OBJECT_TYPE -> isFirstVersion(scope) ? "RFC-1212" : "SNMPv2-SMI";
            case TRAP_TYPE -> "RFC-1215";
            case MODULE_IDENTITY, OBJECT_IDENTITY, NOTIFICATION_TYPE -> "SNMPv2-SMI";
            case OBJECT_GROUP, NOTIFICATION_GROUP, MODULE_COMPLIANCE, AGENT_CAPABILITIES ->
                    "SNMPv2-CONF";
        };
    }

    private static boolean isFirstVersion(Scope scope) {
        return scope.syntax().imports().stream()
                .anyMatch(clause -> clause.module().text().startsWith("RFC1155"));
    }
}
