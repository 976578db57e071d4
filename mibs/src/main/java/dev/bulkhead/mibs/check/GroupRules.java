package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Status;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.Name;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Groups and compliance statements (RFC 2580 §3 to §5). */
final class GroupRules {
    private GroupRules() {}

    static void check(CheckedModule module) {
        Set<Reference> members = new HashSet<>();
        boolean groups = false;
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            if (module.definition(declaration.name()).orElse(null) instanceof Group group
                    && declaration instanceof Invocation invocation) {
                groups = true;
                members.addAll(group.members());
                members(module, invocation, group);
            }
        }
        if (groups) {
            ungrouped(module, members);
            unreferenced(module);
        }
    }

    private static void members(CheckedModule module, Invocation invocation, Group group) {
        Keyword keyword = group.ofNotifications() ? Keyword.NOTIFICATIONS : Keyword.OBJECTS;
        if (!(CheckedModule.clause(invocation, keyword) instanceof Clause.Names list)) {
            return;
        }
        int count = Math.min(list.items().size(), group.members().size());
        for (int i = 0; i < count; i++) {
            Name name = list.items().get(i).name();
            Reference reference = group.members().get(i);
            Optional<Definition> found =
                    module.index().definition(reference.module(), reference.name());
            found.ifPresent(member -> member(module, name, member, group));
        }
    }

    private static void member(CheckedModule module, Name name, Definition member, Group group) {
        boolean fits =
                group.ofNotifications()
                        ? member instanceof NotificationType
                        : member instanceof ObjectType object
                                && object.kind() != ObjectKind.TABLE
                                && object.kind() != ObjectKind.ROW
                                && object.maxAccess() != MaxAccess.NOT_ACCESSIBLE;
        if (!fits) {
            module.report(DiagnosticCode.NO_MEMBER, name, name.text(), group.name());
        } else if (group.status() == Status.CURRENT && member.status() != Status.CURRENT) {
            module.report(
                    DiagnosticCode.MEMBER_STATUS,
                    name,
                    group.name(),
                    name.text(),
                    member.status().rfcName());
        }
    }

    private static void ungrouped(CheckedModule module, Set<Reference> members) {
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            Name name = declaration.name();
            Definition definition = module.definition(name).orElse(null);
            boolean object =
                    definition instanceof ObjectType type
                            && (type.kind() == ObjectKind.SCALAR
                                    || type.kind() == ObjectKind.COLUMN)
                            && type.maxAccess() != MaxAccess.NOT_ACCESSIBLE;
            boolean notification =
                    definition instanceof NotificationType type && !type.isTrapType();
            if ((object || notification)
                    && !members.contains(new Reference(module.model().name(), name.text()))) {
                module.report(DiagnosticCode.NO_GROUP, name, name.text());
            }
        }
    }

    private static void unreferenced(CheckedModule module) {
        Set<String> named = new HashSet<>();
        for (Invocation compliance : module.invocations(Macro.MODULE_COMPLIANCE)) {
            for (Clause clause : compliance.clauses()) {
                if (clause instanceof Clause.Names list
                        && list.keyword() == Keyword.MANDATORY_GROUPS) {
                    list.items().forEach(item -> named.add(item.name().text()));
                } else if (clause instanceof Clause.Word word && word.keyword() == Keyword.GROUP) {
                    named.add(word.word().text());
                }
            }
        }
        for (Macro macro : new Macro[] {Macro.OBJECT_GROUP, Macro.NOTIFICATION_GROUP}) {
            for (Invocation group : module.invocations(macro)) {
                if (!named.contains(group.name().text())) {
                    module.report(DiagnosticCode.GROUP_UNUSED, group.name(), group.name().text());
                }
            }
        }
    }
}
