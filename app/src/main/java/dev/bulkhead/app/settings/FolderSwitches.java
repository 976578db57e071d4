package dev.bulkhead.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The MIB folders of the machine that the user has switched off; kept in the settings. */
public final class FolderSwitches {
    private static final String KEY = "mibs.off";

    private final Settings settings;

    public FolderSwitches(Settings settings) {
        this.settings = settings;
    }

    /** Whether a folder's modules are left out. */
    public boolean isOff(Path folder) {
        return off().contains(text(folder));
    }

    /** Those of the folders that are on, in their order. */
    public List<Path> on(List<Path> folders) {
        List<String> off = off();
        return folders.stream().filter(folder -> !off.contains(text(folder))).toList();
    }

    /** Switches a folder; {@link Settings#save} keeps it. */
    public void set(Path folder, boolean on) {
        List<String> off = off();
        off.remove(text(folder));
        if (!on) {
            off.add(text(folder));
        }
        settings.put(KEY, String.join("\n", off));
    }

    private List<String> off() {
        return new ArrayList<>(
                settings.get(KEY).orElse("").lines().filter(line -> !line.isEmpty()).toList());
    }

    private static String text(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }
}
