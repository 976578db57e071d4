package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process in a folder of its own shows: files that are named from there. */
class WorkingFolderTest {
    private static final String MODULE =
            """
            ACME-MIB DEFINITIONS ::= BEGIN
            IMPORTS enterprises FROM SNMPv2-SMI;
            acme OBJECT IDENTIFIER ::= { enterprises 32473 }
            END
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ACME-MIB", "./ACME-MIB", "."})
    void aFileIsCheckedHoweverItIsNamed(String source) throws Exception {
        Files.writeString(folder.resolve("ACME-MIB"), MODULE);
        Path home = Files.createDirectory(folder.resolve("home"));

        Measured run =
                Measured.run(
                        Bulkhead.builder(home, List.of(), "compile", "--strict", source)
                                .directory(folder.toFile()),
                        Duration.ofSeconds(30));

        assertThat(run.err()).contains("module-identity-missing");
    }
}
