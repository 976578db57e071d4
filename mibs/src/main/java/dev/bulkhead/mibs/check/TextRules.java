package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Macro;

/** Quoted texts that are there and say something (RFC 2578 §7.5, §7.6; RFC 2579 §3). */
final class TextRules {
    private TextRules() {}

    static void check(CheckedModule module) {
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            for (Clause clause : CheckedModule.clauses(declaration)) {
                if (clause instanceof Clause.Text text && module.text(text).isBlank()) {
                    module.report(
                            DiagnosticCode.EMPTY_TEXT,
                            text,
                            declaration.name().text(),
                            text.keyword().word());
                }
            }
            if (needsDescription(module, declaration)
                    && CheckedModule.clause(declaration, Keyword.DESCRIPTION) == null) {
                module.report(
                        DiagnosticCode.NO_DESCRIPTION,
                        declaration.name(),
                        declaration.name().text());
            }
        }
    }

    private static boolean needsDescription(CheckedModule module, DeclarationSyntax declaration) {
        boolean macro =
                declaration instanceof DeclarationSyntax.Convention
                        || (declaration instanceof Invocation invocation
                                && invocation.macro() != Macro.TRAP_TYPE);
        return module.isSecondVersion() && macro;
    }
}
