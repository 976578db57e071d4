package dev.bulkhead.app.shell;

import dev.bulkhead.app.agent.Work;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.recording.CompareViewModel;
import dev.bulkhead.app.recording.RecordingsViewModel;

/** Recordings and their comparison, joined to the rest of the window. JavaFX's thread. */
public final class RecordingDesk {
    private final RecordingsViewModel list;
    private final CompareViewModel comparison;

    RecordingDesk(Workbench workbench, Work work) {
        Services services = workbench.services();
        list =
                new RecordingsViewModel(
                        new RecordingsViewModel.Surroundings(
                                services.jobs(),
                                work,
                                Background::handOver,
                                workbench.library()::names,
                                services.settings(),
                                services.clock(),
                                new OfflineDevices(workbench.agents(), workbench.target()),
                                workbench.status()::done));
        comparison = new CompareViewModel(list.entries(), work, workbench.library()::names);
    }

    /** All recordings. */
    public RecordingsViewModel list() {
        return list;
    }

    /** Two snapshots side by side. */
    public CompareViewModel comparison() {
        return comparison;
    }
}
