package dev.bulkhead.mibs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.model.MibModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in the cache, a compilation is what it would be without one. */
class MibCacheTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00.123456Z");
    private static final long FINGERPRINT = 4711;

    @TempDir Path mibs;
    @TempDir Path home;
    private Path folder;

    @BeforeEach
    void writeModules() throws IOException {
        folder = home.resolve("cache");
        write("a.mib", "ACME-A-MIB", 1, "A fan's speed.");
        write("b.mib", "ACME-B-MIB", 2, "A light's colour.");
        // a label with an underscore is told of, so that there is a diagnostic to keep
        write(
                "c.mib",
                "ACME-C-MIB",
                3,
                "Of no use.",
                "bad_label OBJECT IDENTIFIER ::= { acme3 9 }");
        touch(mibs, LONG_AGO);
    }

    private void write(String file, String module, int number, String text, String... more)
            throws IOException {
        Path path = mibs.resolve(file);
        Files.writeString(
                path,
                """
                %1$s DEFINITIONS ::= BEGIN
                IMPORTS OBJECT-TYPE, Integer32, enterprises FROM SNMPv2-SMI
                        gone FROM ACME-GONE-MIB;
                acme%2$d OBJECT IDENTIFIER ::= { enterprises 32473 %2$d }
                acmeValue%2$d OBJECT-TYPE
                    SYNTAX Integer32 MAX-ACCESS read-only STATUS current
                    DESCRIPTION "%3$s"
                    ::= { acme%2$d 1 }
                %4$s
                END
                """
                        .formatted(module, number, text, String.join("\n", more)));
        touch(path, LONG_AGO);
    }

    private static void touch(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private MibRepository repository() {
        return MibRepository.baseOnly().withSources(List.of(mibs));
    }

    private Compilation run(MibCache cache) {
        return MibCompiler.plain().with(cache).run(repository());
    }

    private Compilation run() {
        return run(new MibCache(folder, FINGERPRINT));
    }

    private Path cached(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).findFirst().orElseThrow();
        }
    }

    private static List<MibIndex.SearchHit.Match> matches(MibIndex index, String query) {
        return index.search(query, 50).stream().map(MibIndex.SearchHit::match).toList();
    }

    /** That it is what a compiler without a cache says, texts and words included. */
    private void assertRight(Compilation compilation) {
        Compilation plain = MibCompiler.compile(repository());
        assertThat(plain.diagnostics()).isNotEmpty();
        assertThat(plain.missing()).isNotEmpty();
        assertThat(compilation.diagnostics()).isEqualTo(plain.diagnostics());
        assertThat(compilation.missing()).isEqualTo(plain.missing());
        assertThat(compilation.versions()).isEqualTo(plain.versions());
        assertThat(compilation.fileCount()).isEqualTo(plain.fileCount());
        assertThat(compilation.modules()).isEqualTo(plain.modules());
        assertThat(texts(compilation)).isEqualTo(texts(plain));
        compilation.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
        plain.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
        for (String query : List.of("acme", "value", "fan speed", "light", "red", "1.3.6.1.4.1")) {
            assertThat(names(compilation, query)).isEqualTo(names(plain, query));
            assertThat(matches(compilation.index(), query))
                    .isEqualTo(matches(plain.index(), query));
        }
    }

    private static List<String> texts(Compilation compilation) {
        return compilation.modules().stream()
                .map(MibModule::definitions)
                .flatMap(List::stream)
                .map(d -> d.qualifiedName() + " " + d.location() + " " + d.description())
                .toList();
    }

    private static List<String> names(Compilation compilation, String query) {
        return compilation.index().search(query, 50).stream()
                .map(hit -> hit.node().name())
                .toList();
    }

    private void assertCompiledAgainAndKept() {
        Compilation again = run();
        assertThat(again.isFromCache()).isFalse();
        assertRight(again);
        assertThat(run().isFromCache()).isTrue();
        assertRight(run());
    }

    @Test
    void theSecondRunCompilesNothingAndSaysTheSame() {
        assertCompiledAgainAndKept();
    }

    @Test
    void aChangedFileIsCompiledAgain() throws IOException {
        run();
        write("b.mib", "ACME-B-MIB", 2, "A light's colour, of many.");

        assertCompiledAgainAndKept();
    }

    @Test
    void aFileChangedWithoutChangeOfSizeIsCompiledAgain() throws IOException {
        run();
        write("b.mib", "ACME-B-MIB", 2, "A night's colour.");
        touch(mibs.resolve("b.mib"), LONG_AGO.plusNanos(1000));

        assertCompiledAgainAndKept();
    }

    @Test
    void aFileChangedJustBeforeItWasCompiledIsComparedByContent() throws IOException {
        Instant now = Instant.now();
        touch(mibs.resolve("b.mib"), now);
        run();
        write("b.mib", "ACME-B-MIB", 2, "A night's colour.");
        touch(mibs.resolve("b.mib"), now);

        assertCompiledAgainAndKept();
    }

    @Test
    void aTouchedFileWithTheSameContentIsNot() throws IOException {
        run();
        touch(mibs.resolve("b.mib"), LONG_AGO.plusSeconds(60));

        assertThat(run().isFromCache()).isTrue();
        assertRight(run());
    }

    @Test
    void aTouchedFileIsComparedByContentOnce() throws IOException {
        run();
        touch(mibs.resolve("b.mib"), LONG_AGO.plusSeconds(60));
        assertThat(isUntouched()).isFalse();

        assertThat(run().isFromCache()).isTrue();
        assertThat(isUntouched()).isTrue();
        assertThat(run().isFromCache()).isTrue();
        assertRight(run());

        write("b.mib", "ACME-B-MIB", 2, "A night's colour.");
        touch(mibs.resolve("b.mib"), LONG_AGO.plusSeconds(60).plusNanos(1000));
        assertCompiledAgainAndKept();
    }

    @Test
    void aFileOfJustNowIsComparedByContentUntilItIsSettled() throws IOException {
        run();
        touch(mibs.resolve("b.mib"), Instant.now());

        assertThat(run().isFromCache()).isTrue();
        assertThat(isUntouched()).isFalse();
    }

    private boolean isUntouched() {
        return new MibCache(folder, FINGERPRINT).open(repository()).orElseThrow().isUntouched();
    }

    @Test
    void aFileInAFolderTouchedLatelyIsFoundByListing() throws IOException {
        touch(mibs, Instant.now());
        run();

        assertThat(run().isFromCache()).isTrue();
        assertRight(run());
    }

    @Test
    void aRemovedFileIsGone() throws IOException {
        run();
        Files.delete(mibs.resolve("b.mib"));

        assertCompiledAgainAndKept();
        assertThat(run().index().module("ACME-B-MIB")).isEmpty();
    }

    @Test
    void anAddedFileIsThere() throws IOException {
        run();
        write("d.mib", "ACME-D-MIB", 4, "A red one.");

        assertCompiledAgainAndKept();
        assertThat(run().index().module("ACME-D-MIB")).isPresent();
    }

    @Test
    void otherSourcesAreOtherCompilations() {
        run();
        MibRepository one = MibRepository.baseOnly().withSources(List.of(mibs.resolve("a.mib")));
        MibCompiler compiler = MibCompiler.plain().with(new MibCache(folder, FINGERPRINT));

        assertThat(compiler.run(one).isFromCache()).isFalse();
        assertThat(compiler.run(one).index().module("ACME-B-MIB")).isEmpty();
        assertThat(run().isFromCache()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {".index", ".files"})
    void aFileCutOffAnywhereIsNotUsed(String suffix) throws IOException {
        run();
        byte[] whole = Files.readAllBytes(cached(suffix));
        for (int length : new int[] {0, 1, 47, 48, whole.length / 2, whole.length - 1}) {
            Files.write(cached(suffix), java.util.Arrays.copyOf(whole, length));

            assertCompiledAgainAndKept();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".index", ".files"})
    void aFlippedByteAnywhereIsSeen(String suffix) throws IOException {
        run();
        long length = Files.size(cached(suffix));
        for (long at : new long[] {0, 9, 17, 33, 41, 50, length / 2, length - 1}) {
            byte[] bytes = Files.readAllBytes(cached(suffix));
            bytes[(int) at] ^= 0x10;
            Files.write(cached(suffix), bytes);

            assertCompiledAgainAndKept();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".index", ".files", ".words"})
    void aFolderInAFilesPlaceIsNoFile(String suffix) throws IOException {
        assertRight(run());
        Path file = cached(suffix);
        Files.delete(file);
        Files.createDirectories(file.resolve("inside"));

        assertRight(run());
        assertRight(run());
    }

    @Test
    void anotherCompilersCacheIsNotUsed() {
        assertRight(run(new MibCache(folder, 1)));
        Compilation ours = run(new MibCache(folder, 2));

        assertThat(ours.isFromCache()).isFalse();
        assertRight(ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {".index", ".files", ".words"})
    void filesOfTwoProcessesAreNotMixed(String suffix) throws IOException {
        assertRight(run());
        Path aside = home.resolve("theirs");
        Files.copy(cached(suffix), aside);
        write("b.mib", "ACME-B-MIB", 2, "A light's red colour.");
        assertRight(run());
        Files.move(aside, cached(suffix), StandardCopyOption.REPLACE_EXISTING);

        Compilation mixed = run();

        assertThat(mixed.isFromCache()).isEqualTo(suffix.equals(".words"));
        assertRight(mixed);
        assertThat(run().isFromCache()).isTrue();
    }

    @Test
    void wordsAreKeptOnceTheyWereAskedFor() throws IOException {
        run();
        assertThat(folder).isDirectoryNotContaining("glob:**.words");
        assertRight(run());
        FileTime written = Files.getLastModifiedTime(cached(".words"));
        byte[] words = Files.readAllBytes(cached(".words"));

        assertRight(run());

        assertThat(Files.readAllBytes(cached(".words"))).isEqualTo(words);
        assertThat(Files.getLastModifiedTime(cached(".words"))).isEqualTo(written);
    }

    @Test
    void damagedWordsAreCollectedAgain() throws IOException {
        assertRight(run());
        byte[] whole = Files.readAllBytes(cached(".words"));
        for (int at : new int[] {9, 17, 33, 41, 50, whole.length / 2, whole.length - 1}) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x10;
            Files.write(cached(".words"), bytes);

            assertRight(run());
            assertThat(run().isFromCache()).isTrue();
        }
        Files.write(cached(".words"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRight(run());
    }

    @Test
    void wordsOfAFileThatChangedMeanwhileAreMissingAndNothingIsKept() throws IOException {
        Compilation compilation = run();
        write("a.mib", "ACME-A-MIB", 1, "Another fan's speed.");

        compilation.prepareDescriptions(Cancellation.NEVER, Progress.NONE);

        assertThat(names(compilation, "fan speed")).isEmpty();
        assertThat(names(compilation, "light colour")).containsExactly("acmeValue2");
        assertThat(folder).isDirectoryNotContaining("glob:**.words");
        assertCompiledAgainAndKept();
    }

    @Test
    void aFolderThatCannotBeMadeCostsOnlyTime() throws IOException {
        Files.writeString(folder, "a file, not a folder");

        for (int i = 0; i < 2; i++) {
            Compilation compilation = run();
            assertThat(compilation.isFromCache()).isFalse();
            assertRight(compilation);
        }
        assertThat(folder).hasContent("a file, not a folder");
    }

    /** A folder of the kernel's: not even root may make files in it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenToCostsOnlyTime() {
        MibCompiler compiler =
                MibCompiler.plain().with(new MibCache(Path.of("/proc/self"), FINGERPRINT));
        for (int i = 0; i < 2; i++) {
            Compilation compilation = compiler.run(repository());
            assertThat(compilation.isFromCache()).isFalse();
            assertRight(compilation);
        }
    }

    @Test
    void theOldestCompilationsAreDroppedWhole() throws IOException {
        MibCompiler compiler = MibCompiler.plain().with(new MibCache(folder, FINGERPRINT));
        for (int i = 0; i < 15; i++) {
            MibRepository chosen = repository().withChoice("M" + i, "x");
            compiler.run(chosen).prepareDescriptions(Cancellation.NEVER, Progress.NONE);
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.toString().replaceFirst(".*\\.", "")))
                    .hasSize(36)
                    .containsOnly("index", "files", "words");
        }
    }
}
