package dev.bulkhead.app.mibtree;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.app.fx.FxThread;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A library over the base modules and some files, for tests; JavaFX runs headless. */
public final class LoadedLibrary {
    private final MibLibrary library;

    public LoadedLibrary(Settings settings) {
        FxThread.start();
        library =
                FxThread.call(() ->
                        new MibLibrary(
                                () -> MibRepository.baseOnly().withLibraryForImports(),
                                MibCompiler::plain,
                                settings));
    }

    public MibLibrary library() {
        return library;
    }

    /** Loads files and waits for them. */
    public LoadedLibrary load(Path... files) {
        FxThread.run(() -> library.load(List.of(files)));
        return awaitIdle();
    }

    /** Does something with the library and waits for what comes of it. */
    public void change(Runnable action) {
        FxThread.run(action);
        awaitIdle();
    }

    /** Waits until nothing is compiled. */
    public LoadedLibrary awaitIdle() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> FxThread.call(() -> !library.loadingProperty().get()));
        return this;
    }
}
