package dev.bulkhead.app.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenFilesTest {
    @TempDir private Path folder;

    @Test
    void pathsAndUrisOfDesktopsAreFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("a b.mib"), "x");
        OpenFiles files = OpenFiles.of(List.of(file.toString(), file.toUri().toString()));
        assertThat(files.there()).containsExactly(file, file);
        assertThat(files.missing()).isEmpty();
    }

    @Test
    void whatIsNotThereIsKeptAsItWasSaid() {
        OpenFiles files = OpenFiles.of(List.of("no such.mib", "file:no", "\0"));
        assertThat(files.there()).isEmpty();
        assertThat(files.missing()).containsExactly("no such.mib", "file:no", "\0");
    }
}
