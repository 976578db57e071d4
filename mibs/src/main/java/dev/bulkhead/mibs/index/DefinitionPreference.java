package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.MibModule.SmiVersion;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.model.Status;
import java.util.Comparator;
import java.util.Map;

/**
 * Which of several definitions of one OID is shown: one that says more than a bare assignment, in
 * current use, of an SMIv2 module, not of RFC1158-MIB, which RFC 1213 replaced, and else of the
 * module first by name.
 */
final class DefinitionPreference implements Comparator<OidDefinition> {
    private final Map<String, MibModule> modules;

    DefinitionPreference(Map<String, MibModule> modules) {
        this.modules = modules;
    }

    @Override
    public int compare(OidDefinition a, OidDefinition b) {
        return Comparator.comparingInt(this::demerits)
                .thenComparing(definition -> definition.module().equals("RFC1158-MIB"))
                .thenComparing(OidDefinition::module)
                .compare(a, b);
    }

    private int demerits(OidDefinition definition) {
        MibModule module = modules.get(definition.module());
        boolean second = module != null && module.version() == SmiVersion.V2;
        boolean inUse =
                definition.status() != Status.OBSOLETE && definition.status() != Status.DEPRECATED;
        return (definition instanceof OidAssignment ? 8 : 0)
                + (definition instanceof ObjectType ? 0 : 4)
                + (second ? 0 : 2)
                + (inUse ? 0 : 1);
    }
}
