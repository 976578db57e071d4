package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.smi.Oid;
import java.util.List;

/**
 * MODULE-IDENTITY (RFC 2578 §5).
 *
 * @param lastUpdated LAST-UPDATED as written, such as {@code 200006140000Z}
 * @param revisions newest first, as written
 */
public record ModuleIdentity(
        DefinitionHead head,
        Oid oid,
        String lastUpdated,
        String organization,
        String contactInfo,
        List<Revision> revisions)
        implements OidDefinition {
    public ModuleIdentity {
        revisions = List.copyOf(revisions);
    }

    /** One REVISION clause: its date as written and its DESCRIPTION. */
    public record Revision(String date, String description) {}
}
