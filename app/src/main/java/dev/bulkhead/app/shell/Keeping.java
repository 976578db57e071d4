package dev.bulkhead.app.shell;

import dev.bulkhead.app.settings.Unsaved;
import dev.bulkhead.app.vault.KeyKeeper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the window keeps things, beside its settings.
 *
 * @param keychain the system's, if it may be used
 * @param cache what is wrong with the folder of compiled modules; asked off JavaFX's thread
 * @param history the file of what was polled, if that is kept
 */
public record Keeping(
        Optional<KeyKeeper> keychain, Supplier<Optional<Unsaved>> cache, Optional<Path> history) {
    /** Nowhere that lasts. */
    public static final Keeping NOTHING =
            new Keeping(Optional.empty(), Optional::empty, Optional.empty());
}
