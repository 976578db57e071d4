package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.Name;
import java.util.Optional;

/** Notifications and what they carry (RFC 2578 §8). */
final class NotificationRules {
    private NotificationRules() {}

    static void check(CheckedModule module) {
        for (Invocation trap : module.invocations(Macro.TRAP_TYPE)) {
            if (module.isSecondVersion()) {
                module.report(DiagnosticCode.TRAP_IN_V2, trap.name(), trap.name().text());
            }
        }
        for (Invocation notification : module.invocations(Macro.NOTIFICATION_TYPE)) {
            if (module.definition(notification.name()).orElse(null)
                    instanceof NotificationType compiled) {
                place(module, notification.name(), compiled.oid());
                objects(module, notification, compiled);
            }
        }
    }

    private static void place(CheckedModule module, Name name, Oid oid) {
        if (oid.size() >= 2 && oid.get(oid.size() - 2) != 0) {
            module.report(DiagnosticCode.NOT_REVERSIBLE, name, name.text());
        }
    }

    private static void objects(
            CheckedModule module, Invocation notification, NotificationType compiled) {
        if (!(CheckedModule.clause(notification, Keyword.OBJECTS) instanceof Clause.Names list)) {
            return;
        }
        int count = Math.min(list.items().size(), compiled.objects().size());
        for (int i = 0; i < count; i++) {
            Name name = list.items().get(i).name();
            Reference reference = compiled.objects().get(i);
            Optional<Definition> object =
                    module.index().definition(reference.module(), reference.name());
            if (object.isEmpty()) {
                continue; // told by the compiler
            }
            if (!(object.get() instanceof ObjectType carried)) {
                module.report(DiagnosticCode.CARRIES_NO_OBJECT, name, name.text());
            } else if (carried.maxAccess() == MaxAccess.NOT_ACCESSIBLE) {
                module.report(DiagnosticCode.CARRIES_INACCESSIBLE, name, name.text());
            }
        }
    }
}
