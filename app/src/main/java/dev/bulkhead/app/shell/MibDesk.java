package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.TargetViewModel;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.modules.ModulesViewModel;
import dev.bulkhead.app.problems.MendingViewModel;
import dev.bulkhead.app.problems.ProblemsViewModel;
import dev.bulkhead.app.settings.FolderSwitches;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.source.SourceViewModel;
import dev.bulkhead.mibs.input.Machine;
import dev.bulkhead.mibs.input.MibFolders;
import java.nio.file.Path;
import java.util.List;

/** The view models about MIB files: their text, what is wrong with them, and which are loaded. */
public final class MibDesk {
    private final ProblemsViewModel problems;
    private final MendingViewModel mending;
    private final SourceViewModel source;
    private final ModulesViewModel modules;

    MibDesk(MibLibrary library, CurrentObject current, TargetViewModel target, Settings settings) {
        problems = new ProblemsViewModel(library);
        mending = new MendingViewModel(library, problems);
        source = new SourceViewModel(library, current);
        modules =
                new ModulesViewModel(
                        library, target, new FolderSwitches(settings), MibDesk::machineFolders);
    }

    private static List<MibFolders.Place> machineFolders() {
        Path home = Path.of(System.getProperty("user.home"));
        return MibFolders.places(Machine.here(System.getenv(), home));
    }

    public ProblemsViewModel problems() {
        return problems;
    }

    public MendingViewModel mending() {
        return mending;
    }

    public SourceViewModel source() {
        return source;
    }

    public ModulesViewModel modules() {
        return modules;
    }
}
