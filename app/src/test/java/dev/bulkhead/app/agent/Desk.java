package dev.bulkhead.app.agent;

import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.app.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A desk over a folder, with fake jobs; keeps what it told the user. */
public final class Desk {
    public final FakeJob.Starter jobs = new FakeJob.Starter();
    public final List<String> told = new ArrayList<>();
    public final AgentDesk desk;

    /** A desk whose files are in a folder, or nowhere. */
    public Desk(Optional<Path> folder) {
        desk =
                new AgentDesk(
                        new TargetViewModel(Settings.inMemory()),
                        new AgentDesk.Setup(
                                folder,
                                Optional.empty(),
                                jobs,
                                new InlineWork(),
                                Runnable::run,
                                (sentence, _) -> told.add(sentence)));
        desk.load();
    }
}
