package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Macro;
import java.util.Set;

/** ACCESS, MAX-ACCESS and STATUS (RFC 2578 §7.3, §7.4; RFC 1212 §4.1.2, §4.1.3). */
final class AccessRules {
    private static final Set<String> FIRST_ACCESS =
            Set.of("read-only", "read-write", "write-only", "not-accessible");
    private static final Set<String> SECOND_ACCESS =
            Set.of(
                    "not-accessible",
                    "accessible-for-notify",
                    "read-only",
                    "read-write",
                    "read-create",
                    "write-only");
    private static final Set<String> FIRST_STATUS =
            Set.of("mandatory", "optional", "obsolete", "deprecated");
    private static final Set<String> SECOND_STATUS = Set.of("current", "deprecated", "obsolete");

    private AccessRules() {}

    static void check(CheckedModule module) {
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            status(module, declaration);
        }
        for (Invocation object : module.invocations(Macro.OBJECT_TYPE)) {
            words(module, object);
            module.object(object.name()).ifPresent(compiled -> fits(module, object, compiled));
        }
    }

    private static void status(CheckedModule module, DeclarationSyntax declaration) {
        if (CheckedModule.clause(declaration, Keyword.STATUS) instanceof Clause.Word status) {
            Set<String> allowed = module.isSecondVersion() ? SECOND_STATUS : FIRST_STATUS;
            if (!allowed.contains(status.word().text())) {
                module.report(
                        module.isSecondVersion()
                                ? DiagnosticCode.STATUS_IN_V2
                                : DiagnosticCode.STATUS_IN_V1,
                        status.word(),
                        status.word().text());
            }
        }
    }

    private static void words(CheckedModule module, Invocation object) {
        Clause first = CheckedModule.clause(object, Keyword.ACCESS);
        Clause second = CheckedModule.clause(object, Keyword.MAX_ACCESS);
        if (first instanceof Clause.Word word && module.isSecondVersion()) {
            module.report(DiagnosticCode.ACCESS_IN_V2, word, object.name().text());
        }
        if (second instanceof Clause.Word word && !module.isSecondVersion()) {
            module.report(DiagnosticCode.MAX_ACCESS_IN_V1, word, object.name().text());
        }
        if ((first == null ? second : first) instanceof Clause.Word word) {
            String access = word.word().text();
            Set<String> allowed = module.isSecondVersion() ? SECOND_ACCESS : FIRST_ACCESS;
            if (!allowed.contains(access)) {
                module.report(
                        module.isSecondVersion()
                                ? DiagnosticCode.ACCESS_INVALID
                                : DiagnosticCode.ACCESS_INVALID_IN_V1,
                        word.word(),
                        access);
            } else if (module.isSecondVersion() && access.equals("write-only")) {
                module.report(DiagnosticCode.WRITE_ONLY, word.word(), object.name().text());
            }
        }
    }

    private static void fits(CheckedModule module, Invocation object, ObjectType compiled) {
        boolean container =
                compiled.kind() == ObjectKind.TABLE || compiled.kind() == ObjectKind.ROW;
        if (container && compiled.maxAccess() != MaxAccess.NOT_ACCESSIBLE) {
            module.report(
                    compiled.kind() == ObjectKind.TABLE
                            ? DiagnosticCode.TABLE_ACCESS
                            : DiagnosticCode.ROW_ACCESS,
                    object.name(),
                    object.name().text());
        }
        BaseType base = compiled.syntax().base();
        boolean counter = base == BaseType.COUNTER32 || base == BaseType.COUNTER64;
        if (counter && compiled.maxAccess().isWritable()) {
            module.report(DiagnosticCode.COUNTER_ACCESS, object.name(), object.name().text());
        }
        boolean creates =
                compiled.maxAccess() == MaxAccess.READ_CREATE
                        || compiled.maxAccess() == MaxAccess.READ_ONLY;
        if (compiled.syntax().declaredType().equals("RowStatus") && !creates) {
            module.report(DiagnosticCode.ROW_STATUS_ACCESS, object.name(), object.name().text());
        }
    }
}
