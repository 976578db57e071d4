package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.TypeSyntax.Bounds;
import java.util.List;

/** Ranges and sizes: {@code (0..255 | 4096)}, {@code (SIZE (4 | 16))} (RFC 2578 §9). */
final class RangeParser {
    private final TokenCursor cursor;

    RangeParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** Reads at "(" or SIZE; whether it was a size. */
    boolean parse(List<Bounds> bounds) {
        int start = cursor.offset();
        boolean outer = cursor.skip(TokenKind.LEFT_PARENTHESIS);
        boolean size = cursor.skip(Keyword.SIZE);
        boolean inner = size && cursor.expect(TokenKind.LEFT_PARENTHESIS);
        list(bounds);
        close(start, outer);
        close(start, inner);
        if (!outer) {
            int end = cursor.previousEnd();
            cursor.sink()
                    .fault(DiagnosticCode.MISSING_PARENTHESIS, start, end)
                    .fix(start, end, "(" + cursor.sink().file().text(start, end) + ")")
                    .report("SIZE");
        }
        return size;
    }

    private void close(int start, boolean opened) {
        if (!opened || cursor.skip(TokenKind.RIGHT_PARENTHESIS)) {
            return;
        }
        boolean goesOn = cursor.keyword() != null || cursor.at(TokenKind.ASSIGN);
        if (!goesOn && !cursor.at(TokenKind.COMMA) && !cursor.at(TokenKind.RIGHT_BRACE)) {
            cursor.unexpected(TokenKind.RIGHT_PARENTHESIS.words());
            return;
        }
        int end = cursor.previousEnd();
        cursor.sink()
                .fault(DiagnosticCode.MISSING_PARENTHESIS, Math.min(start, end - 1), end)
                .fix(end, end, ")")
                .report("the range");
    }

    private void list(List<Bounds> bounds) {
        while (atBound()) {
            int offset = cursor.offset();
            long min = bound();
            long max = min;
            if (cursor.skip(TokenKind.RANGE) || cursor.skip(TokenKind.DOT)) {
                max = atBound() ? bound() : min;
            } else if (cursor.at(TokenKind.NUMBER) && cursor.number() < 0) {
                max = hyphened();
            }
            bounds.add(new Bounds(min, max, offset));
            if (!cursor.skip(TokenKind.BAR) && !cursor.skip(TokenKind.COMMA)) {
                return;
            }
        }
        cursor.unexpected("a number");
        while (!cursor.at(TokenKind.RIGHT_PARENTHESIS)
                && !cursor.at(TokenKind.ASSIGN)
                && cursor.keyword() == null
                && !cursor.atEnd()) {
            cursor.next();
        }
    }

    /** {@code 0-255} for {@code 0..255}: what looks like a negative bound. */
    private long hyphened() {
        int hyphen = cursor.offset();
        cursor.sink()
                .fault(DiagnosticCode.UNEXPECTED_TOKEN, hyphen, hyphen + 1)
                .fix(hyphen, hyphen + 1, "..")
                .report("\"-\"", TokenKind.RANGE.words());
        return -bound();
    }

    private boolean atBound() {
        return switch (cursor.kind()) {
            case NUMBER, HEX_STRING, BINARY_STRING -> true;
            default -> cursor.is(Keyword.MIN) || cursor.is(Keyword.MAX);
        };
    }

    private long bound() {
        long value =
                switch (cursor.kind()) {
                    case NUMBER -> decimal();
                    case HEX_STRING, BINARY_STRING -> cursor.number();
                    default -> cursor.is(Keyword.MIN) ? Integer.MIN_VALUE : Integer.MAX_VALUE;
                };
        cursor.next();
        return value;
    }

    private long decimal() {
        long value = cursor.number();
        if (value == Long.MIN_VALUE || value == Long.MAX_VALUE) {
            cursor.sink()
                    .report(
                            DiagnosticCode.NUMBER_TOO_LARGE,
                            cursor.offset(),
                            cursor.end(),
                            cursor.shortened());
        }
        return value;
    }
}
