package dev.bulkhead.mibs.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackOnceTest {
    private static final String OK = Archives.module("OK-MIB");

    @TempDir Path folder;
    private Path cache;
    private Path archive;

    @BeforeEach
    void prepare() throws IOException {
        cache = folder.resolve("cache");
        archive = folder.resolve("vendor.zip");
        Files.write(
                archive,
                new Archives()
                        .zip("a/x.mib", OK)
                        .zip("../\u00E9%.mib", OK)
                        .zip("b.mib", OK)
                        .endZip());
    }

    private static ArchiveUnpacker unpacker(ArchiveLimits limits) {
        return new ArchiveUnpacker(limits, Cancellation.NEVER, Progress.NONE);
    }

    private UnpackedFolder unpack() throws IOException {
        return unpacker(ArchiveLimits.DEFAULT).unpackOnce(archive, cache);
    }

    private List<Path> inCache() throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            return all.toList();
        }
    }

    @Test
    void theSecondTimeReusesTheFirstWithItsRefusals() throws IOException {
        UnpackedFolder first = unpack();
        UnpackedFolder second = unpack();

        assertThat(first.isReused()).isFalse();
        assertThat(second.isReused()).isTrue();
        assertThat(second.folder()).isEqualTo(first.folder());
        assertThat(second.unpacked()).isEqualTo(first.unpacked());
        assertThat(first.unpacked().refused())
                .containsExactly(new Refused("../\u00E9%.mib", Refused.Reason.OUTSIDE));
        assertThat(first.unpacked().files())
                .containsExactly(first.folder().resolve("a/x.mib"), first.folder().resolve("b.mib"))
                .allMatch(Files::isRegularFile);
        assertThat(inCache()).hasSize(1);
    }

    @Test
    void theFolderIsNamedByTheContent() throws IOException {
        Path copy = Files.copy(archive, folder.resolve("copy.dat"));
        UnpackedFolder first = unpack();

        UnpackedFolder second = unpacker(ArchiveLimits.DEFAULT).unpackOnce(copy, cache);

        assertThat(second.isReused()).isTrue();
        assertThat(first.folder().getParent().getFileName().toString()).matches("[0-9a-f]{32}");
    }

    @Test
    void aFolderThatLostAFileIsMadeAnew() throws IOException {
        UnpackedFolder first = unpack();
        Files.delete(first.folder().resolve("b.mib"));

        UnpackedFolder second = unpack();

        assertThat(second.isReused()).isFalse();
        assertThat(second.folder().resolve("b.mib")).hasContent(OK);
        assertThat(inCache()).hasSize(1);
    }

    @Test
    void aDamagedManifestIsMadeAnew() throws IOException {
        Path manifest = unpack().folder().resolveSibling("manifest.txt");
        for (String bad : List.of("", "file 1 ../../x", "\u00FF\u0000", "end")) {
            Files.writeString(manifest, bad);

            assertThat(unpack().isReused()).isFalse();
            assertThat(unpack().isReused()).isTrue();
        }
    }

    @Test
    void otherLimitsUnpackAnew() throws IOException {
        UnpackedFolder narrow = unpacker(UnpackingFixture.SMALL).unpackOnce(archive, cache);

        assertThat(narrow.isReused()).isFalse();
        assertThat(unpack().isReused()).isFalse();
        assertThat(unpack().isReused()).isTrue();
    }

    @Test
    void aCancelledOneLeavesNothing() throws IOException {
        ArchiveUnpacker cancelled =
                new ArchiveUnpacker(ArchiveLimits.DEFAULT, cancelAfter(4), Progress.NONE);

        UnpackedFolder result = cancelled.unpackOnce(archive, cache);

        assertThat(result.unpacked().files()).isEmpty();
        assertThat(result.unpacked().refused())
                .extracting(Refused::reason)
                .contains(Refused.Reason.CANCELLED);
        assertThat(inCache()).isEmpty();
    }

    private static Cancellation cancelAfter(int questions) {
        int[] asked = {0};
        return () -> ++asked[0] > questions;
    }

    @Test
    void aMissingArchiveIsARefusal() throws IOException {
        archive = folder.resolve("none");

        assertThat(unpack().unpacked().refused())
                .containsExactly(new Refused("", Refused.Reason.UNREADABLE));
    }

    @Test
    void severalAtOnceEndWithOneFolder() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<UnpackedFolder>> same =
                    Stream.<Callable<UnpackedFolder>>generate(() -> this::unpack)
                            .limit(16)
                            .toList();
            for (Future<UnpackedFolder> one : threads.invokeAll(same)) {
                assertThat(one.get().unpacked().files()).hasSize(2).allMatch(Files::isRegularFile);
            }
        }
        assertThat(inCache()).hasSize(1);
    }

    @Test
    void progressCountsTheArchivesBytes() throws IOException {
        long[] last = new long[2];
        Progress progress =
                (what, done, total) -> {
                    last[0] = done;
                    last[1] = total;
                };

        new ArchiveUnpacker(ArchiveLimits.DEFAULT, Cancellation.NEVER, progress)
                .unpackOnce(archive, cache);

        assertThat(last[1]).isEqualTo(Files.size(archive));
        assertThat(last[0]).isBetween(1L, last[1]);
    }

    @Test
    void anArchiveIsKnownByItsContent() throws IOException {
        assertThat(ArchiveUnpacker.isArchive(archive)).isTrue();
        assertThat(ArchiveUnpacker.isArchive(Files.writeString(folder.resolve("a.zip"), OK)))
                .isFalse();
        assertThat(ArchiveUnpacker.isArchive(folder)).isFalse();
        assertThat(ArchiveUnpacker.isArchive(folder.resolve("none"))).isFalse();
    }
}
