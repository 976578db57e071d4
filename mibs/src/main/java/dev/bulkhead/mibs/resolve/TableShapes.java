package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.syntax.Clause.Item;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects are tables, rows and columns, and what indexes the rows (RFC 2578 §7.1.12, §7.7).
 */
final class TableShapes {
    private static final int MAX_AUGMENTS = 8;

    private final Scopes scopes;
    private final TypeResolver types;
    private final Set<Oid> rows = new HashSet<>();

    TableShapes(Scopes scopes, OidResolver oids, TypeResolver types) {
        this.scopes = scopes;
        this.types = types;
        for (Scope scope : scopes.all()) {
            for (Symbol symbol : scope.declarations()) {
                if (symbol.declaration() instanceof Invocation invocation
                        && invocation.macro() == Macro.OBJECT_TYPE
                        && isRow(symbol)) {
                    oids.oid(symbol).ifPresent(rows::add);
                }
            }
        }
    }

    ObjectKind kind(Symbol symbol, Oid oid) {
        if (isTable(symbol)) {
            return ObjectKind.TABLE;
        }
        if (isRow(symbol)) {
            return ObjectKind.ROW;
        }
        return oid.size() > 0 && rows.contains(oid.parent())
                ? ObjectKind.COLUMN
                : ObjectKind.SCALAR;
    }

    private static boolean isTable(Symbol symbol) {
        return Clauses.of(symbol.declaration())
                .syntax()
                .filter(type -> type.name().equals("SEQUENCE OF"))
                .isPresent();
    }

    private boolean isRow(Symbol symbol) {
        Clauses clauses = Clauses.of(symbol.declaration());
        if (isTable(symbol)) {
            return false;
        }
        return clauses.names("INDEX").isPresent()
                || clauses.names("AUGMENTS").isPresent()
                || clauses.syntax().filter(type -> isSequence(symbol.scope(), type)).isPresent();
    }

    private boolean isSequence(Scope scope, TypeSyntax type) {
        if (type.name().equals("SEQUENCE")) {
            return true;
        }
        if (type.name().isEmpty() || BuiltIn.type(type.name()).isPresent()) {
            return false;
        }
        Symbol symbol = scopes.find(scope, new Name(type.name(), type.offset()));
        return symbol != null
                && symbol.declaration() instanceof DeclarationSyntax.Type declared
                && declared.type().name().equals("SEQUENCE");
    }

    /** The row a row augments. */
    Optional<Symbol> augmented(Symbol row) {
        return Clauses.of(row.declaration())
                .names("AUGMENTS")
                .filter(items -> !items.isEmpty())
                .map(items -> scopes.find(row.scope(), items.getFirst().name()));
    }

    /** A row's index; that of the row it augments if it has none of its own. */
    List<IndexPart> index(Symbol row) {
        Symbol at = row;
        for (int hops = 0; hops < MAX_AUGMENTS; hops++) {
            Optional<List<Item>> index = Clauses.of(at.declaration()).names("INDEX");
            if (index.isPresent()) {
                return parts(at, index.get());
            }
            Optional<Symbol> next = augmented(at);
            if (next.isEmpty()) {
                return List.of();
            }
            at = next.get();
        }
        return List.of();
    }

    private List<IndexPart> parts(Symbol row, List<Item> items) {
        List<IndexPart> parts = new ArrayList<>();
        for (Item item : items) {
            parts.add(part(row, item));
        }
        return parts;
    }

    private IndexPart part(Symbol row, Item item) {
        Name name = item.name();
        String bareType =
                switch (name.text()) {
                    case "OCTET" -> "OCTET STRING";
                    case "OBJECT" -> "OBJECT IDENTIFIER";
                    default -> name.text();
                };
        if (BuiltIn.type(bareType).isPresent()) {
            Syntax bare = types.syntax(row.scope(), TypeSyntax.named(bareType, name.offset()));
            return new IndexPart(new Reference(row.scope().name(), bareType), bare, item.implied());
        }
        Symbol object = scopes.find(row.scope(), name);
        if (object == null) {
            Reference unknown = new Reference(row.scope().name(), name.text());
            return new IndexPart(unknown, TypeResolver.unknown(name.text()), item.implied());
        }
        Syntax syntax =
                Clauses.of(object.declaration())
                        .syntax()
                        .map(type -> types.syntax(object.scope(), type))
                        .orElseGet(() -> types.declared(object));
        return new IndexPart(
                new Reference(object.scope().name(), object.name()), syntax, item.implied());
    }
}
