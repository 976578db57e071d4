package dev.bulkhead.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheFoldersTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();

    @Test
    void eachSystemHasItsPlace() {
        String other = HOME.resolveSibling("other").toString();
        assertThat(CacheFolders.of(Map.of(), HOME, "Linux"))
                .isEqualTo(HOME.resolve(".cache/bulkhead"));
        assertThat(CacheFolders.of(Map.of("XDG_CACHE_HOME", other), HOME, "Linux"))
                .isEqualTo(Path.of(other, "bulkhead"));
        assertThat(CacheFolders.of(Map.of("XDG_CACHE_HOME", "relative"), HOME, "Linux"))
                .isEqualTo(HOME.resolve(".cache/bulkhead"));
        assertThat(CacheFolders.of(Map.of("XDG_CACHE_HOME", other), HOME, "Mac OS X"))
                .isEqualTo(HOME.resolve("Library/Caches/Bulkhead"));
        assertThat(CacheFolders.of(Map.of("LOCALAPPDATA", other), HOME, "Windows 11"))
                .isEqualTo(Path.of(other, "Bulkhead", "cache"));
    }

    @Test
    void switchesAreKeptInTheSettings(@TempDir Path folder) {
        Path file = folder.resolve("window.properties");
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        Settings settings = Settings.of(file);
        new FolderSwitches(settings).set(a, false);
        new FolderSwitches(settings).set(b, false);
        new FolderSwitches(settings).set(b, true);
        settings.save();
        FolderSwitches read = new FolderSwitches(Settings.of(file));
        assertThat(read.isOff(a)).isTrue();
        assertThat(read.on(java.util.List.of(b, a))).containsExactly(b);
    }
}
