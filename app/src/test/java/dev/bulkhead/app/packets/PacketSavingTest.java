package dev.bulkhead.app.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.app.export.PcapngWriter.Form;
import dev.bulkhead.engine.trace.Packet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacketSavingTest {
    private static final List<Packet> PACKETS =
            List.of(SomePackets.sent(0), SomePackets.received(1, "core"));

    @TempDir private Path folder;

    private String saved(Form form) throws IOException {
        Path file = folder.resolve("some.pcapng");
        PacketSaving.save(PACKETS, file, form, true);
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void asReadNoCommunityIsInTheFileButWhatWasRead() throws Exception {
        assertThat(saved(Form.READ))
                .contains("*********", "RESPONSE request-id 1", "core")
                .doesNotContain(SomePackets.COMMUNITY);
    }

    @Test
    void asSentTheOctetsAreThoseOnTheWire() throws Exception {
        assertThat(saved(Form.AS_SENT))
                .contains(".." + SomePackets.COMMUNITY + "..")
                .doesNotContain("****", "RESPONSE");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyIfWanted() throws Exception {
        Path file = Files.writeString(folder.resolve("a.pcapng"), "mine");
        assertThatThrownBy(() -> PacketSaving.save(PACKETS, file, Form.READ, false))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
        PacketSaving.save(PACKETS, file, Form.READ, true);
        assertThat(names()).containsExactly("a.pcapng");
        assertThat(Files.size(file)).isGreaterThan(100);
    }

    @Test
    void whereItCannotBeWrittenNothingIsLeft() throws Exception {
        Path nowhere = folder.resolve("none").resolve("a.pcapng");
        assertThatThrownBy(() -> PacketSaving.save(PACKETS, nowhere, Form.READ, false))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PacketSaving.save(PACKETS, folder, Form.READ, true))
                .isInstanceOf(IOException.class);
        assertThat(names()).isEmpty();
    }
}
