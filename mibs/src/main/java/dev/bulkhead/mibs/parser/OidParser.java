package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.OidSyntax;
import dev.bulkhead.mibs.syntax.OidSyntax.Part;
import java.util.ArrayList;
import java.util.List;

/** OID values: {@code { iso org(3) dod(6) 1 }}, and the plain number of a TRAP-TYPE. */
final class OidParser {
    /** An OID has at most 128 parts (RFC 2578 §3.5); what a hostile file adds is not kept. */
    private static final int MAX_PARTS = 200;

    private final TokenCursor cursor;

    OidParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a value; without parts if there is none to read. */
    OidSyntax parse() {
        int offset = cursor.offset();
        if (isParentAndNumber()) {
            cursor.next();
            Part parent = new Part("", cursor.text(), -1, cursor.offset());
            cursor.next();
            OidSyntax value = new OidSyntax(List.of(parent, numberPart()), offset);
            cursor.next();
            return value;
        }
        List<Part> parts = new ArrayList<>(2);
        if (cursor.at(TokenKind.NUMBER)) {
            parts.add(numberPart());
        } else if (cursor.expect(TokenKind.LEFT_BRACE)) {
            while (!cursor.skip(TokenKind.RIGHT_BRACE)) {
                if (cursor.at(TokenKind.ASSIGN) || Boundaries.atNext(cursor)) {
                    cursor.unexpected(TokenKind.RIGHT_BRACE.words());
                    break;
                }
                part(parts);
            }
        }
        return new OidSyntax(parts, offset);
    }

    /** The way nearly all are written, read without a list in between. */
    private boolean isParentAndNumber() {
        return cursor.at(TokenKind.LEFT_BRACE)
                && cursor.atName(1)
                && cursor.kind(2) == TokenKind.NUMBER
                && cursor.kind(3) == TokenKind.RIGHT_BRACE;
    }

    private void part(List<Part> parts) {
        if (cursor.at(TokenKind.NUMBER)) {
            add(parts, numberPart());
        } else if (cursor.atName()) {
            add(parts, namePart());
        } else if (!cursor.skip(TokenKind.COMMA) && !cursor.skip(TokenKind.DOT)) {
            cursor.unexpected("a name or a number");
            cursor.next();
        }
    }

    private static void add(List<Part> parts, Part part) {
        if (parts.size() < MAX_PARTS) {
            parts.add(part);
        }
    }

    private Part numberPart() {
        Part part = new Part("", "", cursor.number(), cursor.offset());
        cursor.next();
        return part;
    }

    private Part namePart() {
        int offset = cursor.offset();
        String module = "";
        String name = cursor.takeName().text();
        if (cursor.at(TokenKind.DOT) && cursor.atName(1)) {
            cursor.next();
            module = name;
            name = cursor.takeName().text();
        }
        long number = -1;
        if (cursor.skip(TokenKind.LEFT_PARENTHESIS)) {
            number = cursor.at(TokenKind.NUMBER) ? cursor.number() : -1;
            cursor.next();
            cursor.expect(TokenKind.RIGHT_PARENTHESIS);
        }
        return new Part(module, name, number, offset);
    }
}
