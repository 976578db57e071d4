package dev.bulkhead.app.cli;

import dev.bulkhead.mibs.model.AgentCapabilities;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.ModuleCompliance;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectIdentity;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.model.TextualConvention;

/** A definition in one line: module, name, OID, kind, base type, access, between tabs. */
final class DefinitionLine {
    /** The base of what has no value, such as a table. */
    private static final String OTHER = "OTHER";

    private DefinitionLine() {}

    static String of(Definition definition) {
        String oid = definition instanceof OidDefinition placed ? placed.oid().toString() : "";
        String access = definition instanceof ObjectType object ? object.maxAccess().rfcName() : "";
        return String.join(
                "\t",
                definition.module(),
                definition.name(),
                oid,
                kind(definition),
                base(definition),
                access);
    }

    /**
     * What it is: an OBJECT-TYPE's place in its table, else the macro's name. A TRAP-TYPE has no
     * OID of its own in its text, and other compilers list it as a node: so does this.
     */
    static String kind(Definition definition) {
        return switch (definition) {
            case ObjectType object -> object.kind().word();
            case OidAssignment assignment -> "node";
            case ModuleIdentity identity -> "MODULE-IDENTITY";
            case ObjectIdentity identity -> "OBJECT-IDENTITY";
            case NotificationType notification ->
                    notification.isTrapType() ? "node" : "NOTIFICATION-TYPE";
            case Group group -> group.ofNotifications() ? "NOTIFICATION-GROUP" : "OBJECT-GROUP";
            case ModuleCompliance compliance -> "MODULE-COMPLIANCE";
            case AgentCapabilities capabilities -> "AGENT-CAPABILITIES";
            case TextualConvention convention ->
                    convention.isMacro() ? "TEXTUAL-CONVENTION" : "type";
        };
    }

    private static String base(Definition definition) {
        return switch (definition) {
            case ObjectType object -> base(object.syntax().base());
            case TextualConvention convention -> base(convention.syntax().base());
            case OidAssignment assignment -> OTHER;
            case ModuleIdentity identity -> kind(definition);
            case ObjectIdentity identity -> kind(definition);
            case NotificationType notification ->
                    notification.isTrapType() ? OTHER : kind(definition);
            case Group group -> kind(definition);
            case ModuleCompliance compliance -> kind(definition);
            case AgentCapabilities capabilities -> kind(definition);
        };
    }

    private static String base(BaseType base) {
        return switch (base) {
            case SEQUENCE, SEQUENCE_OF, CHOICE, UNKNOWN -> OTHER;
            default -> base.rfcName();
        };
    }
}
