package dev.bulkhead.app.source;

/** What a piece of a MIB text is; its colour is the style sheet's business. */
enum Ink {
    PLAIN("ink-plain"),
    /** Macros and clauses. */
    KEYWORD("ink-keyword"),
    TYPE("ink-type"),
    /** A name that may be looked up. */
    NAME("ink-name"),
    /** The name that a definition defines. */
    DEFINED("ink-defined"),
    NUMBER("ink-number"),
    STRING("ink-string"),
    COMMENT("ink-comment");

    private final String styleClass;

    Ink(String styleClass) {
        this.styleClass = styleClass;
    }

    String styleClass() {
        return styleClass;
    }

    /** Whether it can lead to a definition. */
    boolean isName() {
        return this == NAME || this == TYPE || this == DEFINED;
    }
}
