package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.smi.Oid;

/** A definition that has a place in the OID tree. */
public sealed interface OidDefinition extends Definition
        permits OidAssignment,
                ModuleIdentity,
                ObjectIdentity,
                ObjectType,
                NotificationType,
                Group,
                ModuleCompliance,
                AgentCapabilities {
    Oid oid();
}
