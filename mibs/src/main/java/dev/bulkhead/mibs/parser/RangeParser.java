package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.model.Syntax.Range;
import java.util.List;

/** Ranges and sizes: {@code (0..255 | 4096)}, {@code (SIZE (4 | 16))} (RFC 2578 §9). */
final class RangeParser {
    private final TokenCursor cursor;

    RangeParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    void parse(List<Range> ranges) {
        cursor.next();
        boolean size = cursor.skip("SIZE");
        if (size) {
            cursor.expect(TokenKind.LEFT_PARENTHESIS);
        }
        list(ranges);
        cursor.expect(TokenKind.RIGHT_PARENTHESIS);
        if (size) {
            cursor.expect(TokenKind.RIGHT_PARENTHESIS);
        }
    }

    private void list(List<Range> ranges) {
        while (atBound()) {
            long min = bound();
            long max = cursor.skip(TokenKind.RANGE) && atBound() ? bound() : min;
            ranges.add(new Range(min, max));
            if (!cursor.skip(TokenKind.BAR) && !cursor.skip(TokenKind.COMMA)) {
                return;
            }
        }
        cursor.unexpected("a number");
    }

    private boolean atBound() {
        return switch (cursor.kind()) {
            case NUMBER, HEX_STRING, BINARY_STRING -> true;
            default -> cursor.is("MIN") || cursor.is("MAX");
        };
    }

    private long bound() {
        long value =
                switch (cursor.kind()) {
                    case NUMBER -> Numbers.parse(cursor.text());
                    case HEX_STRING, BINARY_STRING -> Numbers.parseQuoted(cursor.text());
                    default -> cursor.is("MIN") ? Integer.MIN_VALUE : Integer.MAX_VALUE;
                };
        cursor.next();
        return value;
    }
}
