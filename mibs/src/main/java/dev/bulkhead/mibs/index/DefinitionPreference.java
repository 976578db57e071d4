package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.MibModule.SmiVersion;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.model.Status;

/**
 * Which of several definitions of one OID is shown: one that says more than a bare assignment, in
 * current use, of an SMIv2 module, not of RFC1158-MIB, which RFC 1213 replaced, and else of the
 * module first by name.
 */
final class DefinitionPreference {
    private DefinitionPreference() {}

    /** The fewer the better, 0 to 31. */
    static int demerits(OidDefinition definition, SmiVersion version) {
        boolean inUse =
                definition.status() != Status.OBSOLETE && definition.status() != Status.DEPRECATED;
        return (definition instanceof OidAssignment ? 16 : 0)
                + (definition instanceof ObjectType ? 0 : 8)
                + (version == SmiVersion.V2 ? 0 : 4)
                + (inUse ? 0 : 2)
                + (definition.module().equals("RFC1158-MIB") ? 1 : 0);
    }
}
