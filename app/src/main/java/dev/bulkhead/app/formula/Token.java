package dev.bulkhead.app.formula;

/**
 * A piece of a formula's text.
 *
 * @param from index of its first character
 * @param to after its last one
 */
record Token(Kind kind, String text, int from, int to) {
    /** What it is. */
    enum Kind {
        NUMBER,
        NAME,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        UNIT,
        END,
        /** Nothing that belongs into a formula. */
        OTHER
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
