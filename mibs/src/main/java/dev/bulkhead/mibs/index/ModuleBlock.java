package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module packed: its definitions as bytes, and beside them what the index needs of each. Made by
 * the thread that compiled the module, so that a compilation never holds all models at once.
 */
public final class ModuleBlock {
    final String name;
    final byte[] bytes;

    /** All names, each ended by a line feed. */
    final byte[] names;

    final int[] nameLengths;
    final int[] nameHashes;
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
        ByteSink allNames = new ByteSink(count * 20);
        nameLengths = new int[count];
        nameHashes = new int[count];
        kinds = new byte[count];
        demerits = new byte[count];
        offsets = new int[count];
        oids = new Oid[count];
        indexColumns = IndexColumns.of(module);
        DefinitionWriter writer = new DefinitionWriter(module);
        for (int i = 0; i < count; i++) {
            Definition definition = definitions.get(i);
            String own = definition.name();
            allNames.writeLatin(own);
            allNames.writeByte('\n');
            nameLengths[i] = own.length();
            nameHashes[i] = own.hashCode();
            kinds[i] = DefinitionKind.of(definition).code();
            offsets[i] = writer.write(definition);
            if (definition instanceof OidDefinition placed) {
                oids[i] = placed.oid();
                demerits[i] = (byte) DefinitionPreference.demerits(placed, module.version());
            }
        }
        names = allNames.toArray();
        bytes = writer.finish();
    }

    /** Packs a module. */
    public static ModuleBlock of(MibModule module) {
        return new ModuleBlock(module);
    }

    /** How many definitions it has. */
    public int size() {
        return kinds.length;
    }
}
