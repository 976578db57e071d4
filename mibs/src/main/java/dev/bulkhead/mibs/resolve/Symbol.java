package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.syntax.DeclarationSyntax;

/** A declaration, and the module it stands in. Compared by identity. */
final class Symbol {
    private final Scope scope;
    private final DeclarationSyntax declaration;

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
