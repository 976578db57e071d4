package dev.bulkhead.mibs.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {
    @TempDir Path folder;

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void modulesAreListedWithTheFilesThatDefineThem() throws IOException {
        Path two = write("b/two.txt", Archives.module("B-MIB") + Archives.module("A-MIB"));
        Path one = write("a/one.mib", Archives.module("A-MIB"));
        Path twice = write("c", Archives.module("C-MIB").repeat(2));
        Path none = write("README", "None of the DEFINITIONS here.");

        FolderScan scan = FolderScan.of(List.of(folder));

        assertThat(scan.modules().keySet()).containsExactly("A-MIB", "B-MIB", "C-MIB");
        assertThat(scan.modules())
                .containsEntry("A-MIB", List.of(one, two))
                .containsEntry("B-MIB", List.of(two))
                .containsEntry("C-MIB", List.of(twice));
        assertThat(scan.withoutModule()).containsExactly(none);
        assertThat(scan.files()).hasSize(4);
        assertThat(scan.unreadable()).isEmpty();
    }

    @Test
    void aFileLargerThanAnyMibIsNotRead() throws IOException {
        Path large = write("large.mib", Archives.module("LARGE-MIB"));
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(FolderScan.MAX_FILE_BYTES + 1);
        }

        FolderScan scan = FolderScan.of(List.of(folder));

        assertThat(scan.modules()).isEmpty();
        assertThat(scan.unreadable())
                .containsExactly(new Unreadable(large, Unreadable.Reason.TOO_LARGE, ""));
    }

    @Test
    void aFileGoneMeanwhileIsNamed() throws IOException {
        Path file = write("x.mib", Archives.module("X-MIB"));
        FileList list = FileList.of(List.of(folder));
        Files.delete(file);

        FolderScan scan = FolderScan.of(list, Cancellation.NEVER, Progress.NONE);

        assertThat(scan.unreadable())
                .extracting(Unreadable::reason)
                .containsExactly(Unreadable.Reason.MISSING);
    }

    @Test
    void aCancelledScanNamesWhatItDidNotRead() throws IOException {
        write("x.mib", Archives.module("X-MIB"));

        FolderScan scan = FolderScan.of(FileList.of(List.of(folder)), () -> true, Progress.NONE);

        assertThat(scan.files()).isEmpty();
        assertThat(scan.unreadable())
                .extracting(Unreadable::reason)
                .containsExactly(Unreadable.Reason.CANCELLED);
    }
}
