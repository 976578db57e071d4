package dev.bulkhead.app.mending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MendedCopiesTest {
    @TempDir Path folder;
    private Path mib;

    @BeforeEach
    void write() throws IOException {
        mib = Files.writeString(folder.resolve("ACME-MIB"), "broken");
    }

    private MendedCopies open() {
        return new MendedCopies(Settings.of(folder.resolve("settings/window.properties")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String copyOf(MendedCopies copies) throws IOException {
        Path copy = copies.current().get(mib.toString());
        return copy == null ? "" : Files.readString(copy);
    }

    @Test
    void theNewestCopyCountsAndIsThereAfterARestart() throws IOException {
        MendedCopies copies = open();
        copies.keep(mib.toString(), bytes("better"));
        copies.keep(mib.toString(), bytes("good"));
        assertThat(copyOf(copies)).isEqualTo("good");
        assertThat(copyOf(open())).isEqualTo("good");
        assertThat(Files.readString(mib)).isEqualTo("broken");
    }

    @Test
    void mendingsAreTakenBackOneByOne() throws IOException {
        MendedCopies copies = open();
        copies.keep(mib.toString(), bytes("better"));
        copies.keep(mib.toString(), bytes("good"));
        assertThat(copies.undo(mib.toString())).isTrue();
        assertThat(copyOf(copies)).isEqualTo("better");
        assertThat(copies.undo(mib.toString())).isTrue();
        assertThat(copies.current()).isEmpty();
        assertThat(copies.undo(mib.toString())).isFalse();
    }

    @Test
    void aFileThatWasChangedSinceIsReadItself() throws IOException {
        MendedCopies copies = open();
        copies.keep(mib.toString(), bytes("good"));
        Files.writeString(mib, "the vendor's next version");
        assertThat(copies.current()).isEmpty();
    }

    @Test
    void builtInTextsAreNotMended() {
        assertThat(MendedCopies.isPossible("ietf/IF-MIB")).isFalse();
        assertThat(MendedCopies.isPossible(mib.toString())).isTrue();
    }
}
