package dev.bulkhead.mibs.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.input.Archives.Zip;
import dev.bulkhead.mibs.input.UnpackingFixture.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BombsTest {
    private static final String OK = Archives.module("OK-MIB");

    @TempDir Path folder;
    private UnpackingFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new UnpackingFixture(folder);
    }

    private static byte[] blanks(int count) {
        byte[] blanks = new byte[count];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    private static byte[] noise(int count) {
        byte[] noise = new byte[count];
        new Random(7).nextBytes(noise);
        noise[0] = ' ';
        return noise;
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFLATED", "DEFLATED_UNSIZED", "LYING_SIZES"})
    void anEntryThatInflatesBeyondAllTextIsRefused(Zip how) throws IOException {
        byte[] zip =
                new Archives().zip("ok.mib", OK).zip("bomb.mib", blanks(2_500_000), how).endZip();

        Result result = fixture.unpack(zip);

        assertThat(result.refused()).contains("bomb.mib: RATIO");
        assertThat(fixture.onDisk()).containsExactly("target/ok.mib");
    }

    @Test
    void whatStandsBehindABombIsKept() throws IOException {
        byte[] zip =
                new Archives()
                        .zip("bomb.mib", blanks(2_500_000), Zip.DEFLATED)
                        .zip("too.mib", blanks(2_500_000), Zip.DEFLATED_UNSIZED)
                        .zip("ok.mib", OK)
                        .endZip();

        Result result = fixture.unpack(zip);

        assertThat(result.refused()).containsExactly("bomb.mib: RATIO", "too.mib: RATIO");
        assertThat(result.files()).containsExactly("ok.mib");
    }

    @Test
    void aGzipBombIsRefused() throws IOException {
        Result result = fixture.unpack("bomb.mib.gz", Archives.gzip(blanks(2_500_000)));

        assertThat(result.refused()).containsExactly("bomb.mib: RATIO");
        assertThat(fixture.onDisk()).isEmpty();
    }

    @Test
    void aTarBombInAGzipIsRefusedAndWhatStandsBeforeIsKept() throws IOException {
        String bomb = " ".repeat(2_500_000);
        byte[] tar = new Archives().tar("ok.mib", OK).tar("bomb.mib", bomb).endTar();

        Result result = fixture.unpack(Archives.gzip(tar));

        assertThat(result.refused()).containsExactly("bomb.mib: RATIO");
        assertThat(fixture.onDisk()).containsExactly("target/ok.mib");
    }

    @Test
    void aFileLargerThanAnyMibIsRefusedByItsRealBytes() throws IOException {
        byte[] zip =
                new Archives()
                        .zip("large.mib", noise(3_000_001), Zip.DEFLATED)
                        .zip("just.mib", noise(3_000_000), Zip.STORED)
                        .endZip();

        Result result = fixture.unpack(zip);

        assertThat(result.refused()).containsExactly("large.mib: LARGE_FILE");
        assertThat(result.files()).containsExactly("just.mib");
    }

    @Test
    void manyFilesTogetherMayBeTooLarge() throws IOException {
        Archives zip = new Archives();
        for (int i = 0; i < 5; i++) {
            zip.zip(i + ".mib", noise(2_500_000), Zip.STORED);
        }

        Result result = fixture.unpack(zip.endZip());

        assertThat(result.files()).containsExactly("0.mib", "1.mib", "2.mib");
        assertThat(result.refused()).containsExactly("3.mib: LARGE_TOTAL");
        assertThat(fixture.onDisk()).hasSize(3);
    }

    @Test
    void inflatingWhatIsThrownAwayIsBoundedToo() throws IOException {
        Archives zip = new Archives();
        for (int i = 0; i < 20; i++) {
            zip.zip("../" + i, noise(2_500_000), Zip.DEFLATED_UNSIZED);
        }

        Result result = fixture.unpack(zip.endZip());

        assertThat(result.refused()).hasSizeLessThan(10).last().asString().endsWith("LARGE_TOTAL");
    }

    @Test
    void entriesAreCounted() throws IOException {
        Archives zip = new Archives();
        for (int i = 0; i < 80; i++) {
            zip.zip(i % 2 == 0 ? i + ".mib" : "f" + i + "/", "");
        }

        Result result = fixture.unpack(zip.endZip());

        assertThat(result.files()).hasSize(25);
        assertThat(result.refused()).containsExactly("50.mib: MANY_ENTRIES");
    }

    @Test
    void archivesInsideAreUnpackedAsDeepAsTheLimit() throws IOException {
        byte[] third = new Archives().zip("c.mib", OK).endZip();
        byte[] second =
                new Archives()
                        .tar("b.mib", OK)
                        .tar("third.zip", new String(third, StandardCharsets.ISO_8859_1))
                        .endTar();
        byte[] first =
                new Archives()
                        .zip("a.mib", OK)
                        .zip("d/second.dat", Archives.gzip(second), Zip.STORED)
                        .endZip();
        byte[] outer =
                new Archives().zip("first.zip", first, Zip.DEFLATED).zip("end.mib", OK).endZip();

        Result result = fixture.unpack(outer);

        assertThat(result.files())
                .containsExactly("first.zip/a.mib", "first.zip/d/second.dat/b.mib", "end.mib");
        assertThat(result.refused()).containsExactly("first.zip!d/second.dat!third.zip: NESTED");
    }

    @Test
    void aDollOfGzipsEnds() throws IOException {
        byte[] doll = ascii(OK);
        for (int i = 0; i < 30; i++) {
            doll = Archives.gzip(doll);
        }

        Result result = fixture.unpack("doll.gz", doll);

        assertThat(result.files()).isEmpty();
        assertThat(result.refused()).singleElement().asString().endsWith("NESTED");
    }

    private static byte[] ascii(String text) {
        return Archives.ascii(text);
    }

    @Test
    void anArchiveInsideCannotMultiplyBeyondTheTotal() throws IOException {
        byte[] inner = new Archives().zip("x.mib", noise(2_900_000), Zip.STORED).endZip();
        Archives zip = new Archives();
        for (int i = 0; i < 10; i++) {
            zip.zip(i + ".zip", inner, Zip.DEFLATED);
        }

        Result result = fixture.unpack(zip.endZip());

        assertThat(result.files()).containsExactly("0.zip/x.mib", "1.zip/x.mib");
        assertThat(result.refused()).containsExactly("2.zip!x.mib: LARGE_TOTAL");
    }

    @Test
    void timeRunsOut() throws IOException {
        ArchiveLimits small = UnpackingFixture.SMALL;
        ArchiveLimits noTime =
                new ArchiveLimits(
                        small.fileBytes(),
                        small.totalBytes(),
                        small.entries(),
                        small.ratio(),
                        small.nesting(),
                        small.nameLength(),
                        small.depth(),
                        Duration.ZERO);

        Result result =
                new UnpackingFixture(folder, noTime, Cancellation.NEVER)
                        .unpack(new Archives().zip("a.mib", OK).endZip());

        assertThat(result.files()).isEmpty();
        assertThat(result.refused()).containsExactly(": TIME");
    }

    @Test
    void unpackingIsCancelledInTheMiddleOfAFile() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Cancellation later = () -> asked.incrementAndGet() > 20;
        byte[] zip =
                new Archives().zip("a.mib", OK).zip("b.mib", noise(2_900_000), Zip.STORED).endZip();

        Result result = new UnpackingFixture(folder, UnpackingFixture.SMALL, later).unpack(zip);

        assertThat(result.files()).containsExactly("a.mib");
        assertThat(result.refused()).containsExactly("b.mib: CANCELLED");
        assertThat(fixture.onDisk()).containsExactly("target/a.mib");
    }
}
