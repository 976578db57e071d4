package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import dev.bulkhead.mibs.model.Syntax.Range;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;

/** Types: names, named numbers, ranges, SEQUENCE, SEQUENCE OF, CHOICE (RFC 2578 §3, §7.1). */
final class TypeParser {
    private static final int MAX_DEPTH = 16;

    private final TokenCursor cursor;
    private int depth;

    TypeParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    TypeSyntax parse() {
        if (++depth > MAX_DEPTH) {
            depth--;
            cursor.unexpected("a type nested less deeply");
            cursor.next();
            return TypeSyntax.named("", cursor.offset());
        }
        TypeSyntax type = type();
        depth--;
        return type;
    }

    private TypeSyntax type() {
        skipTag();
        int offset = cursor.offset();
        if (!cursor.atName()) {
            cursor.unexpected("a type");
            return TypeSyntax.named("", offset);
        }
        String name = cursor.takeName().text();
        return switch (name) {
            case "SEQUENCE" -> sequence(offset);
            case "CHOICE" -> new TypeSyntax(name, "", offset, List.of(), List.of(), fields());
            case "OCTET" -> twoWords(name, "STRING", offset);
            case "OBJECT" -> twoWords(name, "IDENTIFIER", offset);
            default -> refined(name, offset);
        };
    }

    private void skipTag() {
        if (cursor.at(TokenKind.LEFT_BRACKET)) {
            cursor.skipBalanced(TokenKind.LEFT_BRACKET, TokenKind.RIGHT_BRACKET);
        }
        if (cursor.is("IMPLICIT") || cursor.is("EXPLICIT")) {
            cursor.next();
        }
    }

    private TypeSyntax sequence(int offset) {
        if (cursor.skip("OF")) {
            Name element = cursor.atName() ? cursor.takeName() : new Name("", cursor.offset());
            return new TypeSyntax(
                    "SEQUENCE OF", element.text(), offset, List.of(), List.of(), List.of());
        }
        return new TypeSyntax("SEQUENCE", "", offset, List.of(), List.of(), fields());
    }

    private TypeSyntax twoWords(String first, String second, int offset) {
        if (!cursor.skip(second)) {
            cursor.unexpected(second);
        }
        return refined(first + " " + second, offset);
    }

    private TypeSyntax refined(String name, int offset) {
        String type = name;
        while (cursor.at(TokenKind.DOT) && cursor.atName(1)) {
            cursor.next();
            type = cursor.takeName().text();
        }
        List<NamedNumber> named = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        if (cursor.at(TokenKind.LEFT_BRACE)) {
            new NamedNumbersParser(cursor).parse(named);
        }
        if (cursor.at(TokenKind.LEFT_PARENTHESIS)) {
            new RangeParser(cursor).parse(ranges);
        }
        return new TypeSyntax(type, "", offset, named, ranges, List.of());
    }

    private List<Name> fields() {
        List<Name> fields = new ArrayList<>();
        if (!cursor.expect(TokenKind.LEFT_BRACE)) {
            return fields;
        }
        while (!cursor.skip(TokenKind.RIGHT_BRACE)) {
            if (cursor.atEnd() || cursor.is("END") || Boundaries.atDeclaration(cursor)) {
                cursor.unexpected(TokenKind.RIGHT_BRACE.words());
                break;
            }
            if (cursor.atName()) {
                fields.add(cursor.takeName());
                fieldType();
            } else if (cursor.at(TokenKind.COMMA)) {
                trailingComma();
            } else {
                cursor.unexpected("a field");
                cursor.next();
            }
        }
        return fields;
    }

    private void fieldType() {
        if (cursor.atName() || cursor.at(TokenKind.LEFT_BRACKET)) {
            TypeSyntax ignored = parse();
            if (cursor.atName()) {
                int end = cursor.previousEnd();
                cursor.sink()
                        .reportFixable(
                                DiagnosticCode.MISSING_COMMA,
                                Math.max(ignored.offset(), end - 1),
                                end,
                                ",",
                                "SEQUENCE",
                                cursor.text());
            }
        }
    }

    private void trailingComma() {
        int start = cursor.offset();
        cursor.next();
        if (cursor.at(TokenKind.RIGHT_BRACE)) {
            cursor.sink()
                    .reportFixable(DiagnosticCode.TRAILING_COMMA, start, start + 1, "", "SEQUENCE");
        }
    }
}
