package dev.bulkhead.app.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.change.ChangeEntry.Result;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangeFileTest {
    private static final Oid INSTANCE = Oid.parse("1.3.6.1.2.1.1.5.0");

    @TempDir Path folder;

    private static ChangeEntry entry(String device, RowEffect row) {
        return new ChangeEntry(
                7,
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.empty(),
                "192.0.2.1:161",
                device,
                INSTANCE,
                Optional.of(SmiValue.Marker.NO_SUCH_INSTANCE),
                Optional.of(new SmiValue.OctetString(new byte[] {9, 10, 0})),
                Result.REFUSED,
                17,
                row,
                true);
    }

    @Test
    void entriesAreReadAsTheyWereWritten() {
        RowEffect destroyed =
                new RowEffect.Destroyed(
                        INSTANCE, List.of(new VarBind(INSTANCE, new SmiValue.Integer32(-1))));
        List<ChangeEntry> entries =
                List.of(
                        entry("one", new RowEffect.None()),
                        entry("two", new RowEffect.Created(INSTANCE)),
                        entry("three", destroyed));
        ChangeFile file = new ChangeFile(Optional.of(folder.resolve("sub/changes.tsv")));
        file.write(entries);
        assertThat(file.read(10)).isEqualTo(entries);
        assertThat(file.read(2)).isEqualTo(entries.subList(0, 2));
    }

    @Test
    void onlyItsOwnerReadsIt() throws Exception {
        Path path = folder.resolve("changes.tsv");
        new ChangeFile(Optional.of(path)).write(List.of(entry("a\tb\nc", new RowEffect.None())));
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(path))
                    .containsExactlyInAnyOrder(
                            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
        assertThat(new ChangeFile(Optional.of(path)).read(5))
                .singleElement()
                .extracting(ChangeEntry::device)
                .isEqualTo("a b c");
    }

    @Test
    void damagedLinesAreLeftOut() throws Exception {
        Path path = folder.resolve("changes.tsv");
        ChangeFile file = new ChangeFile(Optional.of(path));
        file.write(List.of(entry("one", new RowEffect.None())));
        Files.writeString(path, "rubbish\n" + Files.readString(path) + "1\t2\n");
        assertThat(file.read(10)).hasSize(1);
    }
}
