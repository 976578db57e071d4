package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax.Label;
import java.util.List;

/** Enumerations and BITS: {@code { up(1), down(2) }} (RFC 2578 §7.1.1, §7.1.4). */
final class NamedNumbersParser {
    private static final String LIST = "the enumeration";

    private final TokenCursor cursor;

    NamedNumbersParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    void parse(List<Label> labels) {
        cursor.next();
        while (!cursor.skip(TokenKind.RIGHT_BRACE)) {
            if (cursor.at(TokenKind.ASSIGN) || isOver()) {
                cursor.unexpected(TokenKind.RIGHT_BRACE.words());
                return;
            }
            if (cursor.atName() || numberedLabel()) {
                label(labels);
            } else if (cursor.at(TokenKind.STRING)) {
                quotedLabel(labels);
            } else if (cursor.at(TokenKind.COMMA)) {
                cursor.comma(LIST);
            } else if (cursor.at(TokenKind.SEMICOLON)) {
                semicolon();
            } else {
                cursor.unexpected("a label");
                cursor.next();
            }
        }
    }

    /** A clause's keyword without a number behind it: the closing brace is missing. */
    private boolean isOver() {
        boolean keyword =
                cursor.keyword() != null
                        && cursor.keyword().isClause()
                        && cursor.kind(1) != TokenKind.LEFT_PARENTHESIS;
        return keyword || Boundaries.atNext(cursor);
    }

    /** A label that is a number: {@code 10(1)}. */
    private boolean numberedLabel() {
        return cursor.at(TokenKind.NUMBER) && cursor.kind(1) == TokenKind.LEFT_PARENTHESIS;
    }

    private void label(List<Label> labels) {
        Name label = cursor.takeName();
        if (cursor.atName()) {
            cursor.unexpected(TokenKind.LEFT_PARENTHESIS.words()); // a label of several words
            int end = label.end();
            while (cursor.atName()) {
                if (isOver()) {
                    return;
                }
                end = cursor.end();
                cursor.next();
            }
            String words = cursor.sink().file().text(label.offset(), end);
            label = new Name(words, label.offset());
        }
        number(label.text(), label.offset(), labels);
    }

    private void quotedLabel(List<Label> labels) {
        int start = cursor.offset();
        int end = cursor.end();
        String quoted = cursor.sink().file().text(start, end);
        cursor.sink().report(DiagnosticCode.QUOTED_LABEL, start, end, quoted);
        cursor.next();
        number(quoted.replace("\"", ""), start, labels);
    }

    private void semicolon() {
        int start = cursor.offset();
        cursor.sink()
                .fault(DiagnosticCode.UNEXPECTED_TOKEN, start, start + 1)
                .fix(start, start + 1, cursor.kind(1) == TokenKind.RIGHT_BRACE ? "" : ",")
                .report(TokenKind.SEMICOLON.words(), TokenKind.COMMA.words());
        cursor.next();
    }

    private void number(String label, int offset, List<Label> labels) {
        if (!cursor.expect(TokenKind.LEFT_PARENTHESIS)) {
            return;
        }
        switch (cursor.kind()) {
            case NUMBER, HEX_STRING, BINARY_STRING ->
                    labels.add(new Label(label, offset, cursor.number()));
            default -> cursor.unexpected("a number");
        }
        if (!cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
            cursor.next();
        }
        cursor.expect(TokenKind.RIGHT_PARENTHESIS);
        if ((cursor.atName() || numberedLabel() || cursor.at(TokenKind.STRING)) && !isOver()) {
            cursor.missingComma(LIST);
        }
    }
}
