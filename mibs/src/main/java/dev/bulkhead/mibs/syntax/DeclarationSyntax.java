package dev.bulkhead.mibs.syntax;

import java.util.List;

/** One declaration of a module. */
public sealed interface DeclarationSyntax {
    Name name();

    /** {@code name OBJECT IDENTIFIER ::= value}. */
    record OidValue(Name name, OidSyntax value) implements DeclarationSyntax {}

    /** {@code Name ::= type}. */
    record Type(Name name, TypeSyntax type) implements DeclarationSyntax {}

    /** {@code Name ::= TEXTUAL-CONVENTION clauses SYNTAX type}. */
    record Convention(Name name, List<Clause> clauses, TypeSyntax type)
            implements DeclarationSyntax {
        public Convention {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code name MACRO clauses ::= value}. */
    record Invocation(Name name, Macro macro, List<Clause> clauses, OidSyntax value)
            implements DeclarationSyntax {
        public Invocation {
            clauses = List.copyOf(clauses);
        }
    }
}
