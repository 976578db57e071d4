package dev.bulkhead.mibs.syntax;

import java.util.List;

/**
 * A type as written.
 *
 * @param name the type's name; {@code SEQUENCE}, {@code SEQUENCE OF}, {@code OCTET STRING} and so
 *     on for built-in ones; "" if unreadable
 * @param element for {@code SEQUENCE OF}, the element's name, else ""
 * @param labels of an enumeration or BITS
 * @param bounds of a range, or of a size
 * @param isSize whether SIZE stands before the bounds
 * @param fields for {@code SEQUENCE} and {@code CHOICE}
 */
public record TypeSyntax(
        String name,
        String element,
        int offset,
        List<Label> labels,
        List<Bounds> bounds,
        boolean isSize,
        List<Field> fields) {
    public TypeSyntax {
        labels = List.copyOf(labels);
        bounds = List.copyOf(bounds);
        fields = List.copyOf(fields);
    }

    /** A type by its name only. */
    public static TypeSyntax named(String name, int offset) {
        return new TypeSyntax(name, "", offset, List.of(), List.of(), false, List.of());
    }

    /** A label and its number: {@code up(1)}. */
    public record Label(String text, int offset, long number) {}

    /** {@code 0..255}, or one number as both. Bounds of 64 bits are read as unsigned. */
    public record Bounds(long min, long max, int offset) {}

    /** {@code ifIndex InterfaceIndex} in a SEQUENCE. */
    public record Field(Name name, TypeSyntax type) {}
}
