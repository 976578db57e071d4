package dev.bulkhead.app;

import dev.bulkhead.app.demo.DemoDevices;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.history.HistoryFiles;
import dev.bulkhead.app.packets.PacketRecorder;
import dev.bulkhead.app.settings.CacheFolders;
import dev.bulkhead.app.settings.FolderSwitches;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.settings.Unsaved;
import dev.bulkhead.app.shell.Keeping;
import dev.bulkhead.app.shell.Services;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.vault.Keychains;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.mibs.MibCache;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.input.Machine;
import dev.bulkhead.mibs.input.MibFolders;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        PacketRecorder packets =
                new PacketRecorder(
                        engine::submit, engine::submitTraced, InstantSource.system(), settings);
        workbench =
                new Workbench(
                        new Services(
                                packets,
                                packets,
                                engine::jobs,
                                () -> mibs(settings),
                                Wiring::compiler,
                                demo::start,
                                InstantSource.system(),
                                settings,
                                AppVersion.current().toString(),
                                keeping(settings)));
    }

    private static MibRepository mibs(Settings settings) {
        Map<String, String> env = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        List<Path> folders = MibFolders.paths(Machine.here(env, home));
        return MibRepository.standard()
                .withImportFolders(new FolderSwitches(settings).on(folders))
                .withArchivesIn(CacheFolders.archives(env, home));
    }

    /** Pictures and demos touch neither the user's keychain nor his folders. */
    private static Keeping keeping(Settings settings) {
        Path home = Path.of(System.getProperty("user.home"));
        return settings.folder().isEmpty()
                ? Keeping.NOTHING
                : new Keeping(
                        Keychains.ofThisSystem(),
                        () -> Unsaved.in(CacheFolders.mibs(System.getenv(), home)),
                        Optional.of(
                                HistoryFiles.ofUser(
                                        System.getenv(), home, System.getProperty("os.name", ""))));
    }

    private static MibCompiler compiler() {
        Path home = Path.of(System.getProperty("user.home"));
        MibCompiler plain = MibCompiler.plain();
        return MibCache.in(CacheFolders.mibs(System.getenv(), home)).map(plain::with).orElse(plain);
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

    /** Ends what belongs to JavaFX's thread; does not wait. */
    void closeWindow() {
        ticker.close();
        workbench.close();
    }

    /** Waits until all that was polled is written, and ends the workers. Off JavaFX's thread. */
    void finish() {
        workbench.historian().close();
        engine.close();
    }

    @Override
    public void close() {
        closeWindow();
        finish();
    }
}
