package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.ModuleSyntax.ImportSyntax;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.List;

/** {@code IMPORTS symbols FROM module ... ;} (RFC 2578 §3.2). */
final class ImportsParser {
    private final TokenCursor cursor;

    ImportsParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    void parse(List<ImportSyntax> imports) {
        int keyword = cursor.offset();
        cursor.next();
        List<Name> symbols = new ArrayList<>();
        while (true) {
            if (cursor.skip(TokenKind.SEMICOLON)) {
                break;
            }
            if (cursor.atEnd() || startsBody()) {
                reportMissingSemicolon(keyword);
                break;
            }
            if (cursor.is("FROM") && cursor.atName(1)) {
                cursor.next();
                imports.add(new ImportSyntax(cursor.takeName(), symbols));
                symbols.clear();
                skipModuleOid();
            } else if (cursor.atName()) {
                symbols.add(cursor.takeName());
                separator();
            } else if (!cursor.skip(TokenKind.COMMA)) {
                cursor.unexpected("a symbol, FROM or \";\"");
                cursor.next();
            }
        }
    }

    private boolean startsBody() {
        return Boundaries.atDeclaration(cursor) || Boundaries.atModule(cursor) || cursor.is("END");
    }

    private void skipModuleOid() {
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            cursor.skipBalanced(TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE);
        }
    }

    private void separator() {
        int end = cursor.previousEnd();
        if (cursor.skip(TokenKind.COMMA)) {
            if (cursor.is("FROM")) {
                cursor.sink()
                        .reportFixable(
                                DiagnosticCode.COMMA_BEFORE_FROM,
                                cursor.previousEnd() - 1,
                                cursor.previousEnd(),
                                "");
            }
        } else if (cursor.atName() && !cursor.is("FROM") && !startsBody()) {
            cursor.sink()
                    .reportFixable(
                            DiagnosticCode.MISSING_COMMA, end, end, ",", "IMPORTS", cursor.text());
        }
    }

    private void reportMissingSemicolon(int keyword) {
        int end = cursor.previousEnd();
        cursor.sink()
                .reportFixable(
                        DiagnosticCode.MISSING_SEMICOLON, Math.max(keyword, end - 1), end, ";");
    }
}
