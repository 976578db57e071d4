package dev.bulkhead.mibs.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderScanTest {
    private static List<String> names(String text) {
        return HeaderScan.of(text.getBytes(StandardCharsets.ISO_8859_1)).stream()
                .map(ModuleHeader::name)
                .toList();
    }

    @Test
    void aHeaderGivesNameAndOffset() {
        byte[] bytes =
                "-- Acme\nACME-MIB DEFINITIONS ::= BEGIN\nEND".getBytes(StandardCharsets.UTF_8);

        assertThat(HeaderScan.of(bytes)).containsExactly(new ModuleHeader("ACME-MIB", 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X DEFINITIONS ::= BEGIN END",
                "X DEFINITIONS::=BEGIN END",
                "X\r\n\tDEFINITIONS\r\n::=\r\nBEGIN END",
                "X { iso org(3) dod(6) 1 } DEFINITIONS ::= BEGIN END",
                "X {iso -- comment } DEFINITIONS\n 1} DEFINITIONS ::= BEGIN END",
                "X DEFINITIONS IMPLICIT TAGS ::= BEGIN END",
                "X DEFINITIONS -- a comment\n ::= -- more\n BEGIN END",
                "X -- a comment\n DEFINITIONS ::= BEGIN END",
                "Network Working Group\n\nSome text; more.\n X DEFINITIONS ::= BEGIN END",
                "-- \"open in a comment\nX DEFINITIONS ::= BEGIN END",
                "-- its author wrote -- X DEFINITIONS ::= BEGIN END",
                "5\" disks\nX DEFINITIONS ::= BEGIN END",
                "\u0000\u001A\fX DEFINITIONS ::= BEGIN END",
                "X\u00A0DEFINITIONS ::= BEGIN END",
                "THE DEFINITIONS\nX DEFINITIONS ::= BEGIN END",
            })
    void aHeaderIsFound(String text) {
        assertThat(names(text)).containsExactly("X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme_MIB", "3com-mib", "a", "A-B-C-", "RFC1213-MIB"})
    void anyNameIsTaken(String name) {
        assertThat(names(name + " DEFINITIONS ::= BEGIN END")).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DEFINITIONS",
                " DEFINITIONS ::= BEGIN",
                "X DEFINITIONS",
                "X DEFINITIONS BEGIN",
                "X DEFINITIONS; ::= BEGIN",
                "-- X DEFINITIONS ::= BEGIN",
                "---- X DEFINITIONS ::= BEGIN",
                "\"X DEFINITIONS ::= BEGIN\"",
                "X MY-DEFINITIONS ::= BEGIN",
                "X DEFINITIONS-2 ::= BEGIN",
                "X, DEFINITIONS ::= BEGIN",
                "{ X DEFINITIONS ::= BEGIN",
                "#define X \"X DEFINITIONS ::= BEGIN\"",
            })
    void whatIsNoHeaderIsNotFound(String text) {
        assertThat(names(text)).isEmpty();
    }

    @Test
    void anExampleInADescriptionIsNoHeader() {
        String text =
                """
                A DEFINITIONS ::= BEGIN
                x OBJECT-TYPE DESCRIPTION "such as:
                B DEFINITIONS ::= BEGIN
                " ::= { y 1 }
                END
                """;

        assertThat(names(text)).containsExactly("A");
    }

    @Test
    void aStringLeftOpenHidesNoModuleBehindAnEnd() {
        String text =
                """
                A DEFINITIONS ::= BEGIN
                x OBJECT-TYPE DESCRIPTION "open ::= { y 1 }
                END

                B DEFINITIONS ::= BEGIN
                x OBJECT-TYPE DESCRIPTION "fine"
                END
                C DEFINITIONS ::= BEGIN
                END
                """;

        assertThat(names(text)).containsExactly("A", "B", "C");
    }

    @Test
    void severalModulesStandInOneFile() {
        String text = "A DEFINITIONS ::= BEGIN END B DEFINITIONS ::= BEGIN END";

        assertThat(names(text)).containsExactly("A", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void aByteOrderMarkIsNoPartOfTheName(String charset) {
        Charset set = Charset.forName(charset);
        byte[] bytes = "\uFEFFX DEFINITIONS ::= BEGIN -- \u4E2D\nEND".getBytes(set);

        int mark = "\uFEFF".getBytes(set).length;
        assertThat(HeaderScan.of(bytes)).containsExactly(new ModuleHeader("X", mark));
    }

    @Test
    void offsetsInUtf16AreBytes() {
        byte[] bytes = "\uFEFF\u4E2D\nX DEFINITIONS ::= BEGIN".getBytes(StandardCharsets.UTF_16LE);

        assertThat(HeaderScan.of(bytes)).containsExactly(new ModuleHeader("X", 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X DEFINITIONS ",
                "DEFINITIONS ",
                "-- DEFINITIONS ",
                "\" DEFINITIONS ",
                "-- -- DEFINITIONS",
                "{ ",
                "\nX DEFINITIONS --",
                "M DEFINITIONS ::= BEGIN END\n"
            })
    void timeIsLinearInHostileText(String part) {
        byte[] head = "\"--".getBytes(StandardCharsets.US_ASCII);
        byte[] plain = part.repeat(8_000_000 / part.length()).getBytes(StandardCharsets.US_ASCII);
        byte[] headed = new byte[head.length + plain.length];
        System.arraycopy(head, 0, headed, 0, head.length);
        System.arraycopy(plain, 0, headed, head.length, plain.length);

        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> {
                    HeaderScan.of(plain);
                    HeaderScan.of(headed);
                });
    }

    @Test
    void aNameOfMegabytesIsNone() {
        assertThat(names("z".repeat(5_000_000) + " DEFINITIONS ::= BEGIN END")).isEmpty();
    }
}
