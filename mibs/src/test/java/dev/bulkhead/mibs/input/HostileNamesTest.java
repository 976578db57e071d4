package dev.bulkhead.mibs.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.input.UnpackingFixture.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileNamesTest {
    private static final String OK = Archives.module("OK-MIB");

    @TempDir Path folder;
    private UnpackingFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new UnpackingFixture(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "../slip.mib, OUTSIDE",
        "..\\slip.mib, OUTSIDE",
        "a/../../slip.mib, OUTSIDE",
        "a/b/..\\..\\../slip.mib, OUTSIDE",
        "a/.. /slip.mib, OUTSIDE",
        "/tmp/slip.mib, ABSOLUTE",
        "\\\\host\\share\\slip.mib, ABSOLUTE",
        "C:\\slip.mib, ABSOLUTE",
        "c:slip.mib, ABSOLUTE",
        "a.mib:stream, ABSOLUTE",
        "con.mib, DEVICE",
        "a/NUL, DEVICE",
        "lpt1 .txt, DEVICE",
        "com\u00B9.mib, DEVICE",
        "./ /x.mib, BAD_NAME",
        "a/b/c/d/e/f/g.mib, DEEP_PATH",
        "a234567890123456789012345678901234567890b.mib, LONG_NAME",
    })
    void aNameThatLeadsAwayIsRefusedAndTheRestKept(String name, String reason) throws IOException {
        byte[] zip = new Archives().zip(name, OK).zip("ok.mib", OK).endZip();

        Result result = fixture.unpack(zip);

        assertThat(result.refused()).containsExactly(name + ": " + reason);
        assertThat(result.files()).containsExactly("ok.mib");
        assertThat(fixture.onDisk()).containsExactly("target/ok.mib");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b.mib", "a.mib\0", "a\nb.mib", "a\u001B[31m.mib", "a\u0085.mib"})
    void controlCharactersAreInNoName(String name) throws IOException {
        byte[] zip = new Archives().zip(name, OK).zip("ok.mib", OK).endZip();

        assertThat(fixture.unpack(zip).refused()).containsExactly(name + ": BAD_NAME");
        assertThat(fixture.onDisk()).containsExactly("target/ok.mib");
    }

    @ParameterizedTest
    @CsvSource({"../slip.mib, OUTSIDE", "/slip.mib, ABSOLUTE", "aux.mib, DEVICE"})
    void aTarsNamesAreHeldToTheSameRules(String name, String reason) throws IOException {
        byte[] tar = new Archives().tar(name, OK).tar("ok.mib", OK).endTar();

        Result result = fixture.unpack(tar);

        assertThat(result.refused()).containsExactly(name + ": " + reason);
        assertThat(fixture.onDisk()).containsExactly("target/ok.mib");
    }

    @ParameterizedTest
    @CsvSource({
        "./a.mib, a.mib",
        "x//a.mib, x/a.mib",
        "x\\y\\a.mib, x/y/a.mib",
        "Acme Inc./a.mib, Acme Inc/a.mib",
        "console.mib, console.mib",
        "...x/a..mib, ...x/a..mib",
    })
    void anOddNameBecomesAPathOfAnySystem(String name, String path) throws IOException {
        assertThat(fixture.unpack(new Archives().zip(name, OK).endZip()).files())
                .containsExactly(path);
    }

    @Test
    void namesThatDifferOnlyInCaseCollide() throws IOException {
        byte[] zip =
                new Archives()
                        .zip("a/X.mib", OK)
                        .zip("A/x.MIB", "other")
                        .zip("e\u0301.mib", OK)
                        .zip("\u00E9.mib", "other")
                        .endZip();

        Result result = fixture.unpack(zip);

        assertThat(result.files()).hasSize(2);
        assertThat(result.refused()).containsExactly("A/x.MIB: COLLISION", "\u00E9.mib: COLLISION");
        assertThat(fixture.target.resolve("a/X.mib")).hasContent(OK);
    }

    @Test
    void aFileIsNoFolderAndAFolderNoFile() throws IOException {
        byte[] zip =
                new Archives()
                        .zip("a", OK)
                        .zip("A/x.mib", OK)
                        .zip("b/x.mib", OK)
                        .zip("B", OK)
                        .endZip();

        Result result = fixture.unpack(zip);

        assertThat(result.files()).containsExactly("a", "b/x.mib");
        assertThat(result.refused()).containsExactly("A/x.mib: COLLISION", "B: COLLISION");
    }

    @Test
    void linksAndDevicesOfATarAreNamedAndNeverMade() throws IOException {
        byte[] tar =
                new Archives()
                        .tarSpecial("link.mib", '2', "/etc/hostname")
                        .tarSpecial("hard.mib", '1', "/etc/hostname")
                        .tarSpecial("char.mib", '3', "")
                        .tarSpecial("block.mib", '4', "")
                        .tarSpecial("fifo.mib", '6', "")
                        .tarSpecial("folder", '2', "..")
                        .tar("folder/x.mib", OK)
                        .endTar();

        Result result = fixture.unpack(tar);

        assertThat(result.refused())
                .containsExactly(
                        "link.mib: LINK",
                        "hard.mib: LINK",
                        "char.mib: SPECIAL_FILE",
                        "block.mib: SPECIAL_FILE",
                        "fifo.mib: SPECIAL_FILE",
                        "folder: LINK");
        assertThat(fixture.onDisk()).containsExactly("target/folder/x.mib");
    }

    @Test
    void aLinkOfAZipIsTakenBackWhenTheDirectoryTells() throws IOException {
        byte[] zip =
                new Archives()
                        .zip("link.mib", "/etc/hostname")
                        .zip("ok.mib", OK)
                        .directory("link.mib", 0xA1FF)
                        .directory("ok.mib", 0x81A4)
                        .endZip();

        Result result = fixture.unpack(zip);

        assertThat(result.refused()).containsExactly("link.mib: LINK");
        assertThat(result.files()).containsExactly("ok.mib");
        assertThat(fixture.onDisk()).containsExactly("target/ok.mib");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingIsWrittenThroughALinkInTheTarget() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path victim = Files.writeString(outside.resolve("victim"), "mine");
        Files.createDirectory(fixture.target);
        Files.createSymbolicLink(fixture.target.resolve("a"), outside);
        Files.createSymbolicLink(fixture.target.resolve("b.mib"), victim);

        Result result =
                fixture.unpack(new Archives().zip("a/victim", OK).zip("b.mib", OK).endZip());

        assertThat(result.files()).isEmpty();
        assertThat(result.refused()).containsExactly("a/victim: COLLISION", "b.mib: COLLISION");
        assertThat(victim).hasContent("mine");
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        Files.createDirectory(fixture.target);
        Path existing = Files.writeString(fixture.target.resolve("a.mib"), "mine");

        Result result = fixture.unpack(new Archives().zip("a.mib", OK).endZip());

        assertThat(result.refused()).containsExactly("a.mib: COLLISION");
        assertThat(existing).hasContent("mine");
    }

    @Test
    void aNameInAnOldCodePageIsReadSo() throws IOException {
        byte[] zip = new Archives().zip("caf#.mib", OK).endZip();
        for (int i = 0; i < zip.length; i++) {
            zip[i] = zip[i] == '#' ? (byte) 0x82 : zip[i]; // e acute in code page 437
        }

        assertThat(fixture.unpack(zip).files()).hasSize(1).first().asString().startsWith("caf");
    }
}
