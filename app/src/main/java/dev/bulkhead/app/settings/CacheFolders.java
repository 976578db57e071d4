package dev.bulkhead.app.settings;

import java.nio.file.Path;
import java.util.Map;

/** Where this program may keep what it can make again. */
public final class CacheFolders {
    private CacheFolders() {}

    /**
     * The folder for this user's caches: in {@code XDG_CACHE_HOME}, in {@code LOCALAPPDATA}, in
     * {@code ~/Library/Caches} where there is a {@code ~/Library}, or in {@code ~/.cache}. It need
     * not exist yet.
     */
    public static Path of(Map<String, String> env, Path home) {
        String xdg = env.getOrDefault("XDG_CACHE_HOME", "");
        if (!xdg.isBlank()) {
            return Path.of(xdg, "bulkhead");
        }
        String local = env.getOrDefault("LOCALAPPDATA", "");
        if (!local.isBlank()) {
            return Path.of(local, "bulkhead", "cache");
        }
        Path library = home.resolve("Library");
        return library.resolve("Caches").toFile().isDirectory()
                ? library.resolve("Caches").resolve("bulkhead")
                : home.resolve(".cache").resolve("bulkhead");
    }
}
