package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Places in the OID tree (RFC 2578 §3.6, §7.10). */
final class TreeRules {
    private TreeRules() {}

    static void check(CheckedModule module) {
        Map<Oid, String> registered = new HashMap<>();
        Map<Oid, ObjectType> objects = new HashMap<>();
        for (Definition definition : module.model().definitions()) {
            if (definition instanceof ObjectType object) {
                objects.putIfAbsent(object.oid(), object);
            }
        }
        Set<String> seen = new HashSet<>();
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            Name name = declaration.name();
            Optional<Definition> definition =
                    seen.add(name.text()) ? module.definition(name) : Optional.empty();
            if (definition.orElse(null) instanceof OidDefinition placed) {
                String before = registered.putIfAbsent(placed.oid(), name.text());
                if (before != null && !(placed instanceof NotificationType)) {
                    module.report(DiagnosticCode.OID_TWICE, name, name.text(), before);
                }
                if (placed instanceof ObjectType object) {
                    object(module, name, object, objects);
                }
            }
        }
    }

    private static void object(
            CheckedModule module, Name name, ObjectType object, Map<Oid, ObjectType> objects) {
        if (object.oid().size() == 0) {
            return;
        }
        if (object.oid().last() == 0) {
            module.report(DiagnosticCode.LAST_ZERO, name, name.text());
        }
        ObjectType parent = objects.get(object.oid().parent());
        boolean isRow = object.kind() == ObjectKind.ROW;
        if (isRow && (parent == null || parent.kind() != ObjectKind.TABLE)) {
            module.report(DiagnosticCode.ROW_BELOW, name, name.text());
            return;
        }
        if (parent == null) {
            return;
        }
        if (object.kind() == ObjectKind.TABLE) {
            module.report(DiagnosticCode.TABLE_BELOW, name, name.text(), parent.name());
            return;
        }
        switch (parent.kind()) {
            case SCALAR ->
                    module.report(DiagnosticCode.BELOW_SCALAR, name, name.text(), parent.name());
            case COLUMN ->
                    module.report(DiagnosticCode.BELOW_COLUMN, name, name.text(), parent.name());
            case TABLE, ROW -> {
                // rows and columns stand there
            }
        }
    }
}
