package dev.bulkhead.mibs.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.input.UnpackingFixture.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    private static final String OK = Archives.module("OK-MIB");

    @TempDir Path folder;
    private UnpackingFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new UnpackingFixture(folder);
    }

    @Test
    void aGzippedTarIsUnpackedWhateverItsName() throws IOException {
        byte[] tar =
                new Archives()
                        .tarSpecial("./", '5', "")
                        .tarSpecial("./acme/", '5', "")
                        .tar("./acme/A.mib", OK)
                        .tar("./acme/B.mib", OK + OK)
                        .endTar();

        Result result = fixture.unpack("vendor.dat", Archives.gzip(tar));

        assertThat(result.refused()).isEmpty();
        assertThat(result.files()).containsExactly("acme/A.mib", "acme/B.mib");
        assertThat(fixture.target.resolve("acme/B.mib")).hasContent(OK + OK);
    }

    @Test
    void aGzippedFileLosesItsSuffix() throws IOException {
        Result result = fixture.unpack("ACME-MIB.txt.gz", Archives.gzip(Archives.ascii(OK)));

        assertThat(result.files()).containsExactly("ACME-MIB.txt");
        assertThat(fixture.target.resolve("ACME-MIB.txt")).hasContent(OK);
    }

    @Test
    void gnusLongNamesCount() throws IOException {
        String name = "a".repeat(39) + "/" + "b".repeat(39) + "/" + "c".repeat(39);

        byte[] tar =
                new Archives()
                        .tarGnuLongName(name)
                        .tar(name.substring(0, 100), OK)
                        .tar("next.mib", OK)
                        .endTar();

        assertThat(fixture.unpack(tar).files()).containsExactly(name, "next.mib");
    }

    @Test
    void paxRecordsOfPathAndSizeCount() throws IOException {
        byte[] content = Archives.ascii(OK);
        byte[] tar =
                new Archives()
                        .tarPax("mtime=1.5", "path=from/pax.mib", "size=" + content.length)
                        .raw(Archives.tarHeader(Archives.ascii("short"), '0', 0))
                        .padded(content)
                        .tar("next.mib", OK)
                        .endTar();

        Result result = fixture.unpack(tar);

        assertThat(result.files()).containsExactly("from/pax.mib", "next.mib");
        assertThat(fixture.target.resolve("from/pax.mib")).hasContent(OK);
    }

    @Test
    void aPaxPathIsHeldToTheRules() throws IOException {
        byte[] tar = new Archives().tarPax("path=../slip.mib").tar("fine.mib", OK).endTar();

        assertThat(fixture.unpack(tar).refused()).containsExactly("../slip.mib: OUTSIDE");
    }

    @Test
    void aPrefixIsPartOfAUstarName() throws IOException {
        byte[] header = Archives.tarHeader(Archives.ascii("a.mib"), '0', 0);
        System.arraycopy(Archives.ascii("deep/folder"), 0, header, 345, 11);

        byte[] tar = new Archives().raw(Archives.checked(header)).endTar();

        assertThat(fixture.unpack(tar).files()).containsExactly("deep/folder/a.mib");
    }

    @Test
    void aTarOfTheOldFormatIsKnownByItsChecksum() throws IOException {
        byte[] header = Archives.tarHeader(Archives.ascii("old.mib"), '\0', 0);
        Arrays.fill(header, 257, 265, (byte) 0);

        byte[] tar = new Archives().raw(Archives.checked(header)).endTar();

        assertThat(fixture.unpack(tar).files()).containsExactly("old.mib");
    }

    @Test
    void sparseFilesAreNotSupported() throws IOException {
        byte[] tar =
                new Archives()
                        .tarPax("GNU.sparse.major=1")
                        .tar("sparse.mib", OK)
                        .tar("b.mib", OK)
                        .endTar();

        Result result = fixture.unpack(tar);

        assertThat(result.refused()).containsExactly("sparse.mib: UNSUPPORTED");
        assertThat(result.files()).containsExactly("b.mib");
    }

    @Test
    void recordsWithoutAnEntryEnd() throws IOException {
        Archives tar = new Archives();
        for (int i = 0; i < 100; i++) {
            tar.tarPax("comment=none");
        }

        assertThat(fixture.unpack(tar.endTar()).refused()).containsExactly(": DAMAGED");
    }

    @Test
    void aNameLongerThanAnySystemsIsNotReadIntoMemory() throws IOException {
        byte[] tar =
                new Archives().raw(Archives.tarHeader(Archives.ascii("x"), 'L', 1L << 32)).endTar();

        assertThat(fixture.unpack(tar).refused()).containsExactly(": DAMAGED");
    }
}
