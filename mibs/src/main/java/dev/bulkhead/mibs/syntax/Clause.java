package dev.bulkhead.mibs.syntax;

import java.util.List;

/** One clause of a macro: its keyword and what follows. */
public sealed interface Clause {
    /** Such as {@code DESCRIPTION}. */
    String keyword();

    int offset();

    /** A quoted text: DESCRIPTION, REFERENCE, UNITS, REVISION... without its quotes, unindented. */
    record Text(String keyword, int offset, String text) implements Clause {}

    /** A word: STATUS, ACCESS, MAX-ACCESS... */
    record Word(String keyword, int offset, Name word) implements Clause {}

    /** Names: OBJECTS, VARIABLES, INDEX, AUGMENTS, GROUP, MODULE, ENTERPRISE... */
    record Names(String keyword, int offset, List<Item> items) implements Clause {
        public Names {
            items = List.copyOf(items);
        }
    }

    /** A type: SYNTAX, WRITE-SYNTAX. */
    record OfType(String keyword, int offset, TypeSyntax type) implements Clause {}

    /** DEFVAL: what stands between its braces. */
    record Raw(String keyword, int offset, String text) implements Clause {}

    /** One name of a list, and whether IMPLIED stands before it. */
    record Item(Name name, boolean implied) {}
}
