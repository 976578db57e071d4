package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            return;
        }
        @Nullable Keyword second = cursor.keyword(1);
        if (cursor.kind(1) == TokenKind.ASSIGN) {
            assignment(found);
        } else if (second == null) {
            misspeltMacro(found);
        } else if (second == Keyword.MACRO) {
            skipMacro();
        } else if (second == Keyword.OBJECT && cursor.is(2, Keyword.IDENTIFIER)) {
            oidValue(found);
        } else if (second.isMacro()) {
            found.add(invocation(Macro.of(second)));
        } else if (second == Keyword.TEXTUAL_CONVENTION && isClauseAt(2)) {
            missingAssignment(cursor.end());
            convention(cursor.takeName(), found);
        } else {
            skipUnreadable();
        }
    }

    private boolean isClauseAt(int ahead) {
        @Nullable Keyword keyword = cursor.keyword(ahead);
        return keyword != null && keyword.isClause();
    }

    private void skipUnreadable() {
        cursor.unexpected("a definition");
        cursor.next();
        Boundaries.skipToDeclaration(cursor);
    }

    /** {@code name OBJECT_TYPE SYNTAX}: a macro's name misspelt, before a clause. */
    private void misspeltMacro(List<DeclarationSyntax> found) {
        @Nullable Keyword meant =
                isClauseAt(2) && cursor.atName(1)
                        ? Spelling.nearest(cursor.text(1), Keyword::isMacro)
                        : null;
        if (meant == null) {
            skipUnreadable();
            return;
        }
        int start = cursor.offset(1);
        int end = cursor.end(1);
        cursor.sink().takeBack(start, end); // its underscores
        cursor.sink()
                .fault(DiagnosticCode.MISSPELT_KEYWORD, start, end)
                .fix(start, end, meant.word())
                .report(cursor.text(1), meant.word());
        found.add(invocation(Macro.of(meant)));
    }

    /** The body of a MACRO definition is not read: the macros are built in. */
    private void skipMacro() {
        while (!cursor.atEnd() && !cursor.is(Keyword.END)) {
            cursor.next();
        }
        cursor.next();
    }

    private void assignment(List<DeclarationSyntax> found) {
        Name name = cursor.takeName();
        cursor.next();
        if (cursor.is(Keyword.TEXTUAL_CONVENTION)) {
            convention(name, found);
        } else if (cursor.at(TokenKind.LEFT_BRACE)) {
            int end = name.end();
            cursor.sink()
                    .fault(DiagnosticCode.MISSING_CLAUSE, name.offset(), end)
                    .fix(end, end, " OBJECT IDENTIFIER")
                    .report(name.text(), "OBJECT IDENTIFIER");
            found.add(new OidValue(name, oids.parse()));
        } else {
            found.add(new DeclarationSyntax.Type(name, types.parse()));
        }
    }

    private void convention(Name name, List<DeclarationSyntax> found) {
        cursor.skip(Keyword.TEXTUAL_CONVENTION);
        List<Clause> read = List.copyOf(clauses.parse());
        TypeSyntax syntax = TypeSyntax.named("", name.offset());
        for (Clause clause : read) {
            if (clause instanceof Clause.OfType ofType) {
                syntax = ofType.type();
            }
        }
        if (syntax.name().isEmpty()) {
            cursor.sink()
                    .report(
                            DiagnosticCode.MISSING_CLAUSE,
                            name.offset(),
                            name.end(),
                            name.text(),
                            "SYNTAX");
        }
        found.add(new Convention(name, read, syntax));
    }

    private void oidValue(List<DeclarationSyntax> found) {
        Name name = cursor.takeName();
        cursor.next();
        cursor.next();
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            missingAssignment(cursor.previousEnd());
            found.add(new OidValue(name, oids.parse()));
        } else if (cursor.expect(TokenKind.ASSIGN)) {
            found.add(new OidValue(name, oids.parse()));
        }
    }

    private void missingAssignment(int at) {
        cursor.sink()
                .fault(DiagnosticCode.MISSPELT_ASSIGNMENT, at - 1, at)
                .fix(at, at, " ::= ")
                .report("nothing");
    }

    private Invocation invocation(Macro macro) {
        Name name = cursor.takeName();
        cursor.next();
        List<Clause> read = List.copyOf(clauses.parse());
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            missingAssignment(cursor.previousEnd());
        } else if (!cursor.skip(TokenKind.ASSIGN)) {
            return new Invocation(name, macro, read, new OidSyntax(List.of(), name.offset()));
        }
        return new Invocation(name, macro, read, oids.parse());
    }
}
