package dev.bulkhead.mibs.model;

import dev.bulkhead.mibs.smi.Oid;
import java.util.List;

/**
 * MODULE-COMPLIANCE (RFC 2580 §5).
 *
 * @param modules one entry a MODULE clause
 */
public record ModuleCompliance(DefinitionHead head, Oid oid, List<Requirement> modules)
        implements OidDefinition {
    public ModuleCompliance {
        modules = List.copyOf(modules);
    }

    /**
     * What is asked of one module.
     *
     * @param module the module named, or the one the clause stands in
     * @param mandatoryGroups MANDATORY-GROUPS
     * @param conditionalGroups groups of GROUP clauses
     * @param refinedObjects objects of OBJECT clauses
     */
    public record Requirement(
            String module,
            List<String> mandatoryGroups,
            List<String> conditionalGroups,
            List<String> refinedObjects) {
        public Requirement {
            mandatoryGroups = List.copyOf(mandatoryGroups);
            conditionalGroups = List.copyOf(conditionalGroups);
            refinedObjects = List.copyOf(refinedObjects);
        }
    }
}
