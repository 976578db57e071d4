package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticSink;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.lexer.Lexer;
import dev.bulkhead.mibs.lexer.NamePool;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.lexer.Tokens;
import dev.bulkhead.mibs.syntax.DeclarationSyntax;
import dev.bulkhead.mibs.syntax.ModuleSyntax;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all modules of a file (RFC 2578 §3). Never throws, whatever the file holds. One object
 * reads one file after another and keeps its arrays and names; for one thread.
 */
public final class FileParser {
    /** A file with more modules is an attack; the largest real one known has 15. */
    private static final int MAX_MODULES = 5_000;

    private final Tokens tokens = new Tokens();
    private final NamePool names = new NamePool();

    /** The modules of the sink's file; faults go to the sink. */
    public List<ModuleSyntax> parse(DiagnosticSink sink) {
        names.clear();
        Lexer.read(sink, tokens);
        return new Pass(new TokenCursor(tokens, names, sink)).modules();
    }

    /** One file. */
    private static final class Pass {
        private final TokenCursor cursor;
        private final DeclarationParser declarations;

        Pass(TokenCursor cursor) {
            this.cursor = cursor;
            this.declarations = new DeclarationParser(cursor);
        }

        List<ModuleSyntax> modules() {
            List<ModuleSyntax> modules = new ArrayList<>(1);
            if (cursor.atEnd()) {
                cursor.sink().report(DiagnosticCode.NO_MODULE, 0, 0);
            }
            while (!cursor.atEnd()) {
                skipToModule(modules.isEmpty());
                if (modules.size() == MAX_MODULES) {
                    cursor.sink()
                            .report(
                                    DiagnosticCode.FILE_TOO_LARGE,
                                    cursor.offset(),
                                    cursor.end(),
                                    "more than " + MAX_MODULES + " modules");
                    break;
                }
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
            if (cursor.atEnd() && first) {
                DiagnosticCode code = sming ? DiagnosticCode.SMING : DiagnosticCode.NO_MODULE;
                cursor.sink().reportInsteadOfAll(code, start, Math.min(end, start + 1));
            } else if (end > start) {
                cursor.sink().takeBack(start, end);
                cursor.sink().report(DiagnosticCode.TEXT_OUTSIDE_MODULE, start, start + 1);
            }
        }

        /** {@code module NAME} and a brace (RFC 3780 §4.1). */
        private boolean isSming() {
            return cursor.at(TokenKind.LOWER)
                    && cursor.atName(1)
                    && cursor.kind(2) == TokenKind.LEFT_BRACE
                    && cursor.text().equals("module");
        }

        private ModuleSyntax module() {
            if (cursor.at(TokenKind.LOWER)) {
                cursor.sink()
                        .report(
                                DiagnosticCode.WRONG_CASE,
                                cursor.offset(),
                                cursor.end(),
                                "the module name " + cursor.shortened(),
                                "a lower-case");
            }
            Name name = cursor.takeName();
            int oid = cursor.offset();
            if (cursor.at(TokenKind.LEFT_BRACE)) {
                cursor.skipBalanced(TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE);
                cursor.sink()
                        .fault(DiagnosticCode.MODULE_OID, oid, cursor.previousEnd())
                        .fix(oid, cursor.previousEnd(), "")
                        .report(name.text());
            }
            cursor.skip(Keyword.DEFINITIONS);
            while (cursor.atName()
                    && !cursor.is(Keyword.BEGIN)
                    && !cursor.is(Keyword.IMPORTS)
                    && cursor.kind(1) != TokenKind.ASSIGN
                    && !Boundaries.atDeclaration(cursor)) {
                cursor.next(); // tagging environments, such as IMPLICIT TAGS (X.208 §8.2)
            }
            cursor.expect(TokenKind.ASSIGN);
            if (!cursor.skip(Keyword.BEGIN)) {
                cursor.unexpected("BEGIN");
            }
            int body = cursor.previousEnd();
            List<ImportSyntax> imports = new ArrayList<>();
            List<DeclarationSyntax> found = new ArrayList<>();
            body(name, imports, found);
            return new ModuleSyntax(name, imports, found, body, cursor.previousEnd());
        }

        private void body(Name name, List<ImportSyntax> imports, List<DeclarationSyntax> found) {
            while (true) {
                if (cursor.is(Keyword.END) && cursor.kind(1) != TokenKind.ASSIGN) {
                    if (isEnd()) {
                        cursor.next();
                        return;
                    }
                    cursor.unexpected("a definition");
                    cursor.next();
                    continue;
                }
                if (cursor.atEnd() || Boundaries.atModule(cursor)) {
                    int at = cursor.previousEnd();
                    cursor.sink()
                            .fault(DiagnosticCode.MISSING_END, name.offset(), name.end())
                            .fix(at, at, "\nEND\n")
                            .report(name.text());
                    return;
                }
                if (cursor.is(Keyword.IMPORTS)) {
                    new ImportsParser(cursor).parse(imports);
                } else if (cursor.is(Keyword.EXPORTS)) {
                    skipExports();
                } else {
                    declarations.parse(found);
                }
            }
        }

        /** Whether an END is the module's: nothing, or another module, or text of none follows. */
        private boolean isEnd() {
            cursor.next();
            boolean goesOn = Boundaries.atDeclaration(cursor) && !Boundaries.atModule(cursor);
            cursor.back();
            return !goesOn;
        }

        private void skipExports() {
            cursor.next();
            while (!cursor.atEnd()
                    && !cursor.is(Keyword.END)
                    && !Boundaries.atDeclaration(cursor)
                    && !cursor.skip(TokenKind.SEMICOLON)) {
                cursor.next();
            }
        }
    }
}
