package dev.bulkhead.app;

import dev.bulkhead.app.demo.DemoDevices;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.shell.Services;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.input.Machine;
import dev.bulkhead.mibs.input.MibFolders;
import java.nio.file.Path;
import java.time.InstantSource;

/** The one place where the window's parts are made and joined. */
final class Wiring implements AutoCloseable {
    private static final int SPARES = 1;

    private final Engine engine = Engine.open(EngineSettings.ofThisProcess(SPARES));
    private final UiTicker ticker = new UiTicker();
    private final Settings settings;
    private final Workbench workbench;

    /** Everything; on JavaFX's thread. */
    Wiring(Settings settings) {
        this.settings = settings;
        DemoDevices demo = new DemoDevices(engine::submit);
        workbench =
                new Workbench(
                        new Services(
                                engine::submit,
                                engine::jobs,
                                Wiring::mibs,
                                demo::start,
                                InstantSource.system(),
                                settings,
                                AppVersion.current().toString()));
    }

    private static MibRepository mibs() {
        return MibRepository.standard()
                .withImportFolders(
                        MibFolders.paths(
                                Machine.here(
                                        System.getenv(),
                                        Path.of(System.getProperty("user.home")))));
    }

    Workbench workbench() {
        return workbench;
    }

    UiTicker ticker() {
        return ticker;
    }

    Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        ticker.close();
        workbench.close();
        engine.close();
    }
}
