package dev.bulkhead.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
    @TempDir private Path folder;

    @Test
    void whatIsSavedIsReadAgain() {
        Path file = folder.resolve("sub").resolve("window.properties");
        Settings settings = Settings.of(file);
        settings.put("theme", "DARK");
        settings.remember("192.0.2.1");
        settings.save();
        assertThat(Settings.of(file).get("theme")).contains("DARK");
        assertThat(Settings.of(file).recentAddresses()).containsExactly("192.0.2.1");
    }

    @Test
    void theLatestAddressComesFirstAndOnce() {
        Settings settings = Settings.inMemory();
        settings.remember("a");
        settings.remember("b");
        settings.remember("a");
        assertThat(settings.recentAddresses()).containsExactly("a", "b");
    }

    @Test
    void aBrokenFileCountsAsEmpty() throws IOException {
        Path file = folder.resolve("broken");
        Files.writeString(file, "theme=\\u00zz");
        assertThat(Settings.of(file).get("theme")).isEmpty();
    }

    @Test
    void eachSystemHasItsFolderAndMacKeepsTheFirstOne() throws IOException {
        Path unix = folder.resolve(".config").resolve("bulkhead").resolve("window.properties");
        assertThat(Settings.userFile(Map.of(), folder, "Linux")).isEqualTo(unix);
        assertThat(Settings.userFile(Map.of("APPDATA", "/roaming"), folder, "Windows 11"))
                .isEqualTo(Path.of("/roaming/bulkhead/window.properties"));
        assertThat(Settings.userFile(Map.of("XDG_CONFIG_HOME", "/xdg"), folder, "Linux"))
                .isEqualTo(Path.of("/xdg/bulkhead/window.properties"));
        assertThat(Settings.userFile(Map.of(), folder, "Mac OS X"))
                .isEqualTo(
                        folder.resolve("Library/Application Support/Bulkhead/window.properties"));
        Files.createDirectories(unix.getParent());
        Files.writeString(unix, "theme=DARK");
        assertThat(Settings.userFile(Map.of(), folder, "Mac OS X")).isEqualTo(unix);
    }
}
