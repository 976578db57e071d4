package dev.bulkhead.mibs.parser;

import dev.bulkhead.mibs.lexer.TokenKind;
import dev.bulkhead.mibs.syntax.Macro;

/** Where declarations and modules begin: the places at which a parser that lost its way goes on. */
final class Boundaries {
    private Boundaries() {}

    /** Whether a declaration begins here. */
    static boolean atDeclaration(TokenCursor cursor) {
        if (!cursor.atName() || isKeywordName(cursor)) {
            return false;
        }
        if (cursor.kind(1) == TokenKind.ASSIGN) {
            return cursor.kind() == TokenKind.UPPER && !cursor.is("END");
        }
        return (cursor.is(1, "OBJECT")
                        && cursor.is(2, "IDENTIFIER")
                        && cursor.kind(3) == TokenKind.ASSIGN)
                || cursor.is(1, "MACRO")
                || (atMacro(cursor, 1) && !cursor.is("FROM"));
    }

    private static boolean isKeywordName(TokenCursor cursor) {
        return cursor.is("SYNTAX") || cursor.is("FROM") || cursor.is("IMPORTS");
    }

    /** A macro keyword followed by what can begin a clause: in IMPORTS a comma or FROM follows. */
    private static boolean atMacro(TokenCursor cursor, int ahead) {
        return cursor.kind(ahead) == TokenKind.UPPER
                && cursor.kind(ahead + 1) == TokenKind.UPPER
                && !cursor.is(ahead + 1, "FROM")
                && isMacro(cursor, ahead)
                && ClauseParser.isKeyword(cursor, ahead + 1);
    }

    private static boolean isMacro(TokenCursor cursor, int ahead) {
        for (Macro macro : Macro.values()) {
            if (cursor.is(ahead, macro.keyword())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a module begins here: {@code name DEFINITIONS}, or {@code name { oid } DEFINITIONS}.
     */
    static boolean atModule(TokenCursor cursor) {
        if (!cursor.atName() || cursor.is("END")) {
            return false;
        }
        if (cursor.is(1, "DEFINITIONS")) {
            return true;
        }
        if (cursor.kind(1) != TokenKind.LEFT_BRACE) {
            return false;
        }
        int ahead = 2;
        while (ahead < 60 && cursor.kind(ahead) != TokenKind.RIGHT_BRACE) {
            ahead++;
        }
        return cursor.is(ahead + 1, "DEFINITIONS");
    }

    /** Skips to the next declaration, module, END or the end of file. */
    static void skipToDeclaration(TokenCursor cursor) {
        while (!cursor.atEnd()
                && !cursor.is("END")
                && !atDeclaration(cursor)
                && !atModule(cursor)) {
            cursor.next();
        }
    }
}
