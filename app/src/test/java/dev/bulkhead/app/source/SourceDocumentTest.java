package dev.bulkhead.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceDocumentTest {
    private static final String TEXT =
            """
            ACME-MIB DEFINITIONS ::= BEGIN
            IMPORTS OBJECT-TYPE, enterprises FROM SNMPv2-SMI;
            acme OBJECT IDENTIFIER ::= { enterprises 32473 } -- our arc
            acmeName OBJECT-TYPE
                SYNTAX      OCTET STRING (SIZE (0..32))
                STATUS      current
                DESCRIPTION "What it is
                    called."
                ::= { acme 1 }
            AcmeKind ::= INTEGER { one(1) }
            END
            """;
    private static final SourceDocument DOCUMENT = document(TEXT);

    private static SourceDocument document(String text) {
        return SourceDocument.of(SourceFile.ofText("ACME-MIB", text));
    }

    private static Ink ink(int line, String text) {
        return DOCUMENT.pieces(line).stream()
                .filter(piece -> piece.text().equals(text))
                .findFirst()
                .orElseThrow()
                .ink();
    }

    private static String joined(SourceDocument document, int line) {
        return document.pieces(line).stream().map(Piece::text).collect(Collectors.joining());
    }

    @Test
    void eachPieceHasItsInk() {
        assertThat(ink(1, "ACME-MIB")).isEqualTo(Ink.DEFINED);
        assertThat(ink(2, "enterprises")).isEqualTo(Ink.NAME);
        assertThat(ink(3, "acme")).isEqualTo(Ink.DEFINED);
        assertThat(ink(3, "OBJECT")).isEqualTo(Ink.TYPE);
        assertThat(ink(3, "32473")).isEqualTo(Ink.NUMBER);
        assertThat(ink(3, " -- our arc")).isEqualTo(Ink.COMMENT);
        assertThat(ink(4, "acmeName")).isEqualTo(Ink.DEFINED);
        assertThat(ink(4, "OBJECT-TYPE")).isEqualTo(Ink.KEYWORD);
        assertThat(ink(7, "\"What it is")).isEqualTo(Ink.STRING);
        assertThat(ink(8, "        called.\"")).isEqualTo(Ink.STRING);
        assertThat(ink(10, "AcmeKind")).isEqualTo(Ink.DEFINED);
    }

    @Test
    void theDefinitionsEndIsFound() {
        assertThat(DOCUMENT.definitionEnd(4)).isEqualTo(9);
        assertThat(DOCUMENT.definitionEnd(3)).isEqualTo(3);
    }

    @Test
    void aLineBelongsToTheModuleBegunBeforeIt() {
        assertThat(DOCUMENT.moduleAt(1)).isEqualTo("ACME-MIB");
        assertThat(DOCUMENT.moduleAt(9)).isEqualTo("ACME-MIB");
        assertThat(document("junk\n").moduleAt(1)).isEmpty();
    }

    @Test
    void textIsFoundWhateverItsCase() {
        assertThat(DOCUMENT.find("ACMENAME", 10)).containsExactly(4);
        assertThat(DOCUMENT.find("acme", 3)).containsExactly(1, 3, 4);
        assertThat(DOCUMENT.find("nowhere", 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "a \"unclosed",
                "caf\u00e9 -- \u202e comment",
                "\u0000\u0001 -- x -- ::= {",
                "\"one\r\ntwo\""
            })
    void thePiecesOfALineAreTheLine(String text) {
        SourceDocument document = document(text);
        for (int line = 1; line <= document.lineCount(); line++) {
            assertThat(joined(document, line)).isEqualTo(document.line(line));
        }
    }

    @Test
    void aLongTextIsCutLineByLine() {
        StringBuilder long100000 = new StringBuilder("X-MIB DEFINITIONS ::= BEGIN\n");
        for (int i = 0; i < 100_000; i++) {
            long100000.append("x").append(i).append(" OBJECT IDENTIFIER ::= { iso ");
            long100000.append(i).append(" }\n");
        }
        SourceDocument document = document(long100000 + "END\n");
        assertThat(document.lineCount()).isGreaterThan(100_000);
        long start = System.nanoTime();
        for (int i = 0; i < 50_000; i++) {
            document.pieces(50_000 + i);
        }
        // Cutting the whole text for each line would take an hour.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
        assertThat(joined(document, 100_001)).startsWith("x99999 ");
    }

    @Test
    void aLineOfMegabytesIsCut() {
        SourceDocument document = document("x \"" + "a".repeat(3_000_000) + "\"");
        List<Piece> pieces = document.pieces(1);
        assertThat(pieces.stream().mapToInt(p -> p.text().length()).sum()).isEqualTo(600);
    }
}
