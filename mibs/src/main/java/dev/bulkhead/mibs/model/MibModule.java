package dev.bulkhead.mibs.model;

import java.util.List;
import java.util.Optional;

/**
 * One compiled module.
 *
 * @param file the file it came from as it was given, or the name of a built-in text
 * @param definitions in the order they stand in the text
 * @param imports what it imports, in the order written
 */
public record MibModule(
        String name,
        SmiVersion version,
        String file,
        List<Import> imports,
        List<Definition> definitions) {
    public MibModule {
        imports = List.copyOf(imports);
        // not copied: the list of a stored module unpacks as it is read, and never changes
    }

    /** Its MODULE-IDENTITY, if it has one. */
    public Optional<ModuleIdentity> identity() {
        return definitions.stream()
                .filter(ModuleIdentity.class::isInstance)
                .map(ModuleIdentity.class::cast)
                .findFirst();
    }

    /** One {@code symbols FROM module} clause. */
    public record Import(String module, List<String> symbols) {
        public Import {
            symbols = List.copyOf(symbols);
        }
    }

    /** Which Structure of Management Information a module is written in. */
    public enum SmiVersion {
        V1,
        V2
    }
}
