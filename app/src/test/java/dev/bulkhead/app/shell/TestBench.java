package dev.bulkhead.app.shell;

import dev.bulkhead.app.packets.PacketRecorder;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A workbench whose jobs are fakes. */
final class TestBench {
    private TestBench() {}

    static Workbench create() {
        return create(new FakeJob.Starter());
    }

    static Workbench create(FakeJob.Starter jobs) {
        return new Workbench(
                new Services(
                        jobs,
                        new PacketRecorder(
                                jobs,
                                jobs,
                                InstantSource.fixed(FakeJob.START),
                                Settings.inMemory()),
                        List::of,
                        MibRepository::standard,
                        MibCompiler::plain,
                        CompletableFuture::new,
                        InstantSource.fixed(FakeJob.START),
                        Settings.inMemory(),
                        "test"));
    }
}
