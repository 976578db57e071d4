package dev.bulkhead.mibs.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.input.Archives.Zip;
import dev.bulkhead.mibs.input.UnpackingFixture.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DamagedArchivesTest {
    private static final String OK = Archives.module("OK-MIB");

    @TempDir Path folder;
    private UnpackingFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new UnpackingFixture(folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"STORED", "DEFLATED", "STORED_UNSIZED", "DEFLATED_UNSIZED", "LYING_SIZES"})
    void anEntryIsReadToItsRealEndHoweverItIsWritten(Zip how) throws IOException {
        String text = OK.repeat(100);
        byte[] zip =
                new Archives()
                        .zip("a.mib", Archives.ascii(text), how)
                        .zip("empty.mib", new byte[0], how)
                        .zip("b.mib", OK)
                        .endZip();

        Result result = fixture.unpack(zip);

        assertThat(result.refused()).isEmpty();
        assertThat(result.files()).containsExactly("a.mib", "empty.mib", "b.mib");
        assertThat(fixture.target.resolve("a.mib")).hasContent(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED, ENCRYPTED",
        "ODD_METHOD, UNSUPPORTED",
        "WRONG_CRC, DAMAGED",
        "BROKEN_DATA, DAMAGED"
    })
    void aBadEntryCostsOnlyItself(Zip how, String reason) throws IOException {
        byte[] zip =
                new Archives()
                        .zip("a.mib", OK)
                        .zip("bad.mib", Archives.ascii(OK), how)
                        .zip("b.mib", OK)
                        .endZip();

        Result result = fixture.unpack(zip);

        assertThat(result.refused()).containsExactly("bad.mib: " + reason);
        assertThat(result.files()).containsExactly("a.mib", "b.mib");
        assertThat(fixture.onDisk()).containsExactly("target/a.mib", "target/b.mib");
    }

    @Test
    void aZipCutOffInAnEntryKeepsWhatStandsBefore() throws IOException {
        byte[] whole = new Archives().zip("a.mib", OK).zip("b.mib", OK).bytes();

        Result result = fixture.unpack(Arrays.copyOf(whole, whole.length - 5));

        assertThat(result.refused()).containsExactly("b.mib: DAMAGED");
        assertThat(fixture.onDisk()).containsExactly("target/a.mib");
    }

    @Test
    void aZipCutOffBetweenEntriesIsToldSo() throws IOException {
        Result result = fixture.unpack(new Archives().zip("a.mib", OK).bytes());

        assertThat(result.refused()).containsExactly(": DAMAGED");
        assertThat(result.files()).containsExactly("a.mib");
    }

    @Test
    void aTarCutOffInAnEntryKeepsWhatStandsBefore() throws IOException {
        byte[] whole = new Archives().tar("a.mib", OK).tar("b.mib", OK.repeat(50)).bytes();

        Result result = fixture.unpack(Arrays.copyOf(whole, whole.length - 1000));

        assertThat(result.refused()).containsExactly("b.mib: DAMAGED");
        assertThat(fixture.onDisk()).containsExactly("target/a.mib");
    }

    @Test
    void aTarsHeaderWithAWrongChecksumEndsIt() throws IOException {
        byte[] bad = Archives.tarHeader(Archives.ascii("bad.mib"), '0', 0);
        bad[0] = 'B';
        byte[] tar = new Archives().tar("a.mib", OK).raw(bad).tar("b.mib", OK).endTar();

        Result result = fixture.unpack(tar);

        assertThat(result.refused()).containsExactly(": DAMAGED");
        assertThat(result.files()).containsExactly("a.mib");
    }

    @Test
    void aSizeNoDiskHasIsNoReasonToFail() throws IOException {
        byte[] header = Archives.tarHeader(Archives.ascii("huge.mib"), '0', 0);
        Arrays.fill(header, 124, 136, (byte) 0);
        header[124] = (byte) 0x80;
        header[128] = 0x3F; // base 256
        byte[] tar = new Archives().tar("a.mib", OK).raw(Archives.checked(header)).endTar();

        Result result = fixture.unpack(tar);

        assertThat(result.files()).containsExactly("a.mib");
        assertThat(result.refused()).containsExactly("huge.mib: DAMAGED");
    }

    @Test
    void aGzipCutOffIsRefusedWhole() throws IOException {
        byte[] gzip = Archives.gzip(Archives.ascii(OK.repeat(100)));

        Result result = fixture.unpack("a.mib.gz", Arrays.copyOf(gzip, gzip.length - 12));

        assertThat(result.refused()).containsExactly("a.mib: DAMAGED");
        assertThat(fixture.onDisk()).isEmpty();
    }

    @Test
    void aDamagedArchiveInsideLeavesTheRest() throws IOException {
        byte[] inner = new Archives().zip("x.mib", OK).bytes();
        byte[] zip = new Archives().zip("in.zip", inner, Zip.DEFLATED).zip("b.mib", OK).endZip();

        Result result = fixture.unpack(zip);

        assertThat(result.refused()).containsExactly("in.zip: DAMAGED");
        assertThat(result.files()).containsExactly("in.zip/x.mib", "b.mib");
    }

    @Test
    void aTextIsNoArchive() throws IOException {
        assertThat(fixture.unpack(Archives.ascii(OK)).refused()).containsExactly(": NO_ARCHIVE");
        assertThat(fixture.unpack(new byte[0]).refused()).containsExactly(": NO_ARCHIVE");
        assertThat(fixture.unpack(new byte[10240]).refused()).containsExactly(": NO_ARCHIVE");
    }

    @Test
    void aMissingArchiveIsToldByName() throws IOException {
        Unpacked unpacked =
                new ArchiveUnpacker(ArchiveLimits.DEFAULT, Cancellation.NEVER, Progress.NONE)
                        .unpack(folder.resolve("none.zip"), fixture.target);

        assertThat(unpacked.refused()).containsExactly(new Refused("", Refused.Reason.UNREADABLE));
    }

    @Test
    void anyDamagedByteEndsInAResult() throws IOException {
        Random random = new Random(11);
        byte[] inner = Archives.gzip(new Archives().tarPax("path=p.mib").tar("c", OK).endTar());
        byte[] zip =
                new Archives()
                        .zip("a.mib", OK)
                        .zip("in.tgz", inner, Zip.DEFLATED_UNSIZED)
                        .zip("b.mib", Archives.ascii(OK), Zip.STORED_UNSIZED)
                        .directory("a.mib", 0xA1FF)
                        .endZip();
        byte[] tar = new Archives().tarGnuLongName("long").tar("d", OK).raw(zip).endTar();
        for (int round = 0; round < 300; round++) {
            byte[] bad = (round % 2 == 0 ? zip : tar).clone();
            for (int i = 0; i <= round % 5; i++) {
                bad[random.nextInt(4, bad.length)] = (byte) random.nextInt();
            }
            Path own = Files.createDirectory(folder.resolve("round" + round));
            UnpackingFixture fresh = new UnpackingFixture(own);

            Result result = fresh.unpack(bad);

            assertThat(fresh.onDisk()).hasSameSizeAs(result.files());
        }
    }
}
