package dev.bulkhead.mibs.check;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import dev.bulkhead.mibs.syntax.TypeSyntax.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables, rows, their SEQUENCE and their INDEX (RFC 2578 §7.1.12, §7.7, §7.8). */
final class TableRules {
    private TableRules() {}

    static void check(CheckedModule module) {
        Map<String, TypeSyntax> sequences = new HashMap<>();
        for (DeclarationSyntax declaration : module.syntax().declarations()) {
            if (declaration instanceof DeclarationSyntax.Type type
                    && type.type().name().equals("SEQUENCE")) {
                sequences.putIfAbsent(type.name().text(), type.type());
            }
        }
        Map<String, List<ObjectType>> columns = columnsByRow(module);
        for (Invocation object : module.invocations(Macro.OBJECT_TYPE)) {
            module.object(object.name())
                    .ifPresent(compiled -> {
                        if (compiled.kind() == ObjectKind.TABLE) {
                            table(module, object);
                        } else if (compiled.kind() == ObjectKind.ROW) {
                            row(module, object, compiled);
                            sequence(
                                    module,
                                    object,
                                    sequences.get(compiled.syntax().declaredType()),
                                    columns.getOrDefault(compiled.oid().toString(), List.of()));
                        }
                    });
        }
    }

    private static Map<String, List<ObjectType>> columnsByRow(CheckedModule module) {
        Map<String, List<ObjectType>> columns = new HashMap<>();
        for (Invocation object : module.invocations(Macro.OBJECT_TYPE)) {
            module.object(object.name())
                    .filter(o -> o.kind() == ObjectKind.COLUMN)
                    .ifPresent(column ->
                            columns.computeIfAbsent(
                                            column.oid().parent().toString(),
                                            row -> new ArrayList<>())
                                    .add(column));
        }
        return columns;
    }

    private static void table(CheckedModule module, Invocation table) {
        if (!table.name().text().endsWith("Table")) {
            module.report(DiagnosticCode.TABLE_NAME, table.name(), table.name().text());
        }
    }

    private static void row(CheckedModule module, Invocation row, ObjectType compiled) {
        Name name = row.name();
        if (!name.text().endsWith("Entry")) {
            module.report(DiagnosticCode.ROW_NAME, name, name.text());
        }
        if (compiled.oid().last() != 1) {
            module.report(DiagnosticCode.ROW_NOT_ONE, name, name.text());
        }
        if (name.text().endsWith("Entry")) {
            named(module, name, compiled);
        }
        Clause index = CheckedModule.clause(row, Keyword.INDEX);
        Clause augments = CheckedModule.clause(row, Keyword.AUGMENTS);
        if (index != null && augments != null) {
            module.report(DiagnosticCode.INDEX_AND_AUGMENTS, augments, name.text());
        } else if (index == null && augments == null) {
            module.report(DiagnosticCode.NO_INDEX, name, name.text());
        }
        if (augments instanceof Clause.Names list && !list.items().isEmpty()) {
            augments(module, name, list.items().getFirst().name());
        }
        if (index instanceof Clause.Names list) {
            for (int i = 0; i < Math.min(list.items().size(), compiled.index().size()); i++) {
                part(module, list.items().get(i).name(), compiled, compiled.index().get(i));
            }
        }
    }

    /** The row of fanTable is fanEntry. */
    private static void named(CheckedModule module, Name name, ObjectType row) {
        String stem = name.text().substring(0, name.text().length() - "Entry".length());
        if (row.oid().size() == 0) {
            return;
        }
        module.index()
                .node(row.oid().parent())
                .map(MibNode::name)
                .filter(table -> table.endsWith("Table") && !table.equals(stem + "Table"))
                .ifPresent(table ->
                        module.report(DiagnosticCode.ROW_NAME_DIFFERS, name, name.text(), table));
    }

    private static void augments(CheckedModule module, Name row, Name augmented) {
        List<Definition> named = module.index().definitions(augmented.text());
        boolean anyRow =
                named.stream()
                        .anyMatch(d -> d instanceof ObjectType o && o.kind() == ObjectKind.ROW);
        if (!named.isEmpty() && !anyRow) {
            module.report(DiagnosticCode.AUGMENTS_NO_ROW, augmented, row.text(), augmented.text());
        }
    }

    private static void part(CheckedModule module, Name name, ObjectType row, IndexPart part) {
        Optional<ObjectType> column =
                module.index()
                        .definition(part.object().module(), part.object().name())
                        .filter(ObjectType.class::isInstance)
                        .map(ObjectType.class::cast)
                        .filter(object -> object.kind() == ObjectKind.COLUMN);
        if (column.isEmpty() && module.isSecondVersion()) {
            module.report(DiagnosticCode.INDEX_NO_COLUMN, name, name.text());
            return;
        }
        boolean own = column.filter(c -> c.oid().parent().equals(row.oid())).isPresent();
        if (own
                && module.isSecondVersion()
                && column.get().maxAccess() != MaxAccess.NOT_ACCESSIBLE
                && module.index().columnsOf(row.oid()).size() > row.index().size()) {
            module.report(DiagnosticCode.INDEX_ACCESSIBLE, name, name.text());
        }
        boolean free = part.syntax().ranges().isEmpty() && part.syntax().namedNumbers().isEmpty();
        BaseType base = part.syntax().base();
        boolean number = base == BaseType.INTEGER32 || base == BaseType.UNSIGNED32;
        if (free && number && module.isSecondVersion()) {
            module.report(DiagnosticCode.INDEX_NO_RANGE, name, name.text());
        } else if (free && base == BaseType.OCTET_STRING && module.isSecondVersion()) {
            module.report(DiagnosticCode.INDEX_NO_SIZE, name, name.text());
        } else if (number && part.syntax().ranges().stream().anyMatch(r -> r.min() < 0)) {
            module.report(DiagnosticCode.INDEX_NEGATIVE, name, name.text());
        }
    }

    private static void sequence(
            CheckedModule module,
            Invocation row,
            @Nullable TypeSyntax sequence,
            List<ObjectType> columns) {
        if (sequence == null) {
            return;
        }
        Map<String, ObjectType> byName = new HashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        long last = 0;
        for (Field field : sequence.fields()) {
            ObjectType column = byName.remove(field.name().text());
            if (column == null) {
                module.report(
                        DiagnosticCode.NO_COLUMN,
                        field.name(),
                        field.name().text(),
                        row.name().text());
                continue;
            }
            String declared = column.syntax().declaredType();
            if (!field.type().name().equals(declared)) {
                module.report(
                        DiagnosticCode.COLUMN_TYPE,
                        field.name(),
                        column.name(),
                        field.type().name(),
                        declared);
            }
            if (column.oid().last() < last) {
                module.report(DiagnosticCode.COLUMN_ORDER, field.name(), field.name().text());
            } else {
                last = column.oid().last();
            }
        }
        for (ObjectType column : columns) {
            if (byName.containsKey(column.name())) {
                module.report(DiagnosticCode.COLUMN_MISSING, row.name(), column.name());
            }
        }
    }
}
