package dev.bulkhead.app.object;

import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What there is to say about an object. All its texts are inert.
 *
 * @param chips short marks: type, access, status, module
 * @param facts keys and values in the order shown
 * @param description "" if there is none
 */
public record ObjectSheet(String name, List<Chip> chips, List<Fact> facts, String description) {
    public ObjectSheet {
        chips = List.copyOf(chips);
        facts = List.copyOf(facts);
    }

    /** A short mark. */
    public record Chip(String text, Tone tone) {}

    /** A name that leads to its definition. */
    public record Link(String text, Reference to) {}

    /**
     * One line.
     *
     * @param key the end of its words' key, {@code object.<key>}
     * @param code whether it is shown in the fixed-width font
     * @param links what the value names; empty if it is plain text
     */
    public record Fact(String key, String value, boolean code, List<Link> links) {
        public Fact {
            links = List.copyOf(links);
        }

        /** Plain text. */
        public Fact(String key, String value, boolean code) {
            this(key, Shown.lines(value), code, List.of());
        }

        /** Names that lead somewhere. */
        static Fact of(String key, List<Link> links) {
            String value = links.stream().map(Link::text).collect(Collectors.joining(", "));
            return new Fact(key, value, false, links);
        }
    }

    /** The sheet of a node. */
    public static ObjectSheet of(MibNode node, MibIndex index) {
        return of(node.name(), Optional.of(node), node.definition(), index);
    }

    /** The sheet of a definition, which need have no place in the tree. Reads its file. */
    public static ObjectSheet of(Definition definition, MibIndex index) {
        Optional<MibNode> node =
                definition instanceof OidDefinition placed
                        ? index.node(placed.oid())
                        : Optional.empty();
        return of(definition.name(), node, Optional.of(definition), index);
    }

    private static ObjectSheet of(
            String name,
            Optional<MibNode> node,
            Optional<? extends Definition> definition,
            MibIndex index) {
        SheetWriter writer = new SheetWriter(index);
        node.ifPresent(writer::place);
        definition.ifPresent(writer::describe);
        node.ifPresent(at -> writer.others(at, definition));
        return new ObjectSheet(
                Shown.line(name),
                writer.chips(),
                new ArrayList<>(writer.facts()),
                Shown.lines(Reflow.text(definition.map(Definition::description).orElse(""))));
    }
}
