package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.source.SourceSpan;

/**
 * What every definition has.
 *
 * @param module the module that defines it
 * @param name its descriptor (RFC 2578 §3.1)
 * @param place where its name stands
 * @param status its STATUS clause, or {@link Status#CURRENT} where the macro has none
 * @param descriptionText its DESCRIPTION, which stays in the file until it is asked for
 * @param referenceText its REFERENCE, likewise
 */
public record DefinitionHead(
        String module,
        String name,
        SourceSpan place,
        Status status,
        SourceSpan descriptionText,
        SourceSpan referenceText) {}
