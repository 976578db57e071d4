package dev.bulkhead.mibs;

import dev.bulkhead.mibs.input.Cancellation;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where MIB modules are looked for: the built-in base modules, the standard library that ships with
 * the program, and the user's folders and files. Immutable.
 */
public final class MibRepository {
    private final Library library;
    private final List<Path> sources;
    private final List<Path> importFolders;
    private final Wishes wishes;
    private final Optional<Path> archiveFolder;

    /** What the standard library is for. */
    enum Library {
        ALL,
        IMPORTS,
        NONE
    }

    private MibRepository(
            Library library,
            List<Path> sources,
            List<Path> importFolders,
            Wishes wishes,
            Optional<Path> archiveFolder) {
        this.library = library;
        this.sources = List.copyOf(sources);
        this.importFolders = List.copyOf(importFolders);
        this.wishes = wishes;
        this.archiveFolder = archiveFolder;
    }

    /** The base modules and the standard IETF and IANA library. */
    public static MibRepository standard() {
        return new MibRepository(Library.ALL, List.of(), List.of(), Wishes.NONE, Optional.empty());
    }

    /** The built-in base modules only (SNMPv2-SMI, -TC, -CONF, RFC1155-SMI, RFC-1212, RFC-1215). */
    public static MibRepository baseOnly() {
        return new MibRepository(Library.NONE, List.of(), List.of(), Wishes.NONE, Optional.empty());
    }

    /** This and more folders, files or archives, which are all compiled; of equals they win. */
    public MibRepository withSources(List<Path> more) {
        return new MibRepository(
                library, joined(sources, more), importFolders, wishes, archiveFolder);
    }

    /** This and more folders that are searched only for modules that others import. */
    public MibRepository withImportFolders(List<Path> more) {
        return new MibRepository(
                library, sources, joined(importFolders, more), wishes, archiveFolder);
    }

    /** This and the standard library, searched only for modules that others import. */
    public MibRepository withLibraryForImports() {
        Library kept = library == Library.ALL ? library : Library.IMPORTS;
        return new MibRepository(kept, sources, importFolders, wishes, archiveFolder);
    }

    /** This and modules wanted by name, wherever among the import folders or library they are. */
    public MibRepository withModules(List<String> more) {
        return with(wishes.withModules(joined(wishes.modules(), more)));
    }

    /**
     * This, with the file that a module is to be taken from where several have it.
     *
     * @param file as diagnostics and {@link ModuleVersions} name it
     */
    public MibRepository withChoice(String module, String file) {
        Map<String, String> more = new LinkedHashMap<>(wishes.choices());
        more.put(module, file);
        return with(wishes.withChoices(more));
    }

    /**
     * This, of which only these modules are compiled, what they import and the base modules. What
     * is wrong with the texts of others is not told.
     */
    public MibRepository restrictedTo(Collection<String> names) {
        return with(wishes.restrictedTo(names));
    }

    /**
     * This, which reads other texts in the place of some, such as mended copies. They keep the
     * names of those they stand for, in models and diagnostics; a copy that is gone is not used.
     *
     * @param copies by the name of the file, as diagnostics and models have it
     */
    public MibRepository withReplacements(Map<String, Path> copies) {
        return with(wishes.withReplacements(copies));
    }

    private MibRepository with(Wishes other) {
        return new MibRepository(library, sources, importFolders, other, archiveFolder);
    }

    /**
     * This, which unpacks archives among its sources into folders below this one. Without it an
     * archive is a file that holds no module.
     */
    public MibRepository withArchivesIn(Path folder) {
        return new MibRepository(library, sources, importFolders, wishes, Optional.of(folder));
    }

    private static <T> List<T> joined(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    Wishes wishes() {
        return wishes;
    }

    /** What decides about the outcome beside the files' content, as one text. */
    String key() {
        return String.join(
                "\n", library.toString(), absolute(sources), absolute(importFolders), wishes.key());
    }

    private static String absolute(List<Path> paths) {
        StringBuilder all = new StringBuilder();
        for (Path path : paths) {
            all.append(path).append(' ').append(path.toAbsolutePath()).append('\n');
        }
        return all.toString();
    }

    /** All texts as they lie there now, and what cannot be listed. */
    Listing list(Cancellation cancellation) {
        Listing listing = new Listing(library, archiveFolder, wishes.replacements(), cancellation);
        listing.addSources(sources);
        listing.addImportFolders(importFolders);
        return listing;
    }
}
