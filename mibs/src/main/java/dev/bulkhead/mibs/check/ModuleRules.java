package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** MODULE-IDENTITY, its dates, and imports (RFC 2578 §2, §3.2, §5; RFC 2579 for dates). */
final class ModuleRules {
    private static final int LONG_NAME = 32;
    private static final int LONGEST_NAME = 64;

    /** The year of RFC 1065, the first SMI. */
    private static final int FIRST_SMI = 1988;

    private ModuleRules() {}

    static void check(CheckedModule module) {
        names(module);
        imports(module);
        List<Invocation> identities = module.invocations(Macro.MODULE_IDENTITY);
        if (!module.isSecondVersion()) {
            return;
        }
        if (identities.isEmpty()) {
            if (!module.syntax().declarations().isEmpty()) {
                Name name = module.syntax().name();
                module.report(DiagnosticCode.NO_IDENTITY, name, name.text());
            }
            return;
        }
        if (!module.syntax().declarations().getFirst().equals(identities.getFirst())) {
            Name name = identities.getFirst().name();
            module.report(DiagnosticCode.IDENTITY_NOT_FIRST, name, name.text());
        }
        for (Invocation second : identities.subList(1, identities.size())) {
            module.report(DiagnosticCode.SECOND_IDENTITY, second.name(), second.name().text());
        }
        dates(module, identities.getFirst());
    }

    private static void names(CheckedModule module) {
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            Name name = declaration.name();
            int length = name.text().length();
            if (length > LONGEST_NAME) {
                module.report(DiagnosticCode.NAME_TOO_LONG, name, name.text(), "" + length);
            } else if (length > LONG_NAME) {
                module.report(DiagnosticCode.NAME_LONG, name, name.text(), "" + length);
            }
        }
    }

    private static void imports(CheckedModule module) {
        byte[] text = module.sink().file().bytes();
        int from = module.syntax().bodyOffset();
        for (ImportSyntax clause : module.syntax().imports()) {
            from = Math.max(from, clause.module().end());
        }
        String body =
                new String(
                        text,
                        from,
                        Math.max(0, module.syntax().endOffset() - from),
                        StandardCharsets.ISO_8859_1);
        for (ImportSyntax clause : module.syntax().imports()) {
            for (Name symbol : clause.symbols()) {
                if (!isUsed(body, symbol.text())) {
                    module.report(
                            DiagnosticCode.UNUSED_IMPORT,
                            symbol,
                            symbol.text(),
                            clause.module().text());
                }
            }
        }
    }

    private static boolean isUsed(String body, String name) {
        for (int at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !isNamePart(body.charAt(at - 1));
            boolean ends = end == body.length() || !isNamePart(body.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private static void dates(CheckedModule module, Invocation identity) {
        String updated = "";
        Clause updatedAt = null;
        List<Clause.Text> revisions = new ArrayList<>();
        for (Clause clause : identity.clauses()) {
            if (clause instanceof Clause.Text text) {
                if (text.keyword() == Keyword.LAST_UPDATED) {
                    updated = date(module, text);
                    updatedAt = text;
                } else if (text.keyword() == Keyword.REVISION) {
                    revisions.add(text);
                }
            }
        }
        String before = "99999999";
        boolean hasUpdated = false;
        for (Clause.Text revision : revisions) {
            String date = date(module, revision);
            if (date.compareTo(before) > 0) {
                module.report(DiagnosticCode.REVISION_ORDER, revision, date);
            }
            if (!updated.isEmpty() && date.compareTo(updated) > 0) {
                module.report(DiagnosticCode.REVISION_AFTER_UPDATE, revision, date, updated);
            }
            before = date;
            hasUpdated |= date.equals(updated);
        }
        if (updatedAt != null && !hasUpdated && !updated.isEmpty()) {
            module.report(DiagnosticCode.REVISION_MISSING, updatedAt, updated);
        }
    }

    /** A date with a four-digit year; what is wrong with it is told. */
    private static String date(CheckedModule module, Clause.Text clause) {
        String written = module.text(clause).strip();
        String date = written.length() == 11 ? "19" + written : written;
        boolean valid = date.length() == 13 && date.endsWith("Z") && isDigits(date, 12);
        if (valid) {
            try {
                LocalDateTime when =
                        LocalDateTime.of(
                                number(date, 0, 4),
                                number(date, 4, 6),
                                number(date, 6, 8),
                                number(date, 8, 10),
                                number(date, 10, 12));
                if (when.getYear() < FIRST_SMI) {
                    module.report(DiagnosticCode.DATE_BEFORE_SMI, clause, written);
                } else if (when.isAfter(LocalDateTime.now(ZoneOffset.UTC).plusDays(2))) {
                    module.report(DiagnosticCode.DATE_AHEAD, clause, written);
                }
            } catch (DateTimeException impossible) {
                valid = false;
            }
        }
        if (!valid) {
            module.report(DiagnosticCode.BAD_DATE, clause, written);
        } else if (written.length() == 11) {
            module.report(DiagnosticCode.SHORT_YEAR, clause, written);
        }
        return date;
    }

    private static boolean isDigits(String text, int count) {
        for (int i = 0; i < count; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String date, int from, int to) {
        return Integer.parseInt(date.substring(from, to));
    }
}
