package dev.bulkhead.tests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.hostile.HostileInput.Must;
import dev.bulkhead.tests.program.Bulkhead;
import dev.bulkhead.tests.program.FolderTree;
import dev.bulkhead.tests.program.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each hostile input is compiled beside a sound module by the installed program, with little heap:
 * it ends in time, the sound module is all there, what is refused is named, and nothing is written
 * but below the program's own home.
 */
class HostileMibTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> HEAP = List.of("-Xmx200m");
    private static final String SECRET = "content-of-a-file-outside";
    private static final int NEIGHBOURS = 5;

    @TempDir static Path root;
    private static Path secret;

    @BeforeAll
    static void writeSecret() throws IOException {
        secret = Files.writeString(root.resolve("secret.txt"), SECRET);
    }

    static Stream<HostileInput> inputs() {
        return Stream.concat(
                HostileTexts.all(secret).stream(), HostileArchives.all(root, secret).stream());
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void hostileInputEndsAndHarmsNothing(HostileInput input) throws Exception {
        Path home = Files.createDirectories(root.resolve("home"));
        Path folder =
                Files.createDirectories(
                        root.resolve("work").resolve(input.name().replace('.', '-')));
        Files.writeString(
                folder.resolve("neighbour.mib"),
                HostileTexts.module(
                        "neighbour",
                        HostileTexts.objects("neighbourO", NEIGHBOURS, "neighbourRoot")));
        input.writer().write(folder);
        Map<String, String> before = FolderTree.of(root, home);

        Measured run =
                Measured.run(
                        Bulkhead.builder(home, HEAP, "compile", "--dump", "tsv", folder.toString())
                                .directory(folder.toFile()),
                        LIMIT);

        assertThat(run.ended()).as("ends within %s", LIMIT).isTrue();
        assertThat(run.exitCode()).as("%s", run.err()).isBetween(0, 2);
        assertThat(FolderTree.of(root, home)).isEqualTo(before);
        assertThat(names(run))
                .as("the sound module is unharmed")
                .contains("neighbourRoot", "neighbourO0", "neighbourO" + (NEIGHBOURS - 1));
        assertInOrder(run);
        assertOutcome(input, run);
    }

    /** No trace of a bug, nothing that moves a terminal's cursor, no file from elsewhere. */
    private static void assertInOrder(Measured run) {
        assertThat(run.out() + run.err())
                .doesNotContain("OutOfMemoryError", "StackOverflowError", "\tat dev.bulkhead")
                .doesNotContain("\u202E", "\u001B")
                .doesNotContain(SECRET);
    }

    private static void assertOutcome(HostileInput input, Measured run) {
        boolean loaded = names(run).contains(input.symbol());
        boolean named = run.err().contains(input.name());
        Must must = input.must();
        assertThat(loaded || !(must == Must.LOAD || must == Must.LOAD_AND_BE_NAMED))
                .as("%s is in the dump; standard error: %s", input.symbol(), head(run.err()))
                .isTrue();
        assertThat(named || !(must == Must.BE_NAMED || must == Must.LOAD_AND_BE_NAMED))
                .as("a message names %s; standard error: %s", input.name(), head(run.err()))
                .isTrue();
        assertThat(loaded || named).as("%s is loaded or named", input.name()).isTrue();
    }

    private static String head(String text) {
        return text.substring(0, Math.min(400, text.length()));
    }

    /** The names in the dump. */
    private static List<String> names(Measured run) {
        return run.out()
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns.length > 2)
                .map(columns -> columns[1])
                .toList();
    }
}
