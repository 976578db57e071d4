package dev.bulkhead.app.settings;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Remembered choices, in a properties file of the user or, for tests and pictures, nowhere.
 *
 * <p>A file that cannot be read counts as empty; one that cannot be written is left as it was, and
 * {@link #save} says so. Any thread.
 */
public final class Settings {
    private static final String RECENT = "recent.";
    private static final int RECENT_LIMIT = 12;
    private static final String FILE = "window.properties";

    private final Optional<Path> file;
    private final Properties values = new Properties();

    private Settings(Optional<Path> file) {
        this.file = file;
    }

    /** Settings that end with the program. */
    public static Settings inMemory() {
        return new Settings(Optional.empty());
    }

    /** Settings kept in a file; read at once. */
    public static Settings of(Path file) {
        Settings settings = new Settings(Optional.of(file));
        if (Files.isReadable(file)) {
            try (var in = Files.newBufferedReader(file)) {
                settings.values.load(in);
            } catch (IOException | IllegalArgumentException unreadable) {
                settings.values.clear();
            }
        }
        return settings;
    }

    /**
     * The file of this user: in {@code XDG_CONFIG_HOME}, {@code APPDATA}, {@code
     * ~/Library/Application Support} or {@code ~/.config}.
     */
    public static Path userFile() {
        return userFile(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** The same for this environment and home folder. */
    public static Path userFile(Map<String, String> env, Path home) {
        return userFile(env, home, System.getProperty("os.name", ""));
    }

    /** The first versions kept all in {@code ~/.config} on macOS too: whoever has that keeps it. */
    static Path userFile(Map<String, String> env, Path home, String system) {
        String folder = env.getOrDefault("XDG_CONFIG_HOME", "");
        if (folder.isBlank()) {
            folder = env.getOrDefault("APPDATA", "");
        }
        Path unix = home.resolve(".config").resolve("bulkhead").resolve(FILE);
        if (!folder.isBlank()) {
            return Path.of(folder).resolve("bulkhead").resolve(FILE);
        }
        return system.startsWith("Mac") && !Files.exists(unix)
                ? home.resolve("Library")
                        .resolve("Application Support")
                        .resolve("Bulkhead")
                        .resolve(FILE)
                : unix;
    }

    /** Where other files of the user are kept too; empty if nothing is. */
    public Optional<Path> folder() {
        return file.map(each -> each.toAbsolutePath().getParent());
    }

    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** A list kept under one key, a line an entry. */
    public List<String> lines(String key) {
        return get(key).orElse("").lines().filter(line -> !line.isEmpty()).toList();
    }

    public void putLines(String key, Collection<String> lines) {
        put(key, String.join("\n", lines));
    }

    public synchronized void put(String key, String value) {
        values.setProperty(key, value);
    }

    /** A file beside the settings, for what is too much for them; empty if they end with us. */
    public Optional<Path> beside(String name) {
        return file.map(settings -> settings.resolveSibling(name));
    }

    public synchronized void remove(String key) {
        values.remove(key);
    }

    /** The lines kept under a name, in order. */
    public synchronized List<String> list(String name) {
        List<String> lines = new ArrayList<>();
        String line = values.getProperty(name + ".0");
        while (line != null) {
            lines.add(line);
            line = values.getProperty(name + "." + lines.size());
        }
        return lines;
    }

    /** Keeps lines under a name, in place of those before. */
    public synchronized void putList(String name, List<String> lines) {
        for (int i = list(name).size() - 1; i >= lines.size(); i--) {
            values.remove(name + "." + i);
        }
        for (int i = 0; i < lines.size(); i++) {
            values.setProperty(name + "." + i, lines.get(i));
        }
    }

    /** Addresses used before, the latest first. */
    public synchronized List<String> recentAddresses() {
        List<String> recent = new ArrayList<>();
        for (int i = 0; i < RECENT_LIMIT; i++) {
            String address = values.getProperty(RECENT + i);
            if (address != null && !address.isBlank()) {
                recent.add(address);
            }
        }
        return recent;
    }

    /** Puts an address first among those used before. */
    public synchronized void remember(String address) {
        List<String> recent = recentAddresses();
        recent.remove(address);
        recent.addFirst(address);
        for (int i = 0; i < Math.min(RECENT_LIMIT, recent.size()); i++) {
            values.setProperty(RECENT + i, recent.get(i));
        }
    }

    /** Writes the file, if there is one; blocks. What is not saved now is with the next time. */
    public synchronized Optional<Unsaved> save() {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Path target = file.get().toAbsolutePath();
        StringWriter text = new StringWriter();
        try {
            values.store(text, null);
            Sections.replace(target, text.toString());
            return Optional.empty();
        } catch (IOException unwritable) {
            return Optional.of(Unsaved.of(target, unwritable));
        }
    }
}
