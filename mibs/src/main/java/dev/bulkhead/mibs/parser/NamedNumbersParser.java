package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import dev.bulkhead.mibs.syntax.Name;
import java.util.List;

/** Enumerations and BITS: {@code { up(1), down(2) }} (RFC 2578 §7.1.1, §7.1.4). */
final class NamedNumbersParser {
    private final TokenCursor cursor;

    NamedNumbersParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    void parse(List<NamedNumber> named) {
        cursor.next();
        while (!cursor.skip(TokenKind.RIGHT_BRACE)) {
            if (cursor.atEnd() || cursor.at(TokenKind.ASSIGN) || startsOther()) {
                cursor.unexpected(TokenKind.RIGHT_BRACE.words());
                return;
            }
            if (cursor.atName() || numberedLabel()) {
                label(named);
            } else if (cursor.at(TokenKind.COMMA)) {
                comma();
            } else {
                cursor.unexpected("a label");
                cursor.next();
            }
        }
    }

    private boolean startsOther() {
        return cursor.is("END") || Boundaries.atDeclaration(cursor) || Boundaries.atModule(cursor);
    }

    /** A label that is a number: {@code 10(1)}. */
    private boolean numberedLabel() {
        return cursor.at(TokenKind.NUMBER) && cursor.kind(1) == TokenKind.LEFT_PARENTHESIS;
    }

    private void label(List<NamedNumber> named) {
        Name label = cursor.takeName();
        if (!cursor.expect(TokenKind.LEFT_PARENTHESIS)) {
            return;
        }
        switch (cursor.kind()) {
            case NUMBER -> named.add(new NamedNumber(label.text(), Numbers.parse(cursor.text())));
            case HEX_STRING, BINARY_STRING ->
                    named.add(new NamedNumber(label.text(), Numbers.parseQuoted(cursor.text())));
            default -> cursor.unexpected("a number");
        }
        if (!cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
            cursor.next();
        }
        cursor.expect(TokenKind.RIGHT_PARENTHESIS);
        if (cursor.atName()) {
            int end = cursor.previousEnd();
            cursor.sink()
                    .reportFixable(
                            DiagnosticCode.MISSING_COMMA,
                            end - 1,
                            end,
                            "),",
                            "the enumeration",
                            cursor.text());
        }
    }

    private void comma() {
        int start = cursor.offset();
        cursor.next();
        if (cursor.at(TokenKind.RIGHT_BRACE)) {
            cursor.sink()
                    .reportFixable(
                            DiagnosticCode.TRAILING_COMMA, start, start + 1, "", "the enumeration");
        }
    }
}
