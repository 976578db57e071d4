package dev.bulkhead.tests.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counter that the corpus figures rest on. */
class ObjectTypeCounterTest {
    @TempDir Path folder;

    private TextFile count(String text) throws IOException {
        Path file = folder.resolve("counted.mib");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        return ObjectTypeCounter.count(file);
    }

    private Map<String, Integer> objects(String body) throws IOException {
        List<TextModule> modules = count("A-MIB DEFINITIONS ::= BEGIN\n" + body).modules();
        assertThat(modules).hasSize(1);
        return modules.getFirst().objects();
    }

    @Test
    void objectsAreCountedWithTheirLines() throws IOException {
        assertThat(
                        objects(
                                """
                                first OBJECT-TYPE
                                  SYNTAX INTEGER ::= { a 1 }
                                second_one
                                  OBJECT-TYPE ACCESS read-only ::= { a 2 }
                                3rd- OBJECT-TYPE--close--MAX-ACCESS
                                  STATUS current ::= { a 3 }
                                """))
                .containsExactly(
                        Map.entry("first", 2), Map.entry("second_one", 4), Map.entry("3rd-", 6));
    }

    @Test
    void importsAndMacrosAreNone() throws IOException {
        assertThat(
                        objects(
                                """
                                IMPORTS enterprises, OBJECT-TYPE FROM SNMPv2-SMI;
                                OBJECT-TYPE MACRO ::= BEGIN
                                  x OBJECT-TYPE SYNTAX y
                                END
                                kept OBJECT-TYPE SYNTAX INTEGER ::= { a 1 }
                                """))
                .containsOnlyKeys("kept");
    }

    @Test
    void commentsAndQuotedTextsAreNone() throws IOException {
        TextFile file =
                count(
                        """
                        A-MIB DEFINITIONS ::= BEGIN
                        -- out OBJECT-TYPE SYNTAX INTEGER ::= { a 1 }
                        ----- out OBJECT-TYPE SYNTAX INTEGER "
                        in OBJECT-TYPE SYNTAX INTEGER DESCRIPTION "it''s -- no comment
                          out OBJECT-TYPE SYNTAX INTEGER" ::= { a 1 }
                        last OBJECT-TYPE SYNTAX INTEGER ::= { a 2 }
                        """);
        assertThat(file.modules().getFirst().objects())
                .containsExactly(Map.entry("in", 4), Map.entry("last", 6));
        assertThat(file.quoted()).containsExactly(5);
    }

    @Test
    void aNameCountsOnce() throws IOException {
        TextModule module =
                count(
                                """
                                A-MIB DEFINITIONS ::= BEGIN
                                a OBJECT-TYPE SYNTAX INTEGER ::= { b 1 }
                                a OBJECT-TYPE SYNTAX INTEGER ::= { b 2 }
                                """)
                        .modules()
                        .getFirst();
        assertThat(module.objects()).containsExactly(Map.entry("a", 2));
        assertThat(module.repeated()).isEqualTo(1);
    }

    @Test
    void headersOfAllShapesBeginModules() throws IOException {
        assertThat(
                        count(
                                        """
                                        A-MIB DEFINITIONS ::= BEGIN END
                                        B-MIB { iso 1 } DEFINITIONS ::= BEGIN
                                        b OBJECT-TYPE SYNTAX INTEGER ::= { x 1 } END
                                        C_MIB DEFINITIONS IMPLICIT TAGS ::= BEGIN
                                        LAST-UPDATED "9901010000Z"
                                        """)
                                .modules())
                .extracting(TextModule::name, TextModule::lastUpdated, m -> m.objects().size())
                .containsExactly(
                        tuple("A-MIB", "", 0),
                        tuple("B-MIB", "", 1),
                        tuple("C_MIB", "199901010000Z", 0));
    }

    @Test
    void theNewestTextOfAModuleIsFoundAndTheUnionHasAll() throws IOException {
        for (String year : List.of("2001", "2020", "2010")) {
            Files.writeString(
                    folder.resolve(year),
                    """
                    A-MIB DEFINITIONS ::= BEGIN
                    LAST-UPDATED "%1$s01010000Z"
                    both OBJECT-TYPE SYNTAX INTEGER ::= { x 1 }
                    of%1$s OBJECT-TYPE SYNTAX INTEGER ::= { x 2 }
                    END
                    """
                            .formatted(year));
        }
        CorpusCount count = CorpusCount.of(List.of(folder));
        assertThat(count.newest().get("A-MIB"))
                .extracting(CorpusCount.TextObject::name)
                .containsExactly("both", "of2020");
        assertThat(count.union().get("A-MIB"))
                .extracting(CorpusCount.TextObject::name)
                .containsExactly("both", "of2001", "of2010", "of2020");
        assertThat(CorpusCount.share(count.union(), m -> true, o -> o.name().equals("both")))
                .isEqualTo(new CorpusCount.Share(4, 1, 1, 0));
    }
}
