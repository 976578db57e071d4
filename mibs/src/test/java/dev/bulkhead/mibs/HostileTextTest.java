package dev.bulkhead.mibs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.DiagnosticJson;
import dev.bulkhead.mibs.diagnostic.DiagnosticText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts cut off, mixed up and made up: nothing throws, and all faults lie inside the file. */
class HostileTextTest {
    private static final String SCRAPS = "{}()[],;|.\"'-:= \n\t\u0000x1\u00E9_";
    private static final List<String> WORDS =
            List.of(
                    "::=",
                    "OBJECT-TYPE",
                    "SYNTAX",
                    "END",
                    "BEGIN",
                    "IMPORTS",
                    "FROM",
                    "MACRO",
                    "DEFINITIONS",
                    "SEQUENCE OF",
                    "{",
                    "}",
                    "\"",
                    "--",
                    "INTEGER (",
                    "DEFVAL {");

    /** A line as long as this may have been cut, so that a column may lie behind its end. */
    private static final int CUT_LINE = 600;

    @TempDir Path folder;

    private static String model() throws IOException {
        try (InputStream stream =
                MibCompiler.class.getResourceAsStream("library/bulkhead/BULKHEAD-DEMO-MIB")) {
            return new String(
                    Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Compilation compile(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("hostile.mib"), text);
        return MibCompiler.compile(MibRepository.baseOnly().withSources(List.of(file)));
    }

    private void survives(String text) throws IOException {
        Compilation first = compile(text);
        int lines = text.split("\r\n|\r|\n", -1).length;
        for (Diagnostic diagnostic : first.diagnostics()) {
            assertThat(diagnostic.location().line()).isBetween(1, lines);
            if (diagnostic.sourceLine().length() < CUT_LINE) {
                assertThat(diagnostic.location().column())
                        .isBetween(1, diagnostic.sourceLine().length() + 1);
            }
            assertThat(diagnostic.offset()).isBetween(0, text.length() * 2);
            assertThat(diagnostic.length()).isPositive();
            assertThat(DiagnosticText.render(diagnostic)).isNotBlank();
            assertThat(DiagnosticJson.render(diagnostic)).startsWith("{").endsWith("}");
        }
        Compilation second = compile(text);
        assertThat(second.diagnostics()).isEqualTo(first.diagnostics());
        assertThat(second.modules()).isEqualTo(first.modules());
    }

    @Test
    void textsCutOffAnywhereSurvive() throws IOException {
        String text = model();
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            survives(text.substring(0, random.nextInt(text.length())));
        }
    }

    @Test
    void textsWithScrapsInThemSurvive() throws IOException {
        String text = model();
        Random random = new Random(2);
        for (int i = 0; i < 60; i++) {
            StringBuilder mutated = new StringBuilder(text);
            for (int change = 0; change < 12; change++) {
                int at = random.nextInt(mutated.length());
                String scrap =
                        random.nextBoolean()
                                ? String.valueOf(SCRAPS.charAt(random.nextInt(SCRAPS.length())))
                                : WORDS.get(random.nextInt(WORDS.size()));
                mutated.replace(at, Math.min(mutated.length(), at + random.nextInt(4)), scrap);
            }
            survives(mutated.toString());
        }
    }

    @Test
    void textsOfWordsInAnyOrderSurvive() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder("A-MIB DEFINITIONS ::= BEGIN\n");
            for (int word = 0; word < 80; word++) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
            }
            survives(text.toString());
        }
    }

    @Test
    void longChainsAndCirclesSurvive() throws IOException {
        StringBuilder chain = new StringBuilder("A-MIB DEFINITIONS ::= BEGIN\n");
        for (int i = 0; i < 20_000; i++) {
            chain.append("n%d OBJECT IDENTIFIER ::= { n%d 1 }\n".formatted(i, i + 1));
            chain.append("T%d ::= T%d\n".formatted(i, i + 1));
        }
        survives(chain.append("END\n").toString());
        survives(
                """
                A-MIB DEFINITIONS ::= BEGIN
                a OBJECT IDENTIFIER ::= { b 1 }
                b OBJECT IDENTIFIER ::= { a 1 }
                A ::= B
                B ::= A
                o OBJECT-TYPE SYNTAX A MAX-ACCESS read-only STATUS current DESCRIPTION "" ::= { a 1 }
                END
                """);
        survives("A-MIB DEFINITIONS ::= BEGIN\nT ::= " + "SEQUENCE { a ".repeat(50_000));
        survives("A-MIB DEFINITIONS ::= BEGIN\nn OBJECT IDENTIFIER ::= { 1" + " 1".repeat(50_000));
    }
}
