package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.Clause.Item;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which objects are tables, rows and columns, and what indexes the rows (RFC 2578 §7.1.12, §7.7).
 *
 * <p>Concurrency: made by one thread when all OIDs are known; then any may ask.
 */
final class TableShapes {
    private static final int MAX_AUGMENTS = 8;

    private final Scopes scopes;
    private final TypeResolver types;
    private final Set<Oid> rows = ConcurrentHashMap.newKeySet();

    TableShapes(Scopes scopes, TypeResolver types) {
        this.scopes = scopes;
        this.types = types;
        scopes.all().stream().toList().parallelStream().forEach(this::shape);
    }

    private void shape(Scope scope) {
        List<Symbol> doubtful = new ArrayList<>(0);
        for (Symbol symbol : scope.declarations()) {
            if (symbol.declaration() instanceof Invocation invocation
                    && invocation.macro() == Macro.OBJECT_TYPE
                    && shape(symbol, invocation.clauses())) {
                doubtful.add(symbol);
            }
        }
        if (!doubtful.isEmpty()) {
            settle(scope, doubtful);
        }
    }

    /**
     * A SEQUENCE OF with an INDEX is a row whose table was left out, unless a row stands below it.
     */
    private void settle(Scope scope, List<Symbol> doubtful) {
        for (Symbol symbol : scope.declarations()) {
            Symbol parent = symbol.parent;
            if (symbol.shape == ObjectKind.ROW && parent != null && doubtful.contains(parent)) {
                parent.shape = ObjectKind.TABLE;
            }
        }
        for (Symbol symbol : doubtful) {
            if (symbol.shape == ObjectKind.ROW && symbol.oid != null) {
                rows.add(symbol.oid);
            }
        }
    }

    /** Finds an object's shape; whether it is in doubt. */
    private boolean shape(Symbol symbol, List<Clause> clauses) {
        TypeSyntax type = null;
        boolean indexed = false;
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            switch (clause.keyword()) {
                case SYNTAX -> type = ((Clause.OfType) clause).type();
                case INDEX, AUGMENTS -> indexed = true;
                default -> {
                    // says nothing about the shape
                }
            }
        }
        if (type != null && type.name().equals("SEQUENCE OF")) {
            symbol.shape = indexed ? ObjectKind.ROW : ObjectKind.TABLE;
            return indexed;
        }
        if (indexed || (type != null && isSequence(symbol.scope(), type))) {
            symbol.shape = ObjectKind.ROW;
            if (symbol.oid != null) {
                rows.add(symbol.oid);
            }
        }
        return false;
    }

    ObjectKind kind(Symbol symbol, Oid oid) {
        ObjectKind shape = symbol.shape;
        if (shape != null) {
            return shape;
        }
        Symbol parent = symbol.parent;
        boolean column =
                parent == null
                        ? oid.size() > 0 && rows.contains(oid.parent())
                        : parent.shape == ObjectKind.ROW || isRowElsewhere(parent);
        return column ? ObjectKind.COLUMN : ObjectKind.SCALAR;
    }

    /** A row may be named twice, and its columns may stand below the bare name. */
    private boolean isRowElsewhere(Symbol parent) {
        return parent.shape == null && parent.oid != null && rows.contains(parent.oid);
    }

    private boolean isSequence(Scope scope, TypeSyntax type) {
        if (type.name().equals("SEQUENCE")) {
            return true;
        }
        if (type.name().isEmpty() || BuiltIn.type(type.name()) != null) {
            return false;
        }
        Symbol symbol = scopes.findQuietly(scope, new Name(type.name(), type.offset()));
        return symbol != null
                && symbol.declaration() instanceof DeclarationSyntax.Type declared
                && declared.type().name().equals("SEQUENCE");
    }

    /** The row a row augments. */
    @Nullable Symbol augmented(Symbol row) {
        List<Item> items = Clauses.of(row.declaration()).augments;
        return items == null || items.isEmpty()
                ? null
                : scopes.findQuietly(row.scope(), items.getFirst().name());
    }

    /** A row's index; that of the row it augments if it has none of its own. */
    List<IndexPart> index(Symbol row) {
        Symbol at = row;
        for (int hops = 0; hops < MAX_AUGMENTS; hops++) {
            List<Item> index = Clauses.of(at.declaration()).index;
            if (index != null) {
                return parts(at, index, at.equals(row));
            }
            Symbol next = augmented(at);
            if (next == null) {
                return List.of();
            }
            at = next;
        }
        return List.of();
    }

    private List<IndexPart> parts(Symbol row, List<Item> items, boolean own) {
        List<IndexPart> parts = new ArrayList<>(items.size());
        for (Item item : items) {
            parts.add(part(row, item, own));
        }
        return parts;
    }

    private IndexPart part(Symbol row, Item item, boolean own) {
        Name name = item.name();
        String bareType =
                switch (name.text()) {
                    case "OCTET" -> "OCTET STRING";
                    case "OBJECT" -> "OBJECT IDENTIFIER";
                    default -> name.text();
                };
        if (BuiltIn.type(bareType) != null) {
            TypeSyntax type = TypeSyntax.named(bareType, name.offset());
            Syntax bare = types.syntaxQuietly(row.scope(), type);
            return new IndexPart(new Reference(row.scope().name(), bareType), bare, item.implied());
        }
        Symbol object =
                own ? scopes.find(row.scope(), name) : scopes.findQuietly(row.scope(), name);
        if (object == null) {
            if (own) {
                row.scope().unknown(name);
            }
            Reference unknown = new Reference(row.scope().name(), name.text());
            return new IndexPart(unknown, TypeResolver.unknown(name.text()), item.implied());
        }
        TypeSyntax type = Clauses.of(object.declaration()).syntax;
        Syntax syntax =
                type == null ? types.declared(object) : types.syntaxQuietly(object.scope(), type);
        return new IndexPart(
                new Reference(object.scope().name(), object.name()), syntax, item.implied());
    }
}
