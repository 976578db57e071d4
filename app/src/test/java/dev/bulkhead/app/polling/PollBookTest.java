package dev.bulkhead.app.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.smi.Oid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollBookTest {
    @TempDir Path folder;

    private static PollReference whom(PollReference.Source credential) {
        return new PollReference(
                "core-sw-01", "10.0.12.1:1161", credential, Duration.ofMillis(1_500), 2);
    }

    private static final KeptPoll INSTANCE =
            new KeptPoll(
                    whom(new PollReference.Source.Named("ops = \"v3\"")),
                    new KeptPoll.What.Instance(Oid.parse("1.3.6.1.2.1.2.2.1.10.9")),
                    Duration.ofSeconds(5),
                    new PollSettings(
                            "Up\nlinks",
                            Optional.of(new Threshold(Threshold.Side.BELOW, 1.5e6, 2e6)),
                            true),
                    3,
                    OptionalInt.of(0));
    private static final KeptPoll FORMULA =
            new KeptPoll(
                    whom(new PollReference.Source.Public()),
                    new KeptPoll.What.Formula("ifInOctets.1 * 8 [b/s]", "in # 1"),
                    Duration.ofMillis(500),
                    PollSettings.NONE,
                    0,
                    OptionalInt.empty());

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        KeptPoll unnamed =
                new KeptPoll(
                        whom(new PollReference.Source.Unnamed()),
                        FORMULA.what(),
                        FORMULA.every(),
                        PollSettings.NONE,
                        0,
                        OptionalInt.empty());
        PollBook book = new PollBook(Optional.of(folder));
        assertThat(book.write(List.of(INSTANCE, FORMULA, unnamed))).isEmpty();
        assertThat(book.read().polls()).containsExactly(INSTANCE, FORMULA, unnamed);
        assertThat(Files.readString(folder.resolve("polls.conf")))
                .contains("[poll]", "device = core-sw-01", "formula = ifInOctets.1 * 8 [b/s]");
    }

    @Test
    void aFileThatMakesNoSenseIsKeptAsideAndTold() throws IOException {
        Path file = folder.resolve("polls.conf");
        for (String text :
                List.of(
                        "[poll]\naddress = a\noid = 1.3\nevery-ms = never\n",
                        "[poll]\naddress = a\n",
                        "[poll]\naddress = a\noid = 1.3\nalarm = above\nlimit = 5\nclear = 9\n",
                        "nonsense\n")) {
            Files.writeString(file, text);
            PollBook.Content content = new PollBook(Optional.of(folder)).read();
            assertThat(content.polls()).isEmpty();
            assertThat(content.damage()).isPresent();
            assertThat(Files.readString(content.damage().get().file())).isEqualTo(text);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void withoutAFolderNothingIsKept() throws IOException {
        PollBook book = new PollBook(Optional.empty());
        assertThat(book.write(List.of(FORMULA))).isEmpty();
        assertThat(book.read().polls()).isEmpty();
    }
}
