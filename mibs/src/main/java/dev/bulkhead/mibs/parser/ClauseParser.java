package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.Clause.Item;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The clauses of a macro's invocation, in whatever order they stand. Which clauses a macro must
 * have is not a question of reading.
 */
final class ClauseParser {
    private static final Set<String> TEXTS =
            Set.of(
                    "DESCRIPTION",
                    "REFERENCE",
                    "UNITS",
                    "DISPLAY-HINT",
                    "LAST-UPDATED",
                    "ORGANIZATION",
                    "CONTACT-INFO",
                    "REVISION",
                    "PRODUCT-RELEASE");
    private static final Set<String> WORDS =
            Set.of("STATUS", "ACCESS", "MAX-ACCESS", "MIN-ACCESS", "OBJECT", "GROUP", "VARIATION");
    private static final Set<String> LISTS =
            Set.of(
                    "INDEX",
                    "AUGMENTS",
                    "OBJECTS",
                    "NOTIFICATIONS",
                    "VARIABLES",
                    "MANDATORY-GROUPS",
                    "INCLUDES",
                    "CREATION-REQUIRES",
                    "ENTERPRISE",
                    "MODULE",
                    "SUPPORTS");
    private static final Set<String> TYPES = Set.of("SYNTAX", "WRITE-SYNTAX");

    private final TokenCursor cursor;
    private final TypeParser types;

    ClauseParser(TokenCursor cursor, TypeParser types) {
        this.cursor = cursor;
        this.types = types;
    }

    /** Whether a clause's keyword stands so many tokens ahead. */
    static boolean isKeyword(TokenCursor cursor, int ahead) {
        return cursor.kind(ahead) == TokenKind.UPPER
                && (matches(cursor, ahead, TEXTS)
                        || matches(cursor, ahead, WORDS)
                        || matches(cursor, ahead, LISTS)
                        || matches(cursor, ahead, TYPES)
                        || cursor.is(ahead, "DEFVAL"));
    }

    private static boolean matches(TokenCursor cursor, int ahead, Set<String> keywords) {
        for (String keyword : keywords) {
            if (cursor.is(ahead, keyword)) {
                return true;
            }
        }
        return false;
    }

    /** All clauses up to {@code ::=}, the next declaration, or a textual convention's end. */
    List<Clause> parse() {
        List<Clause> clauses = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.at(TokenKind.ASSIGN) && !atNextDefinition()) {
            if (isKeyword(cursor, 0)) {
                clauses.add(clause());
            } else {
                cursor.unexpected("a clause or \"::=\"");
                skipToClause();
            }
        }
        return clauses;
    }

    private boolean atNextDefinition() {
        return cursor.is("END") || Boundaries.atDeclaration(cursor) || Boundaries.atModule(cursor);
    }

    private void skipToClause() {
        do {
            cursor.next();
        } while (!cursor.atEnd()
                && !cursor.at(TokenKind.ASSIGN)
                && !isKeyword(cursor, 0)
                && !atNextDefinition());
    }

    private Clause clause() {
        String keyword = cursor.text();
        int offset = cursor.offset();
        cursor.next();
        if (TEXTS.contains(keyword)) {
            return new Clause.Text(keyword, offset, text());
        }
        if (TYPES.contains(keyword)) {
            return new Clause.OfType(keyword, offset, types.parse());
        }
        if (WORDS.contains(keyword)) {
            return new Clause.Word(keyword, offset, word());
        }
        if (keyword.equals("DEFVAL")) {
            return new Clause.Raw(keyword, offset, raw());
        }
        return new Clause.Names(keyword, offset, names(keyword));
    }

    private String text() {
        if (!cursor.at(TokenKind.STRING)) {
            cursor.unexpected("a quoted text");
            return "";
        }
        String quoted = cursor.text();
        cursor.next();
        int end = quoted.length() > 1 && quoted.endsWith("\"") ? 1 : 0;
        return QuotedText.unindent(quoted.substring(1, quoted.length() - end));
    }

    private Name word() {
        if (cursor.atName() && !isKeyword(cursor, 0)) {
            return cursor.takeName();
        }
        cursor.unexpected("a name");
        return new Name("", cursor.offset());
    }

    private String raw() {
        if (!cursor.at(TokenKind.LEFT_BRACE)) {
            cursor.unexpected("\"{\"");
            return "";
        }
        int start = cursor.end();
        cursor.skipBalanced(TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE);
        int end = Math.max(start, cursor.previousEnd() - 1);
        return cursor.sink().file().text().substring(start, end).strip();
    }

    private List<Item> names(String keyword) {
        List<Item> items = new ArrayList<>();
        if (cursor.skip(TokenKind.LEFT_BRACE)) {
            while (!cursor.atEnd()
                    && !cursor.skip(TokenKind.RIGHT_BRACE)
                    && !cursor.at(TokenKind.ASSIGN)
                    && !atNextDefinition()) {
                item(items);
            }
        } else if (cursor.atName() && !isKeyword(cursor, 0)) {
            items.add(new Item(cursor.takeName(), false));
            if (cursor.at(TokenKind.LEFT_BRACE)) {
                cursor.skipBalanced(TokenKind.LEFT_BRACE, TokenKind.RIGHT_BRACE);
            }
        } else if (!keyword.equals("MODULE")) {
            cursor.unexpected("\"{\" or a name");
        }
        return items;
    }

    private void item(List<Item> items) {
        boolean implied = cursor.skip("IMPLIED");
        if (!cursor.atName()) {
            if (!cursor.skip(TokenKind.COMMA)) {
                cursor.unexpected("a name");
                cursor.next();
            }
            return;
        }
        Name name = cursor.takeName();
        while (cursor.at(TokenKind.DOT) && cursor.atName(1)) {
            cursor.next();
            name = cursor.takeName();
        }
        if (name.text().equals("OCTET") || name.text().equals("OBJECT")) {
            cursor.next(); // RFC 1212 allows bare types: OCTET STRING, OBJECT IDENTIFIER
        }
        if (cursor.at(TokenKind.LEFT_PARENTHESIS)) {
            cursor.skipBalanced(TokenKind.LEFT_PARENTHESIS, TokenKind.RIGHT_PARENTHESIS);
        }
        items.add(new Item(name, implied));
    }
}
