package dev.bulkhead.mibs.input;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The places on a user's machine where MIBs lie about, in the order in which they count: what the
 * user told net-snmp first, then the user's own folders, then the system's.
 *
 * <p>The usual places are those that net-snmp (snmpcmd(1)), libsmi (smi_config(3)), Homebrew,
 * MacPorts and network management systems install to; a product whose folder is not known for sure
 * is not among them.
 */
public final class MibFolders {
    private static final String NET_SNMP = "share/snmp/mibs";

    /** Below the root, in order; a folder of libsmi's stands for each folder in it. */
    private static final List<Usual> IN_ROOT =
            List.of(
                    new Usual("usr/" + NET_SNMP, Origin.NET_SNMP),
                    new Usual("usr/local/" + NET_SNMP, Origin.NET_SNMP),
                    new Usual("var/lib/snmp/mibs", Origin.NET_SNMP),
                    new Usual("opt/homebrew/" + NET_SNMP, Origin.HOMEBREW),
                    new Usual("opt/homebrew/opt/net-snmp/" + NET_SNMP, Origin.HOMEBREW),
                    new Usual("opt/local/" + NET_SNMP, Origin.MACPORTS),
                    new Usual("usr/share/mibs/*", Origin.LIBSMI),
                    new Usual("usr/local/share/mibs/*", Origin.LIBSMI),
                    new Usual("var/lib/mibs/*", Origin.LIBSMI),
                    new Usual("opt/homebrew/share/mibs/*", Origin.HOMEBREW),
                    new Usual("opt/local/share/mibs/*", Origin.MACPORTS),
                    new Usual("opt/librenms/mibs", Origin.LIBRENMS),
                    new Usual("opt/observium/mibs", Origin.OBSERVIUM),
                    new Usual("home/netdisco/netdisco-mibs", Origin.NETDISCO),
                    new Usual("Program Files/ireasoning/mibbrowser/mibs", Origin.IREASONING),
                    new Usual("Program Files (x86)/ireasoning/mibbrowser/mibs", Origin.IREASONING));

    private static final List<Usual> IN_HOME =
            List.of(
                    new Usual(".snmp/mibs", Origin.HOME),
                    new Usual("netdisco-mibs", Origin.NETDISCO),
                    new Usual("ireasoning/mibbrowser/mibs", Origin.IREASONING));

    private MibFolders() {}

    private record Usual(String path, Origin origin) {}

    /** Why a place was looked at. */
    public enum Origin {
        MIBDIRS("named by the environment variable MIBDIRS"),
        MIBFILES("named by the environment variable MIBFILES"),
        SNMP_CONF("named by mibdirs in net-snmp's snmp.conf"),
        SNMP_CONF_FILE("named by mibfile in net-snmp's snmp.conf"),
        HOME("your own MIBs for net-snmp"),
        NET_SNMP("net-snmp's MIBs"),
        LIBSMI("libsmi's MIBs"),
        HOMEBREW("installed by Homebrew"),
        MACPORTS("installed by MacPorts"),
        LIBRENMS("LibreNMS's MIBs"),
        OBSERVIUM("Observium's MIBs"),
        NETDISCO("netdisco's MIBs"),
        IREASONING("the MIBs of iReasoning's MIB browser");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** The origin in words, to stand behind a path. */
        public String words() {
            return words;
        }
    }

    /** A place that exists: a folder, with all below it, or for MIBFILES and mibfile a file. */
    public record Place(Path path, Origin origin) {}

    /**
     * A place and what it holds.
     *
     * @param folder a folder, or for MIBFILES and mibfile a file
     * @param files all files in it
     * @param modules different names of modules that they define
     */
    public record Found(Path folder, Origin origin, int files, int modules) {}

    /** The places that exist, without a look into their files. */
    public static List<Place> places(Machine machine) {
        Collector places = new Collector();
        SnmpConf conf = SnmpConf.of(machine);
        places.addAll(listed(machine, "MIBDIRS"), Origin.MIBDIRS);
        places.addAll(listed(machine, "MIBFILES"), Origin.MIBFILES);
        places.addAll(conf.mibDirs(), Origin.SNMP_CONF);
        places.addAll(conf.mibFiles(), Origin.SNMP_CONF_FILE);
        IN_HOME.forEach(usual -> places.addAll(expand(machine.home(), usual), usual.origin()));
        IN_ROOT.forEach(usual -> places.addAll(expand(machine.root(), usual), usual.origin()));
        return places.found;
    }

    /** The paths of the places that exist. */
    public static List<Path> paths(Machine machine) {
        return places(machine).stream().map(Place::path).toList();
    }

    /** The places that exist, with what they hold. Blocks: reads all their files. */
    public static List<Found> find(Machine machine, Cancellation cancellation) {
        List<Found> found = new ArrayList<>();
        for (Place place : places(machine)) {
            FileList list =
                    FileList.of(List.of(place.path()), FileList.Limits.DEFAULT, cancellation);
            FolderScan scan = FolderScan.of(list, cancellation, Progress.NONE);
            found.add(
                    new Found(
                            place.path(),
                            place.origin(),
                            list.files().size(),
                            scan.modules().size()));
        }
        return List.copyOf(found);
    }

    private static List<Path> listed(Machine machine, String variable) {
        String list = machine.env().getOrDefault(variable, "").strip();
        boolean signed = list.startsWith("+") || list.startsWith("-");
        return SnmpConf.items(signed ? list.substring(1) : list, machine.pathSeparator()).stream()
                .flatMap(path -> machine.resolve(path).stream())
                .toList();
    }

    private static List<Path> expand(Path top, Usual usual) {
        if (!usual.path().endsWith("/*")) {
            return List.of(top.resolve(usual.path()));
        }
        Path parent = top.resolve(usual.path().substring(0, usual.path().length() - 2));
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> children =
                Files.newDirectoryStream(parent, Files::isDirectory)) {
            children.forEach(folders::add);
        } catch (IOException e) {
            return List.of(); // most machines have none
        }
        folders.sort(null);
        return folders;
    }

    /** Takes each real place once; one inside another is listed with that. */
    private static final class Collector {
        private final List<Place> found = new ArrayList<>();
        private final Set<Path> real = new LinkedHashSet<>();

        void addAll(List<Path> paths, Origin origin) {
            paths.forEach(path -> add(path, origin));
        }

        private void add(Path path, Origin origin) {
            boolean file = origin == Origin.MIBFILES || origin == Origin.SNMP_CONF_FILE;
            if (file ? !Files.isRegularFile(path) : !Files.isDirectory(path)) {
                return;
            }
            try {
                Path itself = path.toRealPath();
                if (real.stream().noneMatch(itself::startsWith)) {
                    real.add(itself);
                    found.add(new Place(path, origin));
                }
            } catch (IOException e) {
                // Gone meanwhile, or not ours to see: nothing to list.
                return;
            }
        }
    }
}
