package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileVerbTest {
    private final FakeTerminal world = new FakeTerminal();
    @TempDir private Path folder;

    @BeforeEach
    void keepOutOfTheUsersCache() {
        world.environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    private static String module(String name, String imports, String body) {
        return """
        %s DEFINITIONS ::= BEGIN
        IMPORTS MODULE-IDENTITY, OBJECT-TYPE, Counter32, enterprises FROM SNMPv2-SMI %s;
        acme MODULE-IDENTITY LAST-UPDATED "202601010000Z" ORGANIZATION "A" CONTACT-INFO "A"
            DESCRIPTION "A." ::= { enterprises 99999 }
        %sEND
        """
                .formatted(name, imports, body);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aFileWithManyFaultsFitsOneScreen() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            body.append("n%d OBJECT IDENTIFIER ::= { nowhere%d 1 }\n".formatted(i, i));
            body.append("v%d OBJECT-TYPE SYNTAX Nothing%d ::= { acme %d }\n".formatted(i, i, i));
        }
        Path file = write("A.mib", module("ACME-MIB", "", body.toString()));
        assertThat(world.run("compile", file.toString())).isZero();
        assertThat(world.err().lines().count()).isBetween(5L, 40L);
        assertThat(world.err()).contains("object-identifier-unknown", "more like it");
        world.err.reset();
        world.run("compile", "--all", file.toString());
        assertThat(world.err().lines().count()).isGreaterThan(600);
    }

    @Test
    void aMissingModuleIsToldOnceWithTheFolderThatHasIt() throws IOException {
        Path a = write("a/A.mib", module("A-MIB", "thing FROM LOST-MIB, x FROM NOWHERE-MIB", ""));
        write("a/B.mib", module("B-MIB", "thing FROM LOST-MIB", ""));
        Path lost = write("b/deep/LOST.mib", module("LOST-MIB", "", ""));
        Path in = a.getParent();
        assertThat(world.run("compile", in.toString())).isZero();
        assertThat(world.err())
                .containsOnlyOnce("missing: LOST-MIB, wanted by A-MIB, B-MIB; it is in ")
                .contains("Add: -M " + lost.getParent())
                .contains("missing: NOWHERE-MIB");
    }

    @Test
    void ofAModuleInTwoFilesThePreferredOneIsTaken() throws IOException {
        Path a = write("A.mib", module("ACME-MIB", "", ""));
        Path b = write("B.mib", module("ACME-MIB", "", ""));
        world.run("compile", a.getParent().toString());
        assertThat(world.err()).contains("ACME-MIB is in 2 files: " + a + " is taken");
        world.err.reset();
        world.run("compile", "--prefer", b.toString(), a.getParent().toString());
        assertThat(world.err()).contains(b + " is taken, since it was chosen");
    }

    @Test
    void aCodeIsExplainedAndAnUnknownOneHasNearOnes() {
        assertThat(world.run("compile", "--explain", "missing-comma")).isZero();
        assertThat(world.out()).startsWith("missing-comma: severity 3 (error)").contains("help: ");
        assertThat(world.run("compile", "--explain", "missing-coma")).isEqualTo(ExitCode.USAGE);
        assertThat(world.err()).contains("nearest: missing-comma");
        world.out.reset();
        world.run("compile", "--explain");
        assertThat(world.out().lines().count()).isGreaterThan(40);
    }

    @Test
    void jsonLinesAreDiagnosticsAndASummary() throws IOException {
        Path file =
                write("A.mib", module("ACME-MIB", "", "n OBJECT IDENTIFIER ::= { nowhere 1 }\n"));
        assertThat(world.run("compile", "--format", "jsonl", file.toString())).isZero();
        assertThat(world.err()).isEmpty();
        assertThat(world.out().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"code\":\"object-identifier-unknown\"");
        assertThat(world.run("compile", "--format", "csv", file.toString()))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void fixWritesAMendedCopyAndShowsTheDifference() throws IOException {
        String broken = module("ACME-MIB", "", "").replace("Counter32, ent", "Counter32 ent");
        Path file = write("deep/A.mib", broken);
        Path to = folder.resolve("out");
        Path in = folder.resolve("in");
        assertThat(world.run("compile", in.toString(), "--fix", "--to", to.toString())).isZero();
        assertThat(file).hasContent(broken);
        assertThat(to.resolve("deep").resolve("A.mib")).hasContent(module("ACME-MIB", "", ""));
        assertThat(world.out()).startsWith("--- " + file).contains("\n-IMPORTS", "\n+IMPORTS");
        assertThat(world.err()).contains("before: 1 error, 0 warnings; after: 0 errors");
    }

    @Test
    void fixRefusesAFolderInWhichASourceCouldBeTouched() throws IOException {
        Path file = write("A.mib", module("ACME-MIB", "", ""));
        Path in = folder.resolve("in");
        for (Path to : new Path[] {in, folder, in.resolve("new"), file}) {
            assertThat(world.run("compile", in.toString(), "--fix", "--to", to.toString()))
                    .as(to.toString())
                    .isEqualTo(ExitCode.USAGE);
        }
        assertThat(world.run("compile", in.toString(), "--fix")).isEqualTo(ExitCode.USAGE);
    }
}
