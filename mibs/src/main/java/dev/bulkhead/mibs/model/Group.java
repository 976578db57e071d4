package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.smi.Oid;
import java.util.List;

/**
 * OBJECT-GROUP or NOTIFICATION-GROUP (RFC 2580 §3, §4).
 *
 * @param members the objects or notifications, in order
 * @param ofNotifications whether it is a NOTIFICATION-GROUP
 */
public record Group(DefinitionHead head, Oid oid, List<Reference> members, boolean ofNotifications)
        implements OidDefinition {
    public Group {
        members = List.copyOf(members);
    }
}
