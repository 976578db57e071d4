package dev.bulkhead.app.shell;

import dev.bulkhead.app.settings.Unsaved;
import dev.bulkhead.app.vault.KeyKeeper;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the window keeps things, beside its settings.
 *
 * @param keychain the system's, if it may be used
 * @param cache what is wrong with the folder of compiled modules; asked off JavaFX's thread
 */
public record Keeping(Optional<KeyKeeper> keychain, Supplier<Optional<Unsaved>> cache) {
    /** Nowhere that lasts. */
    public static final Keeping NOTHING = new Keeping(Optional.empty(), Optional::empty);
}
