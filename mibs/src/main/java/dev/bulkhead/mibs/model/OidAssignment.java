package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.smi.Oid;

/** A plain {@code OBJECT IDENTIFIER ::=} assignment (RFC 2578 §3.6). */
public record OidAssignment(DefinitionHead head, Oid oid) implements OidDefinition {}
