package dev.bulkhead.mibs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.diagnostic.DiagnosticText;
import dev.bulkhead.mibs.diagnostic.Explanation;
import dev.bulkhead.mibs.diagnostic.Suggestion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has its story, and the examples in it show the fault they are there for. */
class ExplanationTest {
    /** Codes that no small text can show, and why. */
    private static final Map<DiagnosticCode, String> WITHOUT_EXAMPLE =
            Map.of(
                    DiagnosticCode.UNREADABLE, "a text cannot show that it cannot be read",
                    DiagnosticCode.FILE_TOO_LARGE, "it takes 32 MiB, or 5000 modules",
                    DiagnosticCode.ARCHIVE_ENTRY_REFUSED, "it takes an archive",
                    DiagnosticCode.TOO_MANY_FAULTS, "it takes 5000 other faults");

    /** Codes that say something about the standard library, which is loaded for them. */
    private static final Set<DiagnosticCode> ABOUT_THE_LIBRARY =
            Set.of(DiagnosticCode.MODULE_SHADOWS);

    /** Codes whose suggestion is one step of several. */
    private static final Map<DiagnosticCode, String> MENDED_IN_STEPS =
            Map.of(DiagnosticCode.QUOTE_IN_TEXT, "there are two quotes, and an edit has one place");

    @TempDir Path folder;

    static Stream<DiagnosticCode> shown() {
        return Stream.of(DiagnosticCode.values())
                .filter(code -> !WITHOUT_EXAMPLE.containsKey(code))
                .filter(code -> !code.isOfChecks()); // ModuleCheckTest shows those
    }

    @ParameterizedTest
    @EnumSource
    void isComplete(DiagnosticCode code) {
        Explanation told = code.explanation();

        assertThat(told.message()).isNotBlank();
        assertThat(told.note()).isNotBlank();
        assertThat(told.help()).endsWith(".");
        assertThat(told.story()).endsWith(".").contains("Bulkhead");
        assertThat(told.examples().isEmpty()).isEqualTo(WITHOUT_EXAMPLE.containsKey(code));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void theExamplesShowItAndNothingElse(DiagnosticCode code) throws IOException {
        assertThat(diagnosticsOf(code)).extracting(Diagnostic::code).containsOnly(code);
    }

    @ParameterizedTest
    @MethodSource("shown")
    void theMessageHasAHoleForEachArgument(DiagnosticCode code) throws IOException {
        int holes = code.explanation().message().split("%s", -1).length - 1;

        assertThat(diagnosticsOf(code))
                .filteredOn(diagnostic -> diagnostic.code() == code)
                .allSatisfy(diagnostic -> {
                    assertThat(diagnostic.arguments()).hasSize(holes);
                    assertThat(DiagnosticText.oneLine(diagnostic)).doesNotContain("%");
                });
    }

    @ParameterizedTest
    @MethodSource("shown")
    void theSuggestedEditMendsIt(DiagnosticCode code) throws IOException {
        for (Diagnostic diagnostic : diagnosticsOf(code)) {
            if (diagnostic.suggestion().isPresent() && !MENDED_IN_STEPS.containsKey(code)) {
                Path file = Path.of(diagnostic.location().file());
                Files.write(file, mended(Files.readAllBytes(file), diagnostic.suggestion().get()));

                assertThat(compiled(code)).extracting(Diagnostic::code).isEmpty();
            }
        }
    }

    private static byte[] mended(byte[] text, Suggestion edit) {
        byte[] middle = edit.replacement().getBytes(StandardCharsets.UTF_8);
        int behind = edit.offset() + edit.length();
        return ByteBuffer.allocate(text.length - edit.length() + middle.length)
                .put(text, 0, edit.offset())
                .put(middle)
                .put(text, behind, text.length - behind)
                .array();
    }

    /** What is said of a code's examples. */
    private List<Diagnostic> diagnosticsOf(DiagnosticCode code) throws IOException {
        for (Map.Entry<String, String> file : code.explanation().examples().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return compiled(code);
    }

    /** What is said of what lies there; the library is compiled only for those about it. */
    private List<Diagnostic> compiled(DiagnosticCode code) {
        MibRepository around =
                ABOUT_THE_LIBRARY.contains(code)
                        ? MibRepository.standard()
                        : MibRepository.baseOnly();
        return MibCompiler.compile(around.withSources(List.of(folder))).diagnostics().stream()
                .filter(d -> d.location().file().startsWith(folder.toString()))
                .toList();
    }
}
