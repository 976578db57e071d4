package dev.bulkhead.mibs.model;

import java.util.List;
import java.util.Optional;

/**
 * A SYNTAX clause, resolved through textual conventions and type assignments to its base.
 *
 * @param base what the value is on the wire
 * @param declaredType the type's name as written, such as {@code DisplayString} or {@code INTEGER};
 *     for {@code SEQUENCE OF X} and row types, {@code X}
 * @param textualConvention the textual convention (or SMIv1 type assignment) it names, if any
 * @param displayHint the nearest DISPLAY-HINT on the way to the base (RFC 2579 §3.1)
 * @param namedNumbers enumeration labels or BITS positions, in the order written; empty if none
 * @param ranges allowed values, or sizes for octet strings, nearest refinement; empty if free
 */
public record Syntax(
        BaseType base,
        String declaredType,
        Optional<Reference> textualConvention,
        Optional<String> displayHint,
        List<NamedNumber> namedNumbers,
        List<Range> ranges) {
    public Syntax {
        namedNumbers = List.copyOf(namedNumbers);
        ranges = List.copyOf(ranges);
    }

    /** The label of a value or bit, if it has one. */
    public Optional<String> label(long number) {
        for (NamedNumber named : namedNumbers) {
            if (named.number() == number) {
                return Optional.of(named.label());
            }
        }
        return Optional.empty();
    }

    /** The number of a label, if there is such a label. */
    public Optional<Long> number(String label) {
        for (NamedNumber named : namedNumbers) {
            if (named.label().equals(label)) {
                return Optional.of(named.number());
            }
        }
        return Optional.empty();
    }

    /** Whether octet strings of this syntax all have one length (RFC 2578 §7.7 rule 2). */
    public boolean isFixedLength() {
        return !ranges.isEmpty()
                && ranges.stream()
                        .allMatch(r -> r.min() == r.max() && r.min() == ranges.get(0).min());
    }

    /** A label with its number: an enumeration's value or a BITS position. */
    public record NamedNumber(String label, long number) {}

    /** An inclusive range of values or sizes; Unsigned64 bounds are read as unsigned. */
    public record Range(long min, long max) {}
}
