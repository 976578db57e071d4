package dev.bulkhead.mibs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules wanted by name out of folders that are searched for nothing else. */
class ModulesOnDemandTest {
    @TempDir Path folder;
    @TempDir Path cache;

    private void write(String file, String module, String imports, String body) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(
                path,
                "-- "
                        + module
                        + "\n"
                        + module
                        + " DEFINITIONS ::= BEGIN\nIMPORTS "
                        + imports
                        + " enterprises FROM SNMPv2-SMI;\n"
                        + body
                        + "\nEND\n");
    }

    private void writeChain() throws IOException {
        write("c-file.txt", "ACME-C-MIB", "b FROM ACME-B-MIB", "c OBJECT IDENTIFIER ::= { b 3 }");
        write(
                "sub/ACME-B-MIB.my",
                "ACME-B-MIB",
                "a FROM ACME-A-MIB",
                "b OBJECT IDENTIFIER ::= { a 2 }");
        write("x.mib", "ACME-A-MIB", "", "a OBJECT IDENTIFIER ::= { enterprises 32473 }");
        write("ACME-OTHER-MIB", "ACME-OTHER-MIB", "", "o OBJECT IDENTIFIER ::= { enterprises 1 }");
        Files.writeString(folder.resolve("broken.mib"), "ACME-BROKEN-MIB DEFINITIONS ::= BEGIN %");
    }

    private MibRepository wanting(String... modules) {
        return MibRepository.baseOnly()
                .withImportFolders(List.of(folder))
                .withModules(List.of(modules));
    }

    private static List<String> acme(Compilation compilation) {
        return compilation.index().moduleNames().stream()
                .filter(name -> name.startsWith("ACME"))
                .toList();
    }

    @Test
    void aModuleComesWithAllThatItImportsAndNothingElse() throws IOException {
        writeChain();
        Compilation compilation = MibCompiler.compile(wanting("ACME-C-MIB"));

        assertThat(acme(compilation)).containsExactly("ACME-A-MIB", "ACME-B-MIB", "ACME-C-MIB");
        assertThat(compilation.index().search("ACME-C-MIB::c", 1))
                .first()
                .satisfies(hit ->
                        assertThat(hit.node().oid().toString()).isEqualTo("1.3.6.1.4.1.32473.2.3"));
        assertThat(compilation.missing()).isEmpty();
        assertThat(compilation.diagnostics()).isEmpty();
    }

    @Test
    void severalAreFoundWhereverTheyStand() throws IOException {
        writeChain();

        assertThat(acme(MibCompiler.compile(wanting("ACME-OTHER-MIB", "ACME-A-MIB"))))
                .containsExactly("ACME-A-MIB", "ACME-OTHER-MIB");
    }

    @Test
    void withoutAWishNothingIsTaken() throws IOException {
        writeChain();

        assertThat(acme(MibCompiler.compile(wanting()))).isEmpty();
    }

    @Test
    void oneThatIsNowhereIsMissing() throws IOException {
        writeChain();
        Compilation compilation = MibCompiler.compile(wanting("ACME-GONE-MIB", "ACME-A-MIB"));

        assertThat(acme(compilation)).containsExactly("ACME-A-MIB");
        assertThat(compilation.missing())
                .containsExactly(new MissingModule("ACME-GONE-MIB", List.of()));
    }

    @Test
    void theLibraryGivesOnlyWhatIsWanted() {
        Compilation compilation =
                MibCompiler.compile(
                        MibRepository.baseOnly()
                                .withLibraryForImports()
                                .withModules(List.of("IF-MIB")));

        assertThat(compilation.index().module("IF-MIB")).isPresent();
        assertThat(compilation.index().module("IANAifType-MIB")).isPresent();
        assertThat(compilation.index().module("IP-MIB")).isEmpty();
    }

    @Test
    void wishesArePartOfTheCachesKey() throws IOException {
        writeChain();
        MibCompiler compiler = MibCompiler.plain().with(new MibCache(cache, 1));

        assertThat(acme(compiler.run(wanting("ACME-A-MIB")))).hasSize(1);
        assertThat(acme(compiler.run(wanting("ACME-B-MIB")))).hasSize(2);
        Compilation again = compiler.run(wanting("ACME-A-MIB"));
        assertThat(again.isFromCache()).isTrue();
        assertThat(acme(again)).containsExactly("ACME-A-MIB");
    }

    @Test
    void descriptionsOfModulesOnDemandAreSearchedToo() throws IOException {
        write(
                "ACME-A-MIB",
                "ACME-A-MIB",
                "OBJECT-IDENTITY,",
                """
                a OBJECT-IDENTITY STATUS current DESCRIPTION "Of the fan."
                    ::= { enterprises 32473 }\
                """);
        Compilation compilation = MibCompiler.compile(wanting("ACME-A-MIB"));
        compilation.prepareDescriptions(() -> false, (what, done, total) -> {});

        assertThat(compilation.index().search("fan", 5))
                .extracting(hit -> hit.node().name())
                .containsExactly("a");
    }
}
