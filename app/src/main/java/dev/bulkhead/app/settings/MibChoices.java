package dev.bulkhead.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which modules the user wants, kept in the settings: files and folders added, modules left out,
 * sets of modules, and the devices these are for. Any thread; {@link #save} alone blocks.
 */
public final class MibChoices {
    private static final String SOURCES = "mibs.sources";
    private static final String LEFT_OUT = "mibs.left-out";
    private static final String SETS = "mibs.sets";
    private static final String SET = "mibs.set.";
    private static final String DEVICES = "mibs.devices";

    private final Settings settings;

    public MibChoices(Settings settings) {
        this.settings = settings;
    }

    /** Files, folders and archives that were added, in their order. */
    public List<Path> sources() {
        return settings.lines(SOURCES).stream().flatMap(line -> path(line).stream()).toList();
    }

    private static Optional<Path> path(String line) {
        try {
            return Optional.of(Path.of(line));
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    public synchronized void addSources(Collection<Path> more) {
        Set<String> all = new LinkedHashSet<>(settings.lines(SOURCES));
        more.forEach(path -> all.add(text(path)));
        settings.putLines(SOURCES, all);
    }

    public synchronized void removeSources(Collection<Path> gone) {
        Set<String> all = new LinkedHashSet<>(settings.lines(SOURCES));
        gone.forEach(path -> all.remove(text(path)));
        settings.putLines(SOURCES, all);
    }

    private static String text(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** Modules that the user unloaded. */
    public Set<String> leftOut() {
        return new TreeSet<>(settings.lines(LEFT_OUT));
    }

    public void leaveOut(Collection<String> modules) {
        settings.putLines(LEFT_OUT, new TreeSet<>(modules));
    }

    /** All sets, by name. */
    public List<MibSet> sets() {
        return settings.lines(SETS).stream()
                .map(name -> new MibSet(name, settings.lines(SET + name)))
                .toList();
    }

    public Optional<MibSet> set(String name) {
        return sets().stream().filter(set -> set.name().equals(name)).findFirst();
    }

    /** Keeps a set; one of the same name is replaced. */
    public synchronized void put(MibSet set) {
        Set<String> names = new TreeSet<>(settings.lines(SETS));
        names.add(set.name());
        settings.putLines(SETS, names);
        settings.putLines(SET + set.name(), new TreeSet<>(set.modules()));
    }

    /** Forgets a set; devices that had it have none. */
    public synchronized void remove(String set) {
        Set<String> names = new TreeSet<>(settings.lines(SETS));
        names.remove(set);
        settings.putLines(SETS, names);
        settings.putLines(SET + set, List.of());
        Map<String, String> devices = devices();
        devices.values().removeIf(set::equals);
        keep(devices);
    }

    /** The set that a device is asked with; empty for all modules. */
    public Optional<MibSet> setOf(String device) {
        return Optional.ofNullable(devices().get(device)).flatMap(this::set);
    }

    /** Binds a device to a set, or to none. */
    public synchronized void bind(String device, Optional<String> set) {
        Map<String, String> devices = devices();
        devices.remove(device);
        set.ifPresent(name -> devices.put(device, name));
        keep(devices);
    }

    /** The devices that have a set, and its name. */
    public Map<String, String> devices() {
        Map<String, String> devices = new LinkedHashMap<>();
        for (String line : settings.lines(DEVICES)) {
            int tab = line.lastIndexOf('\t');
            if (tab > 0) {
                devices.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        return devices;
    }

    private void keep(Map<String, String> devices) {
        settings.putLines(
                DEVICES,
                devices.entrySet().stream().map(e -> e.getKey() + '\t' + e.getValue()).toList());
    }

    /** Writes the settings; blocks. */
    public void save() {
        settings.save();
    }
}
