package dev.bulkhead.mibs.resolve;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.lexer.Keyword;
import dev.bulkhead.mibs.model.AgentCapabilities;
import dev.bulkhead.mibs.model.DefinitionHead;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.MaxAccess;
import dev.bulkhead.mibs.model.ModuleCompliance;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.ModuleIdentity.Revision;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectIdentity;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.SourceSpan;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.Clause.Item;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Name;
import dev.bulkhead.mibs.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A macro's invocation to its definition. */
final class DefinitionBuilder {
    private final Scopes scopes;
    private final TypeResolver types;
    private final TableShapes shapes;

    DefinitionBuilder(Scopes scopes, TypeResolver types, TableShapes shapes) {
        this.scopes = scopes;
        this.types = types;
        this.shapes = shapes;
    }

    OidDefinition build(
            Symbol symbol, Invocation invocation, Clauses clauses, DefinitionHead head, Oid oid) {
        SourceFile file = symbol.scope().sink().file();
        return switch (invocation.macro()) {
            case MODULE_IDENTITY -> identity(clauses, file, head, oid);
            case OBJECT_IDENTITY -> new ObjectIdentity(head, oid);
            case OBJECT_TYPE -> object(symbol, clauses, head, oid);
            case NOTIFICATION_TYPE ->
                    new NotificationType(head, oid, references(symbol, clauses), false);
            case TRAP_TYPE -> new NotificationType(head, oid, references(symbol, clauses), true);
            case OBJECT_GROUP -> new Group(head, oid, references(symbol, clauses), false);
            case NOTIFICATION_GROUP -> new Group(head, oid, references(symbol, clauses), true);
            case MODULE_COMPLIANCE ->
                    new ModuleCompliance(
                            head, oid, Conformance.requirements(head.module(), clauses));
            case AGENT_CAPABILITIES ->
                    new AgentCapabilities(
                            head,
                            oid,
                            text(clauses.productRelease, file),
                            Conformance.supports(clauses));
        };
    }

    private static String text(Clause.@Nullable Text text, SourceFile file) {
        return text == null ? "" : file.text(text.start(), text.end()).strip();
    }

    private static ModuleIdentity identity(
            Clauses clauses, SourceFile file, DefinitionHead head, Oid oid) {
        Clause.Text contact = clauses.contactInfo;
        return new ModuleIdentity(
                head,
                oid,
                text(clauses.lastUpdated, file),
                text(clauses.organization, file),
                contact == null
                        ? SourceSpan.NONE
                        : new SourceSpan(file, contact.start(), contact.end()),
                revisions(clauses, file));
    }

    private static List<Revision> revisions(Clauses clauses, SourceFile file) {
        List<Revision> revisions = new ArrayList<>();
        String date = null;
        for (Clause clause : clauses.all) {
            if (clause instanceof Clause.Text text) {
                if (text.keyword() == Keyword.REVISION) {
                    date = file.text(text.start(), text.end()).strip();
                } else if (text.keyword() == Keyword.DESCRIPTION && date != null) {
                    revisions.add(
                            new Revision(date, new SourceSpan(file, text.start(), text.end())));
                    date = null;
                }
            }
        }
        return revisions;
    }

    private ObjectType object(Symbol symbol, Clauses clauses, DefinitionHead head, Oid oid) {
        ObjectKind kind = shapes.kind(symbol, oid);
        boolean row = kind == ObjectKind.ROW;
        TypeSyntax type = clauses.syntax;
        if (type == null) {
            Name name = symbol.declaration().name();
            symbol.scope().complain(DiagnosticCode.MISSING_CLAUSE, name, name.text(), "SYNTAX");
        }
        Syntax syntax =
                type == null ? TypeResolver.unknown("") : types.syntax(symbol.scope(), type);
        List<IndexPart> index = row ? shapes.index(symbol) : List.of();
        Symbol augmented = row ? shapes.augmented(symbol) : null;
        SourceFile file = symbol.scope().sink().file();
        Clause.Text units = clauses.units;
        Clause.Raw value = clauses.defaultValue;
        return new ObjectType(
                head,
                oid,
                kind,
                syntax,
                units == null
                        ? Optional.empty()
                        : Optional.of(file.text(units.start(), units.end()).strip()),
                access(clauses),
                index,
                augmented == null ? Optional.empty() : Optional.of(reference(augmented)),
                value == null
                        ? Optional.empty()
                        : Optional.of(file.text(value.start(), value.end()).strip()));
    }

    private static Reference reference(Symbol symbol) {
        return new Reference(symbol.scope().name(), symbol.name());
    }

    private static MaxAccess access(Clauses clauses) {
        Name word = clauses.access;
        return word == null ? MaxAccess.NOT_ACCESSIBLE : access(word.text());
    }

    /** The access a word means, its case and hyphens not counted. */
    private static MaxAccess access(String word) {
        for (MaxAccess access : MaxAccess.values()) {
            if (access.rfcName().equals(word)) {
                return access;
            }
        }
        String folded = folded(word);
        for (MaxAccess access : MaxAccess.values()) {
            if (folded(access.rfcName()).equals(folded)) {
                return access;
            }
        }
        return MaxAccess.NOT_ACCESSIBLE;
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private List<Reference> references(Symbol symbol, Clauses clauses) {
        @Nullable List<Item> items = clauses.members;
        if (items == null) {
            return List.of();
        }
        List<Reference> references = new ArrayList<>(items.size());
        for (Item item : items) {
            Symbol target = scopes.find(symbol.scope(), item.name());
            if (target == null) {
                symbol.scope().unknown(item.name());
            }
            references.add(
                    target == null
                            ? new Reference(symbol.scope().name(), item.name().text())
                            : reference(target));
        }
        return references;
    }
}
