package dev.bulkhead.mibs.lexer;

/** What a token is. */
public enum TokenKind {
    /** A name that begins with an upper-case letter, keywords included. */
    UPPER("a name"),
    /** A name that begins with a lower-case letter, or, against the rules, a digit. */
    LOWER("a name"),
    NUMBER("a number"),
    STRING("a quoted text"),
    HEX_STRING("a hexadecimal string"),
    BINARY_STRING("a binary string"),
    ASSIGN("\"::=\""),
    LEFT_BRACE("\"{\""),
    RIGHT_BRACE("\"}\""),
    LEFT_PARENTHESIS("\"(\""),
    RIGHT_PARENTHESIS("\")\""),
    LEFT_BRACKET("\"[\""),
    RIGHT_BRACKET("\"]\""),
    COMMA("\",\""),
    SEMICOLON("\";\""),
    BAR("\"|\""),
    RANGE("\"..\""),
    DOT("\".\""),
    END_OF_FILE("the end of the file");

    private final String words;

    TokenKind(String words) {
        this.words = words;
    }

    /** As a message names it. */
    public String words() {
        return words;
    }
}
