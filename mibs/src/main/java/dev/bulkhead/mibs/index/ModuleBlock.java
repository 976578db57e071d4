package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module packed: its definitions as bytes, and beside them what the index needs of each. Made by
 * the thread that compiled the module, so that a compilation never holds all models at once.
 */
public final class ModuleBlock {
    final String name;
    final byte[] bytes;
    final List<String> names;
    final byte[] kinds;
    final byte[] demerits;
    final int[] offsets;
    final @Nullable Oid[] oids;

    /** OIDs of columns that index a row of this module and stand below it. */
    final List<Oid> indexColumns;

    private ModuleBlock(MibModule module) {
        List<Definition> definitions = module.definitions();
        int count = definitions.size();
        name = module.name();
        names = new ArrayList<>(count);
        kinds = new byte[count];
        demerits = new byte[count];
        offsets = new int[count];
        oids = new Oid[count];
        indexColumns = IndexColumns.of(module);
        DefinitionWriter writer = new DefinitionWriter(module);
        for (int i = 0; i < count; i++) {
            Definition definition = definitions.get(i);
            names.add(definition.name());
            kinds[i] = DefinitionKind.of(definition).code();
            offsets[i] = writer.write(definition);
            if (definition instanceof OidDefinition placed) {
                oids[i] = placed.oid();
                demerits[i] = (byte) DefinitionPreference.demerits(placed, module.version());
            }
        }
        bytes = writer.finish();
    }

    /** Packs a module. */
    public static ModuleBlock of(MibModule module) {
        return new ModuleBlock(module);
    }

    /** How many definitions it has. */
    public int size() {
        return names.size();
    }
}
