package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.AgentCapabilities;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.DefinitionHead;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.ModuleCompliance;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectIdentity;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.TextualConvention;
import dev.bulkhead.mibs.source.SourceSpan;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packs one module. Its bytes are: the places of the three parts, the texts (each once), the
 * syntaxes (each once), the module's own facts, and the definitions, which point to texts and
 * syntaxes. {@link DefinitionReader} reads them back.
 */
final class DefinitionWriter {
    private final ByteSink texts = new ByteSink(1024);
    private final ByteSink syntaxes = new ByteSink(1024);
    private final ByteSink definitions = new ByteSink(4096);
    private final Map<String, Integer> knownTexts = new HashMap<>();
    private final IdentityHashMap<Syntax, Integer> knownSyntaxes = new IdentityHashMap<>();

    DefinitionWriter(MibModule module) {
        text(definitions, module.file());
        definitions.writeByte(module.version() == MibModule.SmiVersion.V1 ? 1 : 2);
        definitions.writeNumber(module.imports().size());
        for (MibModule.Import clause : module.imports()) {
            text(definitions, clause.module());
            names(clause.symbols());
        }
    }

    /** Packs a definition; where it begins in the part of the definitions. */
    int write(Definition definition) {
        int offset = definitions.size();
        head(definition.head());
        switch (definition) {
            case OidAssignment _, ObjectIdentity _ -> {
                // the head says all
            }
            case ModuleIdentity identity -> identity(identity);
            case ObjectType object -> object(object);
            case NotificationType notification -> references(notification.objects());
            case Group group -> references(group.members());
            case ModuleCompliance compliance -> compliance(compliance);
            case AgentCapabilities capabilities -> capabilities(capabilities);
            case TextualConvention convention -> syntax(definitions, convention.syntax());
        }
        return offset;
    }

    byte[] finish() {
        ByteSink all = new ByteSink(texts.size() + syntaxes.size() + definitions.size() + 12);
        all.writeNumber(texts.size());
        all.writeNumber(syntaxes.size());
        all.writeAll(texts);
        all.writeAll(syntaxes);
        all.writeAll(definitions);
        return all.toArray();
    }

    private void text(ByteSink to, String text) {
        Integer known = knownTexts.get(text);
        if (known == null) {
            known = texts.size();
            knownTexts.put(text, known);
            texts.writeText(text);
        }
        to.writeNumber(known);
    }

    private void optional(ByteSink to, Optional<String> text) {
        to.writeByte(text.isPresent() ? 1 : 0);
        if (text.isPresent()) {
            to.writeText(text.get());
        }
    }

    private void names(List<String> names) {
        definitions.writeNumber(names.size());
        names.forEach(name -> text(definitions, name));
    }

    private void head(DefinitionHead head) {
        definitions.writeNumber(head.place().start());
        definitions.writeByte(Codes.of(head.status()));
        span(head.descriptionText());
        span(head.referenceText());
    }

    private void span(SourceSpan span) {
        definitions.writeNumber(span.end() - span.start());
        if (!span.isEmpty()) {
            definitions.writeNumber(span.start());
        }
    }

    private void reference(ByteSink to, Reference reference) {
        text(to, reference.module());
        text(to, reference.name());
    }

    private void references(List<Reference> references) {
        definitions.writeNumber(references.size());
        references.forEach(reference -> reference(definitions, reference));
    }

    private void identity(ModuleIdentity identity) {
        text(definitions, identity.lastUpdated());
        text(definitions, identity.organization());
        span(identity.contactText());
        definitions.writeNumber(identity.revisions().size());
        for (ModuleIdentity.Revision revision : identity.revisions()) {
            text(definitions, revision.date());
            span(revision.descriptionText());
        }
    }

    private void object(ObjectType object) {
        syntax(definitions, object.syntax());
        optional(definitions, object.units());
        definitions.writeByte(Codes.of(object.maxAccess()));
        optional(definitions, object.defaultValue());
        definitions.writeNumber(object.index().size());
        for (IndexPart part : object.index()) {
            reference(definitions, part.object());
            syntax(definitions, part.syntax());
            definitions.writeByte(part.implied() ? 1 : 0);
        }
        definitions.writeByte(object.augments().isPresent() ? 1 : 0);
        object.augments().ifPresent(row -> reference(definitions, row));
    }

    private void compliance(ModuleCompliance compliance) {
        definitions.writeNumber(compliance.modules().size());
        for (ModuleCompliance.Requirement requirement : compliance.modules()) {
            text(definitions, requirement.module());
            names(requirement.mandatoryGroups());
            names(requirement.conditionalGroups());
            names(requirement.refinedObjects());
        }
    }

    private void capabilities(AgentCapabilities capabilities) {
        text(definitions, capabilities.productRelease());
        definitions.writeNumber(capabilities.supports().size());
        for (AgentCapabilities.Support support : capabilities.supports()) {
            text(definitions, support.module());
            names(support.includes());
        }
    }

    private void syntax(ByteSink to, Syntax syntax) {
        Integer known = knownSyntaxes.get(syntax);
        if (known == null) {
            known = syntaxes.size();
            knownSyntaxes.put(syntax, known);
            pack(syntax);
        }
        to.writeNumber(known);
    }

    private void pack(Syntax syntax) {
        syntaxes.writeByte(Codes.of(syntax.base()));
        text(syntaxes, syntax.declaredType());
        syntaxes.writeByte(syntax.textualConvention().isPresent() ? 1 : 0);
        syntax.textualConvention().ifPresent(convention -> reference(syntaxes, convention));
        optional(syntaxes, syntax.displayHint());
        syntaxes.writeNumber(syntax.namedNumbers().size());
        for (Syntax.NamedNumber named : syntax.namedNumbers()) {
            syntaxes.writeText(named.label());
            syntaxes.writeSigned(named.number());
        }
        syntaxes.writeNumber(syntax.ranges().size());
        for (Syntax.Range range : syntax.ranges()) {
            syntaxes.writeSigned(range.min());
            syntaxes.writeSigned(range.max());
        }
    }
}
