package dev.bulkhead.mibs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    void saysWhatIsExpected(Path folder) throws IOException {
        Path expected = folder.resolve("expected.txt");
        String rendered = Golden.render(folder);
        if ("1".equals(System.getenv("UPDATE_GOLDEN"))) {
            Files.writeString(expected, rendered);
        }
        assertThat(rendered).isNotEmpty().isEqualTo(Files.readString(expected));
    }

    @Test
    void everyCodeHasAnExample() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : cases()) {
            all.append(Files.readString(folder.resolve("expected.txt")));
        }
        // a text cannot show that it is missing: MibRepositoryTest does
        assertThat(
                        Stream.of(DiagnosticCode.values())
                                .filter(code -> code != DiagnosticCode.UNREADABLE)
                                .map(DiagnosticCode::tag))
                .allMatch(tag -> all.indexOf("[" + tag + "]") >= 0);
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
