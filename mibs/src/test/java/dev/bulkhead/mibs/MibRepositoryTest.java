package dev.bulkhead.mibs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.diagnostic.DiagnosticCode;
import dev.bulkhead.mibs.model.OidDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MibRepositoryTest {
    @TempDir Path folder;

    private Path write(String file, String module, String body) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, module + " DEFINITIONS ::= BEGIN\n" + body + "\nEND\n");
    }

    private static String identity(String name, String lastUpdated, int number) {
        return """
        IMPORTS MODULE-IDENTITY, enterprises FROM SNMPv2-SMI;
        %s MODULE-IDENTITY
            LAST-UPDATED "%s"
            ORGANIZATION "Acme" CONTACT-INFO "Acme" DESCRIPTION "Acme."
            ::= { enterprises 32473 %d }
        """
                .formatted(name, lastUpdated, number);
    }

    private static Compilation compile(Path... sources) {
        return MibCompiler.compile(MibRepository.baseOnly().withSources(List.of(sources)));
    }

    private static String oid(Compilation compiled, String module, String name) {
        return compiled.index()
                .definition(module, name)
                .map(d -> ((OidDefinition) d).oid().toString())
                .orElse("none");
    }

    @Test
    void theNewestOfSeveralFilesIsTaken() throws IOException {
        write("a/ACME-MIB", "ACME-MIB", identity("acme", "200101010000Z", 1));
        write("b/ACME-MIB", "ACME-MIB", identity("acme", "201501010000Z", 2));
        write("c/ACME-MIB", "ACME-MIB", identity("acme", "9912310000Z", 3));

        Compilation compiled = compile(folder);

        assertThat(oid(compiled, "ACME-MIB", "acme")).isEqualTo("1.3.6.1.4.1.32473.2");
        assertThat(compiled.diagnostics()).isNotEmpty();
    }

    @Test
    void aUsersNewerModuleWinsOverTheLibraryAndSaysSo() throws IOException {
        Path own = write("IF-MIB", "IF-MIB", identity("ifMIB", "202001010000Z", 7));

        Compilation compiled =
                MibCompiler.compile(MibRepository.standard().withSources(List.of(own)));

        assertThat(oid(compiled, "IF-MIB", "ifMIB")).isEqualTo("1.3.6.1.4.1.32473.7");
        assertThat(compiled.diagnostics()).anyMatch(d -> d.code() == DiagnosticCode.MODULE_SHADOWS);
    }

    @Test
    void aUsersModuleWithoutADateWinsOverTheLibrary() throws IOException {
        Path own = write("IF-MIB", "IF-MIB", "ifMIB OBJECT IDENTIFIER ::= { iso 7 }\n");

        Compilation compiled =
                MibCompiler.compile(MibRepository.standard().withSources(List.of(own)));

        assertThat(oid(compiled, "IF-MIB", "ifMIB")).isEqualTo("1.7");
    }

    @Test
    void anOldCopyGivesWayToTheLibraryUnlessItIsChosen() throws IOException {
        Path own = write("IF-MIB", "IF-MIB", identity("ifMIB", "199001010000Z", 7));
        MibRepository both = MibRepository.standard().withSources(List.of(own));

        Compilation compiled = MibCompiler.compile(both);
        Compilation chosen = MibCompiler.compile(both.withChoice("IF-MIB", own.toString()));

        assertThat(oid(compiled, "IF-MIB", "ifMIB")).isEqualTo("1.3.6.1.2.1.31");
        assertThat(compiled.versions())
                .anySatisfy(versions -> {
                    assertThat(versions.module()).isEqualTo("IF-MIB");
                    assertThat(versions.files()).hasSize(2);
                    assertThat(versions.reason()).contains("newer");
                });
        assertThat(oid(chosen, "IF-MIB", "ifMIB")).isEqualTo("1.3.6.1.4.1.32473.7");
    }

    @Test
    void aBuiltInModuleWinsOverAUsers() throws IOException {
        Path own = write("SNMPv2-SMI", "SNMPv2-SMI", "enterprises OBJECT IDENTIFIER ::= { iso 9 }");

        assertThat(oid(compile(own), "SNMPv2-SMI", "enterprises")).isEqualTo("1.3.6.1.4.1");
    }

    @Test
    void foldersForImportsGiveOnlyWhatIsImported() throws IOException {
        Path own =
                write(
                        "own/ACME-A-MIB",
                        "ACME-A-MIB",
                        "IMPORTS acme FROM ACME-B-MIB;\nleaf OBJECT IDENTIFIER ::= { acme 4 }");
        write("imports/b.mib", "ACME-B-MIB", identity("acme", "200101010000Z", 5));
        write("imports/c.mib", "ACME-C-MIB", identity("other", "200101010000Z", 6));

        Compilation compiled =
                MibCompiler.compile(
                        MibRepository.baseOnly()
                                .withSources(List.of(own))
                                .withImportFolders(List.of(folder.resolve("imports"))));

        assertThat(oid(compiled, "ACME-A-MIB", "leaf")).isEqualTo("1.3.6.1.4.1.32473.5.4");
        assertThat(compiled.index().module("ACME-C-MIB")).isEmpty();
    }

    @Test
    void aMissingModuleIsNamedAndDoesNotSinkTheOneThatImportsIt() throws IOException {
        Path own =
                write(
                        "ACME-A-MIB",
                        "ACME-A-MIB",
                        """
                        IMPORTS gone FROM ACME-GONE-MIB enterprises FROM SNMPv2-SMI;
                        acme OBJECT IDENTIFIER ::= { enterprises 32473 }
                        lost OBJECT IDENTIFIER ::= { gone 1 }
                        """);

        Compilation compiled = compile(own);

        assertThat(oid(compiled, "ACME-A-MIB", "acme")).isEqualTo("1.3.6.1.4.1.32473");
        assertThat(compiled.diagnostics())
                .extracting(d -> d.message())
                .anyMatch(message -> message.contains("ACME-GONE-MIB"));
    }

    @Test
    void bytesOfAnyCharsetAndLineEndAreRead() throws IOException {
        String text =
                "\uFEFFACME-MIB DEFINITIONS ::= BEGIN\r\nIMPORTS enterprises FROM SNMPv2-SMI;\r"
                        + "acme OBJECT IDENTIFIER ::= { enterprises 32473 } -- gr\u00FC\u00DFe\r\n"
                        + "END\r\n\u001A";
        Path utf8 = folder.resolve("utf8");
        Path latin = folder.resolve("latin");
        Files.writeString(utf8, text);
        Files.write(latin, text.substring(1).getBytes(StandardCharsets.ISO_8859_1));

        for (Path file : List.of(utf8, latin)) {
            Compilation compiled = compile(file);
            assertThat(oid(compiled, "ACME-MIB", "acme")).isEqualTo("1.3.6.1.4.1.32473");
            assertThat(compiled.diagnostics()).isEmpty();
        }
    }

    @Test
    void aSourceThatIsNotThereIsADiagnostic() {
        Compilation compiled = compile(folder.resolve("gone.mib"));

        assertThat(compiled.diagnostics()).hasSize(1);
        assertThat(compiled.diagnostics().getFirst().message()).contains("cannot be read");
    }

    @Test
    void ofARestrictedRepositoryOnlyWhatIsWantedAndItsImportsAreCompiled() throws IOException {
        write("a/ACME-MIB", "ACME-MIB", identity("acme", "200101010000Z", 1));
        write("b/FAR-MIB", "FAR-MIB", "IMPORTS acme FROM ACME-MIB;\nfar ::= { acme 1 }");
        write("c/OTHER-MIB", "OTHER-MIB", "broken broken");
        MibRepository all = MibRepository.baseOnly().withSources(List.of(folder));

        Compilation few = MibCompiler.compile(all.restrictedTo(List.of("FAR-MIB")));
        Compilation base = MibCompiler.compile(all.restrictedTo(List.of()));

        assertThat(few.index().moduleNames()).contains("FAR-MIB", "ACME-MIB", "SNMPv2-SMI");
        assertThat(few.index().moduleNames()).doesNotContain("OTHER-MIB");
        assertThat(few.diagnostics()).noneMatch(d -> d.location().file().endsWith("OTHER-MIB"));
        assertThat(base.index().moduleNames()).doesNotContain("FAR-MIB", "ACME-MIB");
        assertThat(base.index().moduleNames()).contains("SNMPv2-SMI");
    }

    @Test
    void aReplacementIsReadUnderTheNameOfWhatItStandsFor() throws IOException {
        Path original = write("ACME-MIB", "ACME-MIB", identity("acme", "200101010000Z", 1));
        Path copy = write("copies/1", "ACME-MIB", identity("acme", "200101010000Z", 2));
        MibRepository plain = MibRepository.baseOnly().withSources(List.of(original));

        Compilation replaced =
                MibCompiler.compile(plain.withReplacements(Map.of(original.toString(), copy)));
        Files.delete(copy);
        Compilation gone =
                MibCompiler.compile(plain.withReplacements(Map.of(original.toString(), copy)));

        assertThat(oid(replaced, "ACME-MIB", "acme")).isEqualTo("1.3.6.1.4.1.32473.2");
        assertThat(replaced.index().module("ACME-MIB").orElseThrow().file())
                .isEqualTo(original.toString());
        assertThat(oid(gone, "ACME-MIB", "acme")).isEqualTo("1.3.6.1.4.1.32473.1");
    }
}
