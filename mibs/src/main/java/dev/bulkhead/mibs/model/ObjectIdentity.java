package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.smi.Oid;

/** OBJECT-IDENTITY (RFC 2578 §6). */
public record ObjectIdentity(DefinitionHead head, Oid oid) implements OidDefinition {}
