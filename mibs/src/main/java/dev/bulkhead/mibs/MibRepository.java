package dev.bulkhead.mibs;

import java.nio.file.Path;
import java.util.List;

/**
 * Where MIB modules are looked for: the built-in base modules, the standard library that ships with
 * the program, and the user's folders and files. Immutable.
 */
public final class MibRepository {
    private MibRepository() {}

    /** The base modules and the standard IETF and IANA library. */
    public static MibRepository standard() {
        throw new UnsupportedOperationException();
    }

    /** The built-in base modules only (SNMPv2-SMI, -TC, -CONF, RFC1155-SMI, RFC-1212, RFC-1215). */
    public static MibRepository baseOnly() {
        throw new UnsupportedOperationException();
    }

    /** This and more folders or files, which are all compiled; they win over the library. */
    public MibRepository withSources(List<Path> foldersAndFiles) {
        throw new UnsupportedOperationException();
    }

    /** This and more folders that are searched only for modules that others import. */
    public MibRepository withImportFolders(List<Path> folders) {
        throw new UnsupportedOperationException();
    }

    /**
     * Folders of MIBs on this machine that exist: those of {@code MIBDIRS} (the value is passed in;
     * null if unset), {@code ~/.snmp/mibs} and {@code /usr/share/snmp/mibs}.
     */
    public static List<Path> foldersOnThisMachine(
            @org.jspecify.annotations.Nullable String mibDirs, Path home) {
        throw new UnsupportedOperationException();
    }
}
