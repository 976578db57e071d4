package dev.bulkhead.mibs.model;

import java.util.Optional;

/**
 * What every definition has.
 *
 * @param module the module that defines it
 * @param name its descriptor (RFC 2578 §3.1)
 * @param location where its name stands
 * @param status its STATUS clause, or {@link Status#CURRENT} where the macro has none
 * @param description its DESCRIPTION, unindented, or ""
 * @param reference its REFERENCE, if any
 */
public record DefinitionHead(
        String module,
        String name,
        SourceLocation location,
        Status status,
        String description,
        Optional<String> reference) {}
