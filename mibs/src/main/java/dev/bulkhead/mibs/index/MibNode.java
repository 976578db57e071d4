package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;

/**
 * A place in the OID tree. Immutable; children are found lazily and in order of their
 * sub-identifiers.
 */
public interface MibNode {
    Oid oid();

    /** Its descriptor, or its sub-identifier in decimal where nothing defines it. */
    String name();

    /** The definition shown here: where several modules define one OID, the preferred one. */
    Optional<OidDefinition> definition();

    /** All definitions at this OID, the preferred one first. */
    List<OidDefinition> definitions();

    NodeKind kind();

    Optional<MibNode> parent();

    /** By sub-identifier. */
    List<MibNode> children();

    boolean isLeaf();
}
