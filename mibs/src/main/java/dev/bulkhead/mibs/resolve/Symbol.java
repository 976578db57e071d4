package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.Diagnostic.Follower;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declaration, the module it stands in, and what is found out about it. Compared by identity. */
final class Symbol {
    private final Scope scope;
    private final DeclarationSyntax declaration;

    /** What {@link OidResolver} found; written by it alone, before others read. */
    @Nullable Oid oid;

    /** The symbol it stands right below by name and number; null where it is placed otherwise. */
    @Nullable Symbol parent;

    /** How far {@link OidResolver} is with it. */
    Progress progress = Progress.NEW;

    /** Where there is no OID: all that suffer from the same fault, this included. */
    @Nullable List<Follower> sufferers;

    /** What {@link TypeResolver} found of a declared type. */
    @Nullable Syntax declared;

    /** The syntax of an object that names this type and adds nothing. */
    @Nullable Syntax used;

    /** TABLE or ROW, as {@link TableShapes} found; null for all else. */
    @Nullable ObjectKind shape;

    enum Progress {
        NEW,
        UNDER_WAY,
        DONE
    }

    Symbol(Scope scope, DeclarationSyntax declaration) {
        this.scope = scope;
        this.declaration = declaration;
    }

    Scope scope() {
        return scope;
    }

    DeclarationSyntax declaration() {
        return declaration;
    }

    String name() {
        return declaration.name().text();
    }
}
