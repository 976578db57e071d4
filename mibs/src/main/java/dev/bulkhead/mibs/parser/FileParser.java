package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.lexer.Lexer;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** Reads all modules of a file (RFC 2578 §3). Never throws, whatever the file holds. */
public final class FileParser {
    private final TokenCursor cursor;
    private final DeclarationParser declarations;

    private FileParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.declarations = new DeclarationParser(cursor);
    }

    /** The modules of the sink's file; faults go to the sink. */
    public static List<ModuleSyntax> parse(DiagnosticSink sink) {
        TokenCursor cursor = new TokenCursor(Lexer.tokens(sink.file().text(), sink), sink);
        return new FileParser(cursor).modules();
    }

    private List<ModuleSyntax> modules() {
        List<ModuleSyntax> modules = new ArrayList<>();
        while (!cursor.atEnd()) {
            skipToModule(modules.isEmpty());
            if (!cursor.atEnd()) {
                modules.add(module());
            }
        }
        return modules;
    }

    private void skipToModule(boolean first) {
        int start = cursor.offset();
        int end = start;
        boolean sming = isSming();
        while (!cursor.atEnd() && !Boundaries.atModule(cursor)) {
            end = cursor.end();
            cursor.next();
        }
        if (end > start && cursor.atEnd() && first) {
            DiagnosticCode code = sming ? DiagnosticCode.SMING : DiagnosticCode.NO_MODULE;
            cursor.sink().reportInsteadOfAll(code, start, start + 1);
        } else if (end > start) {
            cursor.sink().report(DiagnosticCode.TEXT_OUTSIDE_MODULE, start, start + 1);
        }
    }

    /** {@code module NAME} and a brace (RFC 3780 §4.1). */
    private boolean isSming() {
        return cursor.is("module") && cursor.atName(1) && cursor.kind(2) == TokenKind.LEFT_BRACE;
    }

    private ModuleSyntax module() {
        Name name = cursor.takeName();
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            cursor.skipBalanced(TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE);
        }
        cursor.skip("DEFINITIONS");
        while (cursor.atName() && !cursor.is("BEGIN") && cursor.kind(1) != TokenKind.ASSIGN) {
            cursor.next(); // tagging environments, such as IMPLICIT TAGS (X.208 §8.2)
        }
        cursor.expect(TokenKind.ASSIGN);
        if (!cursor.skip("BEGIN")) {
            cursor.unexpected("BEGIN");
        }
        List<ImportSyntax> imports = new ArrayList<>();
        List<DeclarationSyntax> found = new ArrayList<>();
        body(name, imports, found);
        return new ModuleSyntax(name, imports, found);
    }

    private void body(Name name, List<ImportSyntax> imports, List<DeclarationSyntax> found) {
        while (true) {
            if (cursor.is("END") && cursor.kind(1) != TokenKind.ASSIGN) {
                cursor.next();
                return;
            }
            if (cursor.atEnd() || Boundaries.atModule(cursor)) {
                cursor.sink()
                        .report(DiagnosticCode.MISSING_END, name.offset(), name.end(), name.text());
                return;
            }
            if (cursor.is("IMPORTS")) {
                new ImportsParser(cursor).parse(imports);
            } else if (cursor.is("EXPORTS")) {
                skipExports();
            } else {
                declarations.parse(found);
            }
        }
    }

    private void skipExports() {
        while (!cursor.atEnd() && !cursor.is("END") && !cursor.skip(TokenKind.SEMICOLON)) {
            cursor.next();
        }
    }
}
