package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import dev.bulkhead.mibs.syntax.TypeSyntax.Bounds;
import dev.bulkhead.mibs.syntax.TypeSyntax.Field;
import dev.bulkhead.mibs.syntax.TypeSyntax.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        @Nullable Keyword keyword = cursor.keyword();
        if (!cursor.atName() || (keyword != null && keyword.isClause() && !isObject())) {
            if (cursor.at(TokenKind.LEFT_BRACE) && cursor.atName(1)) {
                cursor.sink()
                        .fault(DiagnosticCode.UNEXPECTED_TOKEN, offset, offset + 1)
                        .fix(offset, offset, "INTEGER ")
                        .report(TokenKind.LEFT_BRACE.words(), "a type");
                return refined("INTEGER", offset);
            }
            cursor.unexpected("a type");
            return TypeSyntax.named("", offset);
        }
        String name = cursor.takeName().text();
        if (keyword == null) {
            return refined(name, offset);
        }
        return switch (keyword) {
            case SEQUENCE -> sequence(offset);
            case CHOICE -> new TypeSyntax(name, "", offset, List.of(), List.of(), false, fields());
            case OCTET -> twoWords("OCTET STRING", Keyword.STRING, offset);
            case OBJECT -> twoWords("OBJECT IDENTIFIER", Keyword.IDENTIFIER, offset);
            default -> refined(name, offset);
        };
    }

    private boolean isObject() {
        return cursor.is(Keyword.OBJECT) && cursor.is(1, Keyword.IDENTIFIER);
    }

    private void skipTag() {
        if (cursor.at(TokenKind.LEFT_BRACKET)) {
            cursor.skipBalanced(TokenKind.LEFT_BRACKET, TokenKind.RIGHT_BRACKET);
        }
        if (cursor.is(Keyword.IMPLICIT) || cursor.is(Keyword.EXPLICIT)) {
            cursor.next();
        }
    }

    private TypeSyntax sequence(int offset) {
        if (cursor.skip(Keyword.OF)) {
            Name element = cursor.atName() ? cursor.takeName() : new Name("", cursor.offset());
            if (element.text().isEmpty()) {
                cursor.unexpected("a type");
            }
            return new TypeSyntax(
                    "SEQUENCE OF", element.text(), offset, List.of(), List.of(), false, List.of());
        }
        return new TypeSyntax("SEQUENCE", "", offset, List.of(), List.of(), false, fields());
    }

    private TypeSyntax twoWords(String name, Keyword second, int offset) {
        if (!cursor.skip(second)) {
            cursor.unexpected(second.word());
        }
        return refined(name, offset);
    }

    private TypeSyntax refined(String name, int offset) {
        String type = name;
        while (cursor.at(TokenKind.DOT) && cursor.atName(1)) {
            cursor.next();
            type = cursor.takeName().text();
        }
        List<Label> labels = List.of();
        List<Bounds> bounds = List.of();
        boolean size = false;
        for (int i = 0; i < 3; i++) {
            if (cursor.at(TokenKind.LEFT_BRACE) && labels.isEmpty()) {
                labels = new ArrayList<>();
                new NamedNumbersParser(cursor).parse(labels);
            } else if (bounds.isEmpty()
                    && (cursor.at(TokenKind.LEFT_PARENTHESIS) || cursor.is(Keyword.SIZE))) {
                bounds = new ArrayList<>(2);
                size = new RangeParser(cursor).parse(bounds);
            } else {
                break;
            }
        }
        return new TypeSyntax(type, "", offset, labels, bounds, size, List.of());
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        if (!cursor.expect(TokenKind.LEFT_BRACE)) {
            return fields;
        }
        while (!cursor.skip(TokenKind.RIGHT_BRACE)) {
            if (Boundaries.atNext(cursor)) {
                cursor.unexpected(TokenKind.RIGHT_BRACE.words());
                break;
            }
            if (cursor.atName()) {
                field(fields);
            } else if (cursor.at(TokenKind.COMMA)) {
                cursor.comma("SEQUENCE");
            } else {
                cursor.unexpected("a field");
                cursor.next();
            }
        }
        return fields;
    }

    private void field(List<Field> fields) {
        Name name = cursor.takeName();
        if (!cursor.atName() && !cursor.at(TokenKind.LEFT_BRACKET)) {
            fields.add(new Field(name, TypeSyntax.named("", cursor.offset())));
            return;
        }
        fields.add(new Field(name, parse()));
        if (cursor.atName() && !Boundaries.atNext(cursor)) {
            cursor.missingComma("SEQUENCE");
        }
    }
}
