package dev.bulkhead.mibs;

import dev.bulkhead.mibs.ParsedFile.Origin;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where MIB modules are looked for: the built-in base modules, the standard library that ships with
 * the program, and the user's folders and files. Immutable.
 */
public final class MibRepository {
    private final Library library;
    private final List<Path> sources;
    private final List<Path> importFolders;

    /** What the standard library is for. */
    private enum Library {
        ALL,
        IMPORTS,
        NONE
    }

    private MibRepository(Library library, List<Path> sources, List<Path> importFolders) {
        this.library = library;
        this.sources = List.copyOf(sources);
        this.importFolders = List.copyOf(importFolders);
    }

    /** The base modules and the standard IETF and IANA library. */
    public static MibRepository standard() {
        return new MibRepository(Library.ALL, List.of(), List.of());
    }

    /** The built-in base modules only (SNMPv2-SMI, -TC, -CONF, RFC1155-SMI, RFC-1212, RFC-1215). */
    public static MibRepository baseOnly() {
        return new MibRepository(Library.NONE, List.of(), List.of());
    }

    /** This and more folders or files, which are all compiled; they win over the library. */
    public MibRepository withSources(List<Path> foldersAndFiles) {
        return new MibRepository(library, joined(sources, foldersAndFiles), importFolders);
    }

    /** This and more folders that are searched only for modules that others import. */
    public MibRepository withImportFolders(List<Path> folders) {
        return new MibRepository(library, sources, joined(importFolders, folders));
    }

    /** This and the standard library, searched only for modules that others import. */
    public MibRepository withLibraryForImports() {
        return new MibRepository(
                library == Library.ALL ? library : Library.IMPORTS, sources, importFolders);
    }

    private static List<Path> joined(List<Path> a, List<Path> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    /** All files, read and parsed, in a fixed order. */
    List<ParsedFile> parse() {
        List<SourceReader.Task> tasks = new ArrayList<>(SourceReader.base());
        tasks.addAll(SourceReader.files(Origin.USER, sources));
        if (library == Library.ALL) {
            tasks.addAll(SourceReader.library(Origin.LIBRARY));
        }
        List<ParsedFile> parsed = new ArrayList<>(SourceReader.parse(tasks));
        List<SourceReader.Task> more =
                new ArrayList<>(SourceReader.files(Origin.IMPORTS_ONLY, importFolders));
        if (library == Library.IMPORTS) {
            more.addAll(SourceReader.library(Origin.IMPORTS_ONLY));
        }
        ImportSearch.addTo(parsed, more);
        return parsed;
    }

    /**
     * Folders of MIBs on this machine that exist: those of {@code MIBDIRS} (the value is passed in;
     * null if unset), {@code ~/.snmp/mibs} and {@code /usr/share/snmp/mibs}.
     */
    public static List<Path> foldersOnThisMachine(@Nullable String mibDirs, Path home) {
        List<Path> folders = new ArrayList<>();
        if (mibDirs != null) {
            Stream.of(mibDirs.split(File.pathSeparator, -1))
                    .map(part -> part.replaceFirst("^[+-]", ""))
                    .filter(part -> !part.isBlank())
                    .map(Path::of)
                    .forEach(folders::add);
        }
        folders.add(home.resolve(".snmp/mibs"));
        folders.add(Path.of("/usr/share/snmp/mibs"));
        return folders.stream().distinct().filter(Files::isDirectory).toList();
    }
}
