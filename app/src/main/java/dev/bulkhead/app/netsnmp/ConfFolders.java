package dev.bulkhead.app.netsnmp;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The folders net-snmp looks for its files in: those of {@code SNMPCONFPATH}, else {@code
 * /etc/snmp}, {@code /usr/share/snmp}, the libraries' folder and {@code ~/.snmp}; later ones
 * override (snmp_config(5)).
 */
public record ConfFolders(List<Path> folders) {
    private static final List<String> USUAL =
            List.of(
                    "/etc/snmp",
                    "/usr/local/etc/snmp",
                    "/usr/share/snmp",
                    "/usr/local/share/snmp",
                    "/usr/lib/x86_64-linux-gnu/snmp",
                    "/usr/lib/aarch64-linux-gnu/snmp",
                    "/usr/lib64/snmp",
                    "/usr/lib/snmp");

    public ConfFolders {
        folders = List.copyOf(folders);
    }

    /** Those of a user on this machine. */
    public static ConfFolders of(Map<String, String> environment, Path home) {
        List<Path> all = new ArrayList<>();
        String path = environment.getOrDefault("SNMPCONFPATH", "");
        if (path.isBlank()) {
            USUAL.forEach(folder -> all.add(Path.of(folder)));
            all.add(home.resolve(".snmp"));
            return new ConfFolders(all);
        }
        for (String folder : path.split(File.pathSeparator, -1)) {
            try {
                if (!folder.isBlank()) {
                    all.add(Path.of(folder));
                }
            } catch (InvalidPathException e) {
                // net-snmp finds nothing there either.
            }
        }
        return new ConfFolders(all);
    }

    /** Where the files of a type may be, in the order they are read; {@code .local} ones last. */
    List<Path> files(String type) {
        List<Path> all = new ArrayList<>();
        folders.forEach(folder -> all.add(folder.resolve(type + ".conf")));
        folders.forEach(folder -> all.add(folder.resolve(type + ".local.conf")));
        return all;
    }

    /** The files {@code hosts/NAME.conf} by name, each host's in the order they are read. */
    SortedMap<String, List<Path>> hosts() {
        SortedMap<String, List<Path>> all = new TreeMap<>();
        for (Path folder : folders) {
            try (DirectoryStream<Path> found =
                    Files.newDirectoryStream(folder.resolve("hosts"), "*.conf")) {
                for (Path file : found) {
                    String name = String.valueOf(file.getFileName()).replaceFirst("\\.conf$", "");
                    String host = name.replaceFirst("\\.local$", "");
                    all.computeIfAbsent(host, _ -> new ArrayList<>()).add(file);
                }
            } catch (IOException e) {
                // Most of these folders are not there.
            }
        }
        all.values().forEach(files -> files.sort(ConfFolders::localsLast));
        return all;
    }

    private static int localsLast(Path one, Path other) {
        return Boolean.compare(isLocal(one), isLocal(other));
    }

    private static boolean isLocal(Path file) {
        return file.toString().endsWith(".local.conf");
    }
}
