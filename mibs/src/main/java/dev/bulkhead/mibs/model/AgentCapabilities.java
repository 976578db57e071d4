package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.smi.Oid;
import java.util.List;

/**
 * AGENT-CAPABILITIES (RFC 2580 §6).
 *
 * @param supports one entry a SUPPORTS clause
 */
public record AgentCapabilities(
        DefinitionHead head, Oid oid, String productRelease, List<Support> supports)
        implements OidDefinition {
    public AgentCapabilities {
        supports = List.copyOf(supports);
    }

    /** A module supported, and the groups of it that are included. */
    public record Support(String module, List<String> includes) {
        public Support {
            includes = List.copyOf(includes);
        }
    }
}
