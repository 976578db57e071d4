package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** {@code IMPORTS symbols FROM module ... ;} (RFC 2578 §3.2). */
final class ImportsParser {
    private static final String LIST = "IMPORTS";

    private final TokenCursor cursor;

    ImportsParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    void parse(List<ImportSyntax> imports) {
        int keyword = cursor.offset();
        cursor.next();
        List<Name> symbols = new ArrayList<>();
        while (true) {
            if (cursor.at(TokenKind.SEMICOLON)) {
                if (!goesOn()) {
                    cursor.next();
                    break;
                }
                cursor.unexpected("a symbol"); // a semicolon behind each module
                cursor.next();
                continue;
            }
            if (startsBody()) {
                reportMissingSemicolon(keyword);
                break;
            }
            if (cursor.is(Keyword.FROM) && cursor.atName(1)) {
                cursor.next();
                imports.add(new ImportSyntax(cursor.takeName(), symbols));
                symbols.clear();
                skipModuleOid();
            } else if (cursor.atName()) {
                symbols.add(cursor.takeName());
                separator();
            } else if (cursor.at(TokenKind.COMMA)) {
                strayComma();
            } else {
                cursor.unexpected("a symbol, FROM or \";\"");
                cursor.next();
            }
        }
    }

    private void strayComma() {
        int start = cursor.offset();
        cursor.sink()
                .fault(DiagnosticCode.UNEXPECTED_TOKEN, start, start + 1)
                .fix(start, start + 1, "")
                .report(TokenKind.COMMA.words(), "a symbol");
        cursor.next();
    }

    /** Whether more symbols with their FROM follow a semicolon. */
    private boolean goesOn() {
        int ahead = 1;
        while (ahead < 80 && cursor.atName(ahead) && !cursor.is(ahead, Keyword.FROM)) {
            ahead++;
            if (cursor.kind(ahead) == TokenKind.COMMA) {
                ahead++;
            }
        }
        return ahead > 1 && cursor.is(ahead, Keyword.FROM);
    }

    private boolean startsBody() {
        boolean convention =
                cursor.kind(1) == TokenKind.ASSIGN && cursor.atName() && cursor.atName(2);
        return convention || Boundaries.atNext(cursor);
    }

    private void skipModuleOid() {
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            cursor.skipBalanced(TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE);
        }
    }

    private void separator() {
        if (cursor.skip(TokenKind.COMMA)) {
            if (cursor.is(Keyword.FROM)) {
                int end = cursor.previousEnd();
                cursor.sink()
                        .fault(DiagnosticCode.COMMA_BEFORE_FROM, end - 1, end)
                        .fix(end - 1, end, "")
                        .report();
            }
        } else if (cursor.atName() && !cursor.is(Keyword.FROM) && !startsBody()) {
            cursor.missingComma(LIST);
        }
    }

    private void reportMissingSemicolon(int keyword) {
        int end = cursor.previousEnd();
        cursor.sink()
                .fault(DiagnosticCode.MISSING_SEMICOLON, Math.max(keyword, end - 1), end)
                .fix(end, end, ";")
                .report();
    }
}
