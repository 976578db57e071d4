package dev.bulkhead.mibs.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileListTest {
    @TempDir Path folder;

    private Path write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }

    private List<String> list(Path... paths) {
        return names(FileList.of(List.of(paths)));
    }

    private List<String> names(FileList list) {
        return list.files().stream()
                .map(file -> folder.relativize(file.path()).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void allFilesBelowAreListedInTheOrderOfTheirPaths() throws IOException {
        write("b/y");
        write("b.mib");
        write("a/z/x");
        write("a/b");

        assertThat(list(folder)).containsExactly("a/b", "a/z/x", "b.mib", "b/y");
    }

    @Test
    void aFileHasSizeAndTimeInNanoseconds() throws IOException {
        Path file = write("abc");
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2024-05-06T07:08:09.123456Z")));

        FoundFile found = FileList.of(List.of(file)).files().getFirst();

        assertThat(found).isEqualTo(new FoundFile(file, 3, 1_714_979_289_123_456_000L));
    }

    @Test
    void whatIsNamedTwiceIsListedOnce() throws IOException {
        Path file = write("a/x");

        assertThat(list(file, folder.resolve("a"), folder, file)).containsExactly("a/x");
    }

    @Test
    void foldersOfVersionControlAreSkippedUnlessNamed() throws IOException {
        write(".git/config");
        write("a/.svn/entries");
        write("a/x");

        assertThat(list(folder)).containsExactly("a/x");
        assertThat(list(folder.resolve(".git"))).containsExactly(".git/config");
    }

    @Test
    void whatIsMissingIsNamedAndTheRestListed() throws IOException {
        write("a/x");
        Path missing = folder.resolve("none");

        FileList list = FileList.of(List.of(missing, folder));

        assertThat(names(list)).containsExactly("a/x");
        assertThat(list.unreadable())
                .extracting(Unreadable::path, Unreadable::reason)
                .containsExactly(tuple(missing, Unreadable.Reason.MISSING));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatCannotBeReadIsNamedAndTheRestListed() throws IOException {
        write("a/x");
        write("z");
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);

        FileList list = FileList.of(List.of(folder));

        assertThat(names(list)).containsExactly("a/x", "z");
        assertThat(list.unreadable()).extracting(Unreadable::path).containsExactly(loop);
    }

    /** By its exception: who runs the tests as root can read everything. */
    @Test
    void aFolderOfSomebodyElseIsNamedSo() {
        Unreadable closed = Unreadable.of(folder, new AccessDeniedException(folder.toString()));

        assertThat(closed.reason()).isEqualTo(Unreadable.Reason.DENIED);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksToFilesAndFoldersAreFollowedButNoLoops() throws IOException {
        write("top/real/x");
        write("elsewhere/y");
        Files.createSymbolicLink(folder.resolve("top/a-loop"), folder.resolve("top"));
        Files.createSymbolicLink(folder.resolve("top/a-real"), Path.of("real"));
        Files.createSymbolicLink(folder.resolve("top/else"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("top/else2"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("top/file"), Path.of("real/x"));

        FileList list = FileList.of(List.of(folder.resolve("top")));

        assertThat(names(list)).containsExactly("top/else/y", "top/file", "top/real/x");
        assertThat(list.unreadable()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkAsThePathItselfKeepsItsName() throws IOException {
        write("real/x");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));

        assertThat(list(link)).containsExactly("link/x");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksToNothingAndToThemselvesAreNamed() throws IOException {
        write("x");
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("none"));
        Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));

        FileList list = FileList.of(List.of(folder));

        assertThat(names(list)).containsExactly("x");
        assertThat(list.unreadable())
                .extracting(one -> one.path().getFileName() + " " + one.reason())
                .containsExactly("dangling MISSING", "self FAILED");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFarmOfLinksDoesNotMultiply() throws IOException {
        for (int i = 0; i < 30; i++) {
            Path level = Files.createDirectories(folder.resolve("level" + i));
            for (String name : List.of("a", "b", "c")) {
                Files.createSymbolicLink(level.resolve(name), folder.resolve("level" + (i + 1)));
            }
        }
        write("level30/x");

        assertThat(list(folder.resolve("level0"))).hasSize(1);
    }

    @Test
    void whatIsTooDeepOrTooMuchIsNamed() throws IOException {
        write("1/2/3/x");
        write("a");
        write("b");

        FileList shallow =
                FileList.of(List.of(folder), new FileList.Limits(2, 10), Cancellation.NEVER);
        FileList few = FileList.of(List.of(folder), new FileList.Limits(9, 2), Cancellation.NEVER);

        assertThat(names(shallow)).containsExactly("a", "b");
        assertThat(shallow.unreadable())
                .containsExactly(
                        new Unreadable(folder.resolve("1/2"), Unreadable.Reason.TOO_DEEP, ""));
        assertThat(few.files()).hasSize(2);
        assertThat(few.unreadable())
                .extracting(Unreadable::reason)
                .containsExactly(Unreadable.Reason.TOO_MANY);
    }

    @Test
    void aCancelledListingSaysSo() throws IOException {
        write("a/x");

        FileList list = FileList.of(List.of(folder), FileList.Limits.DEFAULT, () -> true);

        assertThat(list.files()).isEmpty();
        assertThat(list.unreadable())
                .extracting(Unreadable::reason)
                .containsExactly(Unreadable.Reason.CANCELLED);
    }
}
