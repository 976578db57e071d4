package dev.bulkhead.mibs.syntax;

import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import dev.bulkhead.mibs.model.Syntax.Range;
import java.util.List;

/**
 * A type as written.
 *
 * @param name the type's name; {@code SEQUENCE}, {@code SEQUENCE OF}, {@code OCTET STRING} and so
 *     on for built-in ones
 * @param element for {@code SEQUENCE OF}, the element's name, else ""
 * @param fields for {@code SEQUENCE} and {@code CHOICE}: the fields' names
 */
public record TypeSyntax(
        String name,
        String element,
        int offset,
        List<NamedNumber> namedNumbers,
        List<Range> ranges,
        List<Name> fields) {
    public TypeSyntax {
        namedNumbers = List.copyOf(namedNumbers);
        ranges = List.copyOf(ranges);
        fields = List.copyOf(fields);
    }

    /** A type by its name only. */
    public static TypeSyntax named(String name, int offset) {
        return new TypeSyntax(name, "", offset, List.of(), List.of(), List.of());
    }
}
