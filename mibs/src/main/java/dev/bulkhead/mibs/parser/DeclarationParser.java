package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Convention;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.OidValue;
import dev.bulkhead.mibs.syntax.Macro;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.OidSyntax;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One declaration: an OID value, a type, a textual convention or a macro's invocation. */
final class DeclarationParser {
    private final TokenCursor cursor;
    private final ClauseParser clauses;
    private final TypeParser types;
    private final OidParser oids;

    DeclarationParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.types = new TypeParser(cursor);
        this.oids = new OidParser(cursor);
        this.clauses = new ClauseParser(cursor, types);
    }

    /** Reads one declaration, or reports and skips what is none. Always moves on. */
    void parse(List<DeclarationSyntax> found) {
        if (!cursor.atName()) {
            skipUnreadable();
        } else if (cursor.is(1, "MACRO")) {
            skipMacro();
        } else if (cursor.kind(1) == TokenKind.ASSIGN) {
            type(cursor.takeName(), found);
        } else if (cursor.is(1, "OBJECT") && cursor.is(2, "IDENTIFIER")) {
            oidValue(found);
        } else if (macro().isPresent()) {
            found.add(invocation());
        } else {
            skipUnreadable();
        }
    }

    private void skipUnreadable() {
        cursor.unexpected("a definition");
        cursor.next();
        Boundaries.skipToDeclaration(cursor);
    }

    /** The body of a MACRO definition is not read: the macros are built in. */
    private void skipMacro() {
        while (!cursor.atEnd() && !cursor.is("END")) {
            cursor.next();
        }
        cursor.next();
    }

    private Optional<Macro> macro() {
        return cursor.kind(1) == TokenKind.UPPER ? macroAt() : Optional.empty();
    }

    private Optional<Macro> macroAt() {
        for (Macro macro : Macro.values()) {
            if (cursor.is(1, macro.keyword())) {
                return Optional.of(macro);
            }
        }
        return Optional.empty();
    }

    private void type(Name name, List<DeclarationSyntax> found) {
        cursor.expect(TokenKind.ASSIGN);
        if (!cursor.skip("TEXTUAL-CONVENTION")) {
            found.add(new DeclarationSyntax.Type(name, types.parse()));
            return;
        }
        List<Clause> read = new ArrayList<>(clauses.parse());
        TypeSyntax syntax = TypeSyntax.named("", name.offset());
        for (Clause clause : read) {
            if (clause instanceof Clause.OfType ofType) {
                syntax = ofType.type();
            }
        }
        if (syntax.name().isEmpty()) {
            report(DiagnosticCode.MISSING_CLAUSE, name, "SYNTAX");
        }
        found.add(new Convention(name, read, syntax));
    }

    private void oidValue(List<DeclarationSyntax> found) {
        Name name = cursor.takeName();
        cursor.next();
        cursor.next();
        if (cursor.expect(TokenKind.ASSIGN)) {
            found.add(new OidValue(name, oids.parse()));
        }
    }

    private Invocation invocation() {
        Macro macro = macro().orElseThrow();
        Name name = cursor.takeName();
        cursor.next();
        List<Clause> read = clauses.parse();
        if (!cursor.skip(TokenKind.ASSIGN)) {
            report(DiagnosticCode.MISSING_VALUE, name, name.text());
            return new Invocation(name, macro, read, new OidSyntax(List.of(), name.offset()));
        }
        return new Invocation(name, macro, read, oids.parse());
    }

    private void report(DiagnosticCode code, Name name, String argument) {
        cursor.sink().report(code, name.offset(), name.end(), name.text(), argument);
    }
}
