package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.source.QuotedText;
import dev.bulkhead.mibs.source.SourceSpan;
import java.util.List;

/**
 * MODULE-IDENTITY (RFC 2578 §5).
 *
 * @param lastUpdated LAST-UPDATED as written, such as {@code 200006140000Z}
 * @param contactText CONTACT-INFO, which stays in the file until it is asked for
 * @param revisions newest first, as written
 */
public record ModuleIdentity(
        DefinitionHead head,
        Oid oid,
        String lastUpdated,
        String organization,
        SourceSpan contactText,
        List<Revision> revisions)
        implements OidDefinition {
    public ModuleIdentity {
        revisions = List.copyOf(revisions);
    }

    /** CONTACT-INFO, unindented. May read the file. */
    public String contactInfo() {
        return QuotedText.unindent(contactText.text());
    }

    /**
     * One REVISION clause.
     *
     * @param date as written
     * @param descriptionText its DESCRIPTION, which stays in the file until it is asked for
     */
    public record Revision(String date, SourceSpan descriptionText) {
        /** Its DESCRIPTION, unindented. May read the file. */
        public String description() {
            return QuotedText.unindent(descriptionText.text());
        }
    }
}
