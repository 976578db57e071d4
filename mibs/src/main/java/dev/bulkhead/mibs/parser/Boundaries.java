package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.lexer.TokenKind;
import org.jspecify.annotations.Nullable;

/** Where declarations and modules begin: the places at which a parser that lost its way goes on. */
final class Boundaries {
    private static final int LONGEST_MODULE_OID = 60;

    private Boundaries() {}

    /** Whether a declaration begins here. */
    static boolean atDeclaration(TokenCursor cursor) {
        if (!cursor.atName()) {
            return false;
        }
        @Nullable Keyword here = cursor.keyword();
        if (here == Keyword.SYNTAX || here == Keyword.FROM || here == Keyword.IMPORTS) {
            return false;
        }
        if (cursor.kind(1) == TokenKind.ASSIGN) {
            return cursor.kind() == TokenKind.UPPER && here != Keyword.END && !isClause(here);
        }
        @Nullable Keyword second = cursor.keyword(1);
        if (second == null) {
            return false;
        }
        return switch (second) {
            case OBJECT -> cursor.is(2, Keyword.IDENTIFIER) && cursor.kind(3) == TokenKind.ASSIGN;
            case MACRO -> true;
            default -> second.isMacro() && isClause(cursor.keyword(2));
        };
    }

    private static boolean isClause(@Nullable Keyword keyword) {
        return keyword != null && keyword.isClause();
    }

    /**
     * Whether a module begins here: {@code name DEFINITIONS}, or {@code name { oid } DEFINITIONS}.
     */
    static boolean atModule(TokenCursor cursor) {
        if (!cursor.atName() || cursor.is(Keyword.END)) {
            return false;
        }
        if (cursor.is(1, Keyword.DEFINITIONS)) {
            return true;
        }
        if (cursor.kind(1) != TokenKind.LEFT_BRACE) {
            return false;
        }
        int ahead = 2;
        while (ahead < LONGEST_MODULE_OID && isOidPart(cursor.kind(ahead))) {
            ahead++;
        }
        return cursor.kind(ahead) == TokenKind.RIGHT_BRACE
                && cursor.is(ahead + 1, Keyword.DEFINITIONS);
    }

    private static boolean isOidPart(TokenKind kind) {
        return switch (kind) {
            case UPPER, LOWER, NUMBER, LEFT_PARENTHESIS, RIGHT_PARENTHESIS -> true;
            default -> false;
        };
    }

    /** Whether what was under way must be over: a declaration, a module, END or the end of file. */
    static boolean atNext(TokenCursor cursor) {
        return cursor.atEnd()
                || cursor.is(Keyword.END)
                || atDeclaration(cursor)
                || atModule(cursor);
    }

    /** Skips to the next declaration, module, END or the end of file. */
    static void skipToDeclaration(TokenCursor cursor) {
        while (!atNext(cursor)) {
            cursor.next();
        }
    }
}
