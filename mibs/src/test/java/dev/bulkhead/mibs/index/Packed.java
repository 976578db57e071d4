package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.DefinitionHead;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.model.MibModule.SmiVersion;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.Status;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.SourceSpan;
import java.util.List;
import java.util.stream.Stream;

/** Modules made by hand, and the store of them. */
final class Packed {
    private Packed() {}

    /** A module of a file of the same name. */
    static MibModule module(String name, Definition... definitions) {
        return new MibModule(name, SmiVersion.V2, name, List.of(), List.of(definitions));
    }

    /** A bare name with an OID. */
    static OidAssignment node(String module, String name, String oid) {
        return new OidAssignment(head(module, name), Oid.parse(oid));
    }

    static DefinitionHead head(String module, String name) {
        SourceSpan place = new SourceSpan(SourceFile.ofText(module, ""), 0, name.length());
        return new DefinitionHead(
                module, name, place, Status.CURRENT, SourceSpan.NONE, SourceSpan.NONE);
    }

    static MibStore store(MibModule... modules) {
        return MibStore.of(
                StoreBuilder.build(Stream.of(modules).map(ModuleBlock::of).toList()),
                name -> SourceFile.ofText(name, ""));
    }

    static MibIndex index(MibModule... modules) {
        return MibIndex.of(List.of(modules));
    }
}
