package dev.bulkhead.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where what can be made again is kept: {@code XDG_CACHE_HOME} or {@code ~/.cache} (XDG Base
 * Directory Specification), {@code ~/Library/Caches} on macOS, {@code LOCALAPPDATA} on Windows.
 */
public final class CacheFolders {
    private CacheFolders() {}

    /** Bulkhead's own folder on this system; it need not be there yet. */
    public static Path of(Map<String, String> env, Path home) {
        return of(env, home, System.getProperty("os.name", ""));
    }

    /** Compiled modules. */
    public static Path mibs(Map<String, String> env, Path home) {
        return of(env, home).resolve("mibs");
    }

    /** What was unpacked from archives. */
    public static Path archives(Map<String, String> env, Path home) {
        return of(env, home).resolve("archives");
    }

    static Path of(Map<String, String> env, Path home, String system) {
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches").resolve("Bulkhead");
        }
        if (system.startsWith("Windows")) {
            Path local = absolute(env, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
            return local.resolve("Bulkhead").resolve("cache");
        }
        return absolute(env, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("bulkhead");
    }

    /** The folder a variable names; a relative one is to be ignored. */
    private static Path absolute(Map<String, String> env, String variable, Path otherwise) {
        String value = env.getOrDefault(variable, "");
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? path : otherwise;
        } catch (InvalidPathException e) {
            return otherwise;
        }
    }
}
