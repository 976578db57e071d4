package dev.bulkhead.app.cli;

import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.input.Machine;
import dev.bulkhead.mibs.input.MibFolders;
import dev.bulkhead.mibs.model.MibModule;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which modules to load: {@code -m} and {@code -M} as net-snmp has them. By default all of the
 * library and of the user's folders.
 */
final class MibChoice {
    static final List<Flag> FLAGS = Flag.withValue("-m", "-M");

    private final Terminal terminal;
    private final Optional<String> modules;
    private final Optional<String> folders;

    MibChoice(Arguments arguments, Terminal terminal) {
        this.terminal = terminal;
        this.modules = arguments.value("-m");
        this.folders = arguments.value("-M");
    }

    /** Whether modules are asked for by name, so that they are wanted whatever else is. */
    boolean isExplicit() {
        return modules.isPresent() && !isNone();
    }

    /** Whether no module is to be loaded ({@code -m ""}). */
    boolean isNone() {
        return modules.isPresent() && modules.get().isEmpty();
    }

    /** Reads and compiles them. Blocks for a second or so. */
    MibIndex load() {
        if (isNone()) {
            return MibIndex.empty();
        }
        MibRepository repository = MibRepository.standard().withSources(folders());
        MibIndex index = MibCompiler.compile(repository).index();
        boolean all =
                modules.isEmpty() || modules.get().startsWith("+") || modules.get().equals("ALL");
        return all ? index : MibIndex.of(chosen(index));
    }

    /** The user's folders: {@code -M LIST}, or {@code +LIST} after and {@code -LIST} before. */
    List<Path> folders() {
        List<Path> usual = MibFolders.paths(Machine.here(terminal.environment(), terminal.home()));
        if (folders.isEmpty()) {
            return usual;
        }
        String list = folders.get();
        List<Path> given = paths(list.replaceFirst("^[+-]", ""));
        if (list.startsWith("+")) {
            return Stream.concat(usual.stream(), given.stream()).toList();
        }
        return list.startsWith("-")
                ? Stream.concat(given.stream(), usual.stream()).toList()
                : given;
    }

    private List<Path> paths(String list) {
        List<Path> paths = new ArrayList<>();
        for (String name : list.split(File.pathSeparator, -1)) {
            if (Files.exists(Path.of(name)) && !name.isEmpty()) {
                paths.add(Path.of(name));
            } else if (!name.isEmpty()) {
                terminal.say("bulkhead: there is no folder " + name + " to find MIBs in");
            }
        }
        return paths;
    }

    /** The modules named by {@code -m} and all that they import. */
    private List<MibModule> chosen(MibIndex index) {
        Map<String, MibModule> byName = new HashMap<>();
        index.modules().forEach(module -> byName.put(module.name(), module));
        Map<String, MibModule> chosen = new LinkedHashMap<>();
        Deque<String> pending = new ArrayDeque<>();
        for (String name : modules.orElse("").split("[:,]", -1)) {
            if (byName.containsKey(name)) {
                pending.add(name);
            } else if (!name.isEmpty()) {
                terminal.say("bulkhead: there is no module " + name + "; going on without it");
            }
        }
        while (!pending.isEmpty()) {
            MibModule module = byName.get(pending.remove());
            if (module != null && chosen.putIfAbsent(module.name(), module) == null) {
                module.imports().forEach(clause -> pending.add(clause.module()));
            }
        }
        return List.copyOf(chosen.values());
    }
}
