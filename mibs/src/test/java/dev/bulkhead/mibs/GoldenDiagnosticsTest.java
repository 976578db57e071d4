package dev.bulkhead.mibs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One self-written text a defect, and what the compiler says of it. UPDATE_GOLDEN=1 rewrites. */
class GoldenDiagnosticsTest {
    static List<Path> cases() {
        return Golden.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysAndKeepsWhatIsExpected(Path folder) throws IOException {
        Compilation compilation = Golden.compile(folder);
        String said = Golden.diagnostics(compilation, folder);
        String kept = Golden.definitions(compilation, folder);
        if ("1".equals(System.getenv("UPDATE_GOLDEN"))) {
            Files.writeString(folder.resolve("expected.txt"), said);
            Files.writeString(folder.resolve("definitions.txt"), kept);
        }
        assertThat(said).isEqualTo(Files.readString(folder.resolve("expected.txt")));
        assertThat(kept).isEqualTo(Files.readString(folder.resolve("definitions.txt")));
    }

    @ParameterizedTest
    @MethodSource("legal")
    void saysNothingOfWhatIsRight(Path folder) throws IOException {
        assertThat(Golden.compile(folder).diagnostics()).isEmpty();
    }

    static List<Path> legal() {
        return Golden.cases().stream()
                .filter(folder -> folder.getFileName().toString().startsWith("legal-"))
                .toList();
    }

    @Test
    void aFaultCostsNoOtherDefinition() throws IOException {
        Compilation unexpected = Golden.compile(Golden.FOLDER.resolve("unexpected-token"));
        assertThat(unexpected.index().definition("TEST-MIB", "kept")).isPresent();
        Compilation unknown = Golden.compile(Golden.FOLDER.resolve("identifier-unknown"));
        assertThat(unknown.index().definition("TEST-MIB", "kept")).isPresent();
        Compilation value = Golden.compile(Golden.FOLDER.resolve("missing-value"));
        assertThat(value.index().definition("TEST-MIB", "other")).isPresent();
    }

    @Test
    void theNewerOfTwoModulesIsTaken() throws IOException {
        Compilation both = Golden.compile(Golden.FOLDER.resolve("duplicate-module"));
        assertThat(both.index().definition("TEST-MIB", "test").orElseThrow().description())
                .isEqualTo("The newer one.");
    }
}
