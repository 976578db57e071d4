package dev.bulkhead.app.cli;

import dev.bulkhead.app.settings.CacheFolders;
import dev.bulkhead.app.settings.FolderSwitches;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.mibs.MibCache;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.input.Machine;
import dev.bulkhead.mibs.input.MibFolders;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Reads and compiles them, or finds them in the cache. Blocks for a second or so. */
    MibIndex load() {
        if (isNone()) {
            return MibIndex.empty();
        }
        Map<String, String> env = terminal.environment();
        MibCompiler compiler = MibCompiler.plain();
        Optional<MibCache> cache = MibCache.in(CacheFolders.mibs(env, terminal.home()));
        if (cache.isPresent()) {
            compiler = compiler.with(cache.get());
        }
        Path archives = CacheFolders.archives(env, terminal.home());
        MibIndex index = compiler.run(repository().withArchivesIn(archives)).index();
        for (String name : wanted()) {
            if (index.module(name).isEmpty()) {
                terminal.say("bulkhead: there is no module " + name + "; going on without it");
            }
        }
        return index;
    }

    /** Everything, or with {@code -m} the modules of that list and what they import. */
    private MibRepository repository() {
        List<String> wanted = wanted();
        return wanted.isEmpty()
                ? MibRepository.standard().withSources(folders())
                : MibRepository.baseOnly()
                        .withModules(wanted)
                        .withImportFolders(folders())
                        .withLibraryForImports();
    }

    /** The modules asked for by name; none if all are. */
    private List<String> wanted() {
        String list = modules.orElse("ALL");
        if (list.startsWith("+") || list.equals("ALL")) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String name : list.replace(',', ':').split(":", -1)) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** The user's folders: {@code -M LIST}, or {@code +LIST} after and {@code -LIST} before. */
    List<Path> folders() {
        String list = folders.orElse("+");
        boolean after = list.startsWith("+");
        boolean before = list.startsWith("-");
        List<Path> all = new ArrayList<>(paths(after || before ? list.substring(1) : list));
        if (after || before) {
            all.addAll(after ? 0 : all.size(), usual());
        }
        return all;
    }

    /** The folders of this machine that are not switched off. */
    private List<Path> usual() {
        Map<String, String> env = terminal.environment();
        Path home = terminal.home();
        Settings settings = Settings.of(Settings.userFile(env, home));
        return new FolderSwitches(settings).on(MibFolders.paths(Machine.here(env, home)));
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
}
