package dev.bulkhead.app.object;

import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Status;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What there is to say about a node.
 *
 * @param chips short marks: type, access, status, module
 * @param facts keys and values in the order shown
 * @param description "" if there is none
 */
public record ObjectSheet(String name, List<Chip> chips, List<Fact> facts, String description) {
    private static final int PATH_STEPS = 3;

    public ObjectSheet {
        chips = List.copyOf(chips);
        facts = List.copyOf(facts);
    }

    /** A short mark. */
    public record Chip(String text, Tone tone) {}

    /**
     * One line.
     *
     * @param key the end of its words' key, {@code object.<key>}
     * @param code whether it is shown in the fixed-width font
     */
    public record Fact(String key, String value, boolean code) {}

    /** The sheet of a node. */
    public static ObjectSheet of(MibNode node, MibIndex index) {
        List<Chip> chips = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("oid", node.oid().toDottedString(), true));
        path(node).ifPresent(path -> facts.add(new Fact("path", path, false)));
        node.definition().ifPresent(definition -> describe(definition, index, chips, facts));
        return new ObjectSheet(
                node.name(),
                chips,
                facts,
                Reflow.text(node.definition().map(Definition::description).orElse("")));
    }

    private static void describe(
            OidDefinition definition, MibIndex index, List<Chip> chips, List<Fact> facts) {
        switch (definition) {
            case ObjectType object -> object(object, index, chips, facts);
            case NotificationType notification ->
                    facts.add(new Fact("carries", names(notification.objects()), false));
            case Group group -> facts.add(new Fact("members", names(group.members()), false));
            case ModuleIdentity module -> {
                facts.add(new Fact("updated", module.lastUpdated(), true));
                facts.add(new Fact("organization", module.organization(), false));
            }
            default -> {}
        }
        if (definition instanceof ObjectType || definition.status() != Status.CURRENT) {
            chips.add(new Chip(definition.status().rfcName(), tone(definition.status())));
        }
        chips.add(new Chip(definition.module(), Tone.NEUTRAL));
        definition.reference().ifPresent(text -> facts.add(new Fact("reference", text, false)));
        facts.removeIf(fact -> fact.value().isBlank());
    }

    private static void object(
            ObjectType object, MibIndex index, List<Chip> chips, List<Fact> facts) {
        switch (object.kind()) {
            case SCALAR, COLUMN -> {
                chips.add(new Chip(object.syntax().declaredType(), Tone.ACCENT));
                chips.add(new Chip(object.maxAccess().rfcName(), Tone.NEUTRAL));
                facts.add(new Fact("syntax", SyntaxText.of(object.syntax()), true));
            }
            case TABLE, ROW -> chips.add(new Chip(object.kind().word(), Tone.ACCENT));
        }
        index.rowOf(object.oid())
                .ifPresent(row -> facts.add(new Fact("index", indexText(row), false)));
        object.augments().ifPresent(row -> facts.add(new Fact("augments", row.name(), false)));
        object.units().ifPresent(units -> facts.add(new Fact("units", units, false)));
        object.defaultValue().ifPresent(value -> facts.add(new Fact("default", value, true)));
    }

    private static String indexText(ObjectType row) {
        return row.index().stream().map(ObjectSheet::partText).collect(Collectors.joining(", "));
    }

    private static String partText(IndexPart part) {
        return (part.implied() ? "IMPLIED " : "") + part.object().name();
    }

    private static String names(List<Reference> references) {
        return references.stream().map(Reference::name).collect(Collectors.joining(", "));
    }

    private static Tone tone(Status status) {
        return switch (status) {
            case CURRENT, MANDATORY -> Tone.SUCCESS;
            case OPTIONAL -> Tone.NEUTRAL;
            case DEPRECATED, OBSOLETE -> Tone.WARNING;
        };
    }

    private static Optional<String> path(MibNode node) {
        List<String> steps = new ArrayList<>();
        Optional<MibNode> above = node.parent();
        while (above.isPresent()
                && above.get().oid().size() > Oid.INTERNET.size()
                && steps.size() < PATH_STEPS) {
            steps.addFirst(above.get().name());
            above = above.get().parent();
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(String.join(" › ", steps));
    }
}
