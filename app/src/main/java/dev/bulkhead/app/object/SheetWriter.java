package dev.bulkhead.app.object;

import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.object.ObjectSheet.Chip;
import dev.bulkhead.app.object.ObjectSheet.Fact;
import dev.bulkhead.app.object.ObjectSheet.Link;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.AgentCapabilities;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ModuleCompliance;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectIdentity;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Status;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.TextualConvention;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers chips and facts of one definition, each kind's in its order. */
final class SheetWriter {
    private static final int PATH_STEPS = 3;
    private static final int REVISIONS = 5;

    private final MibIndex index;
    private final List<Chip> chips = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    SheetWriter(MibIndex index) {
        this.index = index;
    }

    List<Chip> chips() {
        return chips;
    }

    /** All but those without a value. */
    List<Fact> facts() {
        return facts.stream().filter(fact -> !fact.value().isBlank()).toList();
    }

    private void fact(String key, String value, boolean code) {
        facts.add(new Fact(key, value, code));
    }

    private void links(String key, List<Reference> references) {
        facts.add(Fact.of(key, references.stream().map(SheetWriter::link).toList()));
    }

    private static Link link(Reference reference) {
        return new Link(Shown.line(reference.name()), reference);
    }

    /** Where a node is. */
    void place(MibNode node) {
        fact("oid", node.oid().toDottedString(), true);
        path(node).ifPresent(path -> fact("path", path, false));
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

    /** What a definition says. */
    void describe(Definition definition) {
        switch (definition) {
            case ObjectType object -> object(object);
            case NotificationType notification -> links("carries", notification.objects());
            case Group group -> links("members", group.members());
            case ModuleCompliance compliance -> compliance(compliance);
            case AgentCapabilities capabilities -> capabilities(capabilities);
            case ModuleIdentity module -> identity(module);
            case TextualConvention convention -> convention(convention);
            case ObjectIdentity _, OidAssignment _ -> {
                // an OID and a description are all there is
            }
        }
        boolean plain = definition instanceof OidAssignment || definition instanceof ModuleIdentity;
        if (!plain || definition.status() != Status.CURRENT) {
            chips.add(new Chip(definition.status().rfcName(), tone(definition.status())));
        }
        chips.add(new Chip(Shown.line(definition.module()), Tone.NEUTRAL));
        if (!(definition instanceof ModuleIdentity)) {
            index.identity(definition.module()).ifPresent(this::revision);
        }
        definition.reference().ifPresent(text -> fact("reference", text, false));
    }

    private void revision(ModuleIdentity module) {
        facts.add(
                Fact.of(
                        "module",
                        List.of(
                                new Link(
                                        Shown.line(module.module()),
                                        new Reference(module.module(), module.name())))));
        fact("updated", date(module.lastUpdated()), true);
    }

    private static Tone tone(Status status) {
        return switch (status) {
            case CURRENT, MANDATORY -> Tone.SUCCESS;
            case OPTIONAL -> Tone.NEUTRAL;
            case DEPRECATED, OBSOLETE -> Tone.WARNING;
        };
    }

    private void object(ObjectType object) {
        switch (object.kind()) {
            case SCALAR, COLUMN -> {
                chips.add(new Chip(Shown.line(object.syntax().declaredType()), Tone.ACCENT));
                chips.add(new Chip(object.maxAccess().rfcName(), Tone.NEUTRAL));
                syntax(object.syntax());
            }
            case TABLE, ROW -> chips.add(new Chip(object.kind().word(), Tone.ACCENT));
        }
        index.rowOf(object.oid()).ifPresent(row -> facts.add(indexFact(row)));
        object.augments().ifPresent(row -> links("augments", List.of(row)));
        object.units().ifPresent(units -> fact("units", units, false));
        object.defaultValue().ifPresent(value -> fact("default", value, true));
    }

    private void syntax(Syntax syntax) {
        fact("syntax", SyntaxText.of(syntax), true);
        syntax.textualConvention()
                .filter(type -> !type.name().equals(syntax.base().rfcName()))
                .ifPresent(type -> links("convention", List.of(type)));
        syntax.displayHint().ifPresent(hint -> fact("hint", '"' + hint + '"', true));
    }

    private static Fact indexFact(ObjectType row) {
        return Fact.of("index", row.index().stream().map(SheetWriter::part).toList());
    }

    private static Link part(IndexPart part) {
        String name = Shown.line(part.object().name());
        return new Link(part.implied() ? "IMPLIED " + name : name, part.object());
    }

    private void convention(TextualConvention convention) {
        chips.add(new Chip(convention.syntax().base().rfcName(), Tone.ACCENT));
        fact("syntax", SyntaxText.of(convention.syntax()), true);
        convention.syntax().displayHint().ifPresent(hint -> fact("hint", '"' + hint + '"', true));
    }

    private void compliance(ModuleCompliance compliance) {
        Map<String, Set<Reference>> byKey = new LinkedHashMap<>();
        for (ModuleCompliance.Requirement asked : compliance.modules()) {
            add(byKey, "mandatory", asked.module(), asked.mandatoryGroups());
            add(byKey, "conditional", asked.module(), asked.conditionalGroups());
            add(byKey, "refined", asked.module(), asked.refinedObjects());
        }
        byKey.forEach((key, names) -> links(key, List.copyOf(names)));
    }

    private void capabilities(AgentCapabilities capabilities) {
        fact("release", capabilities.productRelease(), false);
        Map<String, Set<Reference>> byKey = new LinkedHashMap<>();
        for (AgentCapabilities.Support support : capabilities.supports()) {
            add(byKey, "supports", support.module(), support.includes());
        }
        byKey.forEach((key, names) -> links(key, List.copyOf(names)));
    }

    private static void add(
            Map<String, Set<Reference>> byKey, String key, String module, List<String> names) {
        Set<Reference> all = byKey.computeIfAbsent(key, _ -> new LinkedHashSet<>());
        names.forEach(name -> all.add(new Reference(module, name)));
    }

    private void identity(ModuleIdentity module) {
        fact("updated", date(module.lastUpdated()), true);
        StringBuilder revisions = new StringBuilder();
        for (ModuleIdentity.Revision revision : module.revisions()) {
            if (revisions.toString().lines().count() < REVISIONS) {
                String first = revision.description().lines().findFirst().orElse("");
                revisions.append(date(revision.date())).append("  ").append(first).append('\n');
            }
        }
        fact("revisions", revisions.toString().strip(), false);
        fact("organization", Reflow.text(module.organization()), false);
        fact("contact", module.contactInfo(), false);
    }

    /** {@code 2000-06-14} for {@code 200006140000Z} and {@code 0006140000Z} of 1900 on. */
    static String date(String written) {
        String full = written.length() == 11 ? "19" + written : written;
        return full.matches("\\d{12}Z")
                ? full.substring(0, 4) + '-' + full.substring(4, 6) + '-' + full.substring(6, 8)
                : written;
    }

    /** Other modules' definitions of the same OID. */
    void others(MibNode node, Optional<? extends Definition> shown) {
        List<Link> links = new ArrayList<>();
        for (OidDefinition other : node.definitions()) {
            if (shown.filter(other::equals).isEmpty()) {
                links.add(
                        new Link(
                                Shown.line(other.qualifiedName()),
                                new Reference(other.module(), other.name())));
            }
        }
        facts.add(Fact.of("others", links));
    }
}
