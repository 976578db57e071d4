package dev.bulkhead.mibs.resolve;

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
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.syntax.Clause;
import dev.bulkhead.mibs.syntax.Clause.Item;
import dev.bulkhead.mibs.syntax.DeclarationSyntax.Invocation;
import dev.bulkhead.mibs.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    OidDefinition build(Symbol symbol, Invocation invocation, DefinitionHead head, Oid oid) {
        Clauses clauses = Clauses.of(invocation);
        return switch (invocation.macro()) {
            case MODULE_IDENTITY -> identity(clauses, head, oid);
            case OBJECT_IDENTITY -> new ObjectIdentity(head, oid);
            case OBJECT_TYPE -> object(symbol, head, oid);
            case NOTIFICATION_TYPE ->
                    new NotificationType(head, oid, references(symbol, "OBJECTS"), false);
            case TRAP_TYPE ->
                    new NotificationType(head, oid, references(symbol, "VARIABLES"), true);
            case OBJECT_GROUP -> new Group(head, oid, references(symbol, "OBJECTS"), false);
            case NOTIFICATION_GROUP ->
                    new Group(head, oid, references(symbol, "NOTIFICATIONS"), true);
            case MODULE_COMPLIANCE ->
                    new ModuleCompliance(
                            head, oid, Conformance.requirements(head.module(), clauses));
            case AGENT_CAPABILITIES ->
                    new AgentCapabilities(
                            head,
                            oid,
                            clauses.text("PRODUCT-RELEASE").orElse(""),
                            Conformance.supports(clauses));
        };
    }

    private static ModuleIdentity identity(Clauses clauses, DefinitionHead head, Oid oid) {
        return new ModuleIdentity(
                head,
                oid,
                clauses.text("LAST-UPDATED").orElse(""),
                clauses.text("ORGANIZATION").orElse(""),
                clauses.text("CONTACT-INFO").orElse(""),
                revisions(clauses));
    }

    private static List<Revision> revisions(Clauses clauses) {
        List<Revision> revisions = new ArrayList<>();
        String date = null;
        for (Clause clause : clauses.all()) {
            if (clause instanceof Clause.Text text) {
                if (text.keyword().equals("REVISION")) {
                    date = text.text();
                } else if (text.keyword().equals("DESCRIPTION") && date != null) {
                    revisions.add(new Revision(date, text.text()));
                    date = null;
                }
            }
        }
        return revisions;
    }

    private ObjectType object(Symbol symbol, DefinitionHead head, Oid oid) {
        Clauses clauses = Clauses.of(symbol.declaration());
        ObjectKind kind = shapes.kind(symbol, oid);
        List<IndexPart> index = kind == ObjectKind.ROW ? shapes.index(symbol) : List.of();
        Optional<Reference> augments =
                kind == ObjectKind.ROW
                        ? shapes.augmented(symbol).map(DefinitionBuilder::reference)
                        : Optional.empty();
        return new ObjectType(
                head,
                oid,
                kind,
                clauses.syntax()
                        .map(type -> types.syntax(symbol.scope(), type))
                        .orElseGet(() -> TypeResolver.unknown("")),
                clauses.text("UNITS"),
                access(clauses),
                index,
                augments,
                clauses.raw("DEFVAL"));
    }

    private static Reference reference(Symbol symbol) {
        return new Reference(symbol.scope().name(), symbol.name());
    }

    private static MaxAccess access(Clauses clauses) {
        String word = clauses.word("MAX-ACCESS", "ACCESS").map(Name::text).orElse("");
        for (MaxAccess access : MaxAccess.values()) {
            if (access.rfcName().equals(word)) {
                return access;
            }
        }
        return MaxAccess.NOT_ACCESSIBLE;
    }

    private List<Reference> references(Symbol symbol, String keyword) {
        List<Reference> references = new ArrayList<>();
        for (Item item : Clauses.of(symbol.declaration()).names(keyword).orElse(List.of())) {
            Symbol target = scopes.find(symbol.scope(), item.name());
            references.add(
                    target == null
                            ? new Reference(symbol.scope().name(), item.name().text())
                            : reference(target));
        }
        return references;
    }
}
