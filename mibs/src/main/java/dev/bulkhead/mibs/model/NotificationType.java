package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.smi.Oid;
import java.util.List;

/**
 * NOTIFICATION-TYPE (RFC 2578 §8) or SMIv1's TRAP-TYPE (RFC 1215).
 *
 * @param oid for a TRAP-TYPE {@code enterprise.0.n} (RFC 3584 §3.1), or the standard traps' OIDs
 * @param objects what the notification carries, in order
 * @param isTrapType whether it was written as TRAP-TYPE
 */
public record NotificationType(
        DefinitionHead head, Oid oid, List<Reference> objects, boolean isTrapType)
        implements OidDefinition {
    public NotificationType {
        objects = List.copyOf(objects);
    }
}
