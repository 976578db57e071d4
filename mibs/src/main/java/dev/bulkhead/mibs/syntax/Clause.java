package dev.bulkhead.mibs.syntax;

import dev.bulkhead.mibs.lexer.Keyword;
import java.util.List;

/** One clause of a macro: its keyword and what follows. Offsets are bytes from the file's start. */
public sealed interface Clause {
    /** Such as {@link Keyword#DESCRIPTION}. */
    Keyword keyword();

    int offset();

    /**
     * A quoted text: DESCRIPTION, REFERENCE, UNITS, REVISION... It stays in the file.
     *
     * @param start behind its opening quote
     * @param end at its closing quote
     */
    record Text(Keyword keyword, int offset, int start, int end) implements Clause {}

    /** A word: STATUS, ACCESS, MAX-ACCESS... */
    record Word(Keyword keyword, int offset, Name word) implements Clause {}

    /** Names: OBJECTS, VARIABLES, INDEX, AUGMENTS, GROUP, MODULE, ENTERPRISE... */
    record Names(Keyword keyword, int offset, List<Item> items) implements Clause {
        public Names {
            items = List.copyOf(items);
        }
    }

    /** A type: SYNTAX, WRITE-SYNTAX. */
    record OfType(Keyword keyword, int offset, TypeSyntax type) implements Clause {}

    /** DEFVAL: what stands between its braces. */
    record Raw(Keyword keyword, int offset, int start, int end) implements Clause {}

    /** One name of a list, and whether IMPLIED stands before it. */
    record Item(Name name, boolean implied) {}
}
