package dev.bulkhead.app.cli;

import dev.bulkhead.app.settings.FolderSwitches;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Machine;
import dev.bulkhead.mibs.input.MibFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code mibs}: the folders with MIBs on this machine, and which of them are used. */
final class MibsVerb implements Verb {
    private static final List<String> COLUMNS =
            List.of("on", "files", "modules", "folder", "origin");

    @Override
    public List<Flag> flags() {
        return Flag.join(Flag.withValue("--off", "--on", "--format"));
    }

    @Override
    public int run(Arguments arguments, Terminal terminal) throws UsageException {
        Format format = Format.of(arguments);
        if (!arguments.operands().isEmpty()) {
            throw new UsageException("give --off FOLDER or --on FOLDER, or nothing to list them");
        }
        Settings settings = Settings.of(Settings.userFile(terminal.environment(), terminal.home()));
        FolderSwitches switches = new FolderSwitches(settings);
        if (arguments.has("--off") || arguments.has("--on")) {
            for (String folder : arguments.all("--off")) {
                switches.set(existing(folder), false);
            }
            for (String folder : arguments.all("--on")) {
                switches.set(Path.of(folder), true);
            }
            settings.save();
            return ExitCode.SUCCESS;
        }
        list(terminal, switches, format);
        return ExitCode.SUCCESS;
    }

    private static Path existing(String name) throws UsageException {
        Path folder = Path.of(name);
        if (!Files.exists(folder)) {
            throw new UsageException("there is no folder " + name);
        }
        return folder;
    }

    private static void list(Terminal terminal, FolderSwitches switches, Format format) {
        Machine machine = Machine.here(terminal.environment(), terminal.home());
        List<List<Object>> rows = new ArrayList<>();
        for (MibFolders.Found found : MibFolders.find(machine, Cancellation.NEVER)) {
            rows.add(
                    List.of(
                            !switches.isOff(found.folder()),
                            found.files(),
                            found.modules(),
                            found.folder().toString(),
                            found.origin().words()));
        }
        new Listing(COLUMNS, rows).print(format, terminal.out());
        if (rows.isEmpty()) {
            terminal.say("bulkhead: this machine has no folder of MIBs that Bulkhead knows of");
        }
    }
}
