package dev.bulkhead.mibs;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticJson;
import dev.bulkhead.mibs.diagnostic.DiagnosticText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes through lexer, parser and resolver: nothing throws, every fault lies inside the file,
 * the same bytes give the same result, and in time.
 *
 * <p>In an ordinary build the seeds are run and no more: the golden texts, and the files of {@code
 * MibFuzzTestInputs/compilesAnyBytes}, where findings end up, too. With the profile {@code fuzz}
 * they are where the fuzzer starts from:
 *
 * <pre>mvn -pl mibs test -Pfuzz -Dfuzz.duration=30m</pre>
 */
class MibFuzzTest {
    /** A line as long as this may have been cut, so that a column may lie behind its end. */
    private static final int CUT_LINE = 600;

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Path FILE = temporaryFile();

    private static Path temporaryFile() {
        try {
            Path file = Files.createTempFile("fuzzed", ".mib");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<byte[]> goldenTexts() throws IOException {
        try (Stream<Path> files = Files.walk(Golden.FOLDER)) {
            List<Path> mibs = files.filter(f -> f.toString().endsWith(".mib")).sorted().toList();
            return mibs.stream().map(MibFuzzTest::read);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @MethodSource("goldenTexts")
    @DictionaryFile(resourcePath = "smi.dict")
    @FuzzTest(maxDuration = "60s")
    void compilesAnyBytes(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        long start = System.nanoTime();
        Compilation first = compile();
        Duration firstTime = Duration.ofNanos(System.nanoTime() - start);

        int lines = mostLines(bytes);
        for (Diagnostic diagnostic : first.diagnostics()) {
            assertThat(diagnostic.location().line()).isBetween(1, lines);
            assertThat(diagnostic.location().column()).isPositive();
            if (diagnostic.sourceLine().length() < CUT_LINE) {
                assertThat(diagnostic.location().column())
                        .isLessThanOrEqualTo(diagnostic.sourceLine().length() + 1);
            }
            assertThat(diagnostic.length()).isPositive();
            assertThat(DiagnosticText.render(diagnostic)).isNotBlank();
            assertThat(DiagnosticJson.render(diagnostic)).startsWith("{").endsWith("}");
        }
        first.modules()
                .forEach(module ->
                        module.definitions().forEach(d -> assertThat(d.description()).isNotNull()));

        start = System.nanoTime();
        Compilation second = compile();
        Duration secondTime = Duration.ofNanos(System.nanoTime() - start);
        // A text that is slow is slow both times; a machine that was, or a compiler that had to be
        // loaded first, is not.
        assertThat(firstTime.compareTo(secondTime) < 0 ? firstTime : secondTime).isLessThan(LIMIT);
        assertThat(second.diagnostics()).isEqualTo(first.diagnostics());
        assertThat(second.modules()).isEqualTo(first.modules());
    }

    private static Compilation compile() {
        return MibCompiler.compile(MibRepository.baseOnly().withSources(List.of(FILE)));
    }

    /** No charset has more line ends than the bytes have CRs and LFs. */
    private static int mostLines(byte[] bytes) {
        int ends = 0;
        for (byte b : bytes) {
            ends += b == '\n' || b == '\r' ? 1 : 0;
        }
        return ends + 1;
    }
}
