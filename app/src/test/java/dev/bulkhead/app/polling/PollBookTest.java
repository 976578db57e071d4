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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollBookTest {
    @TempDir Path folder;

    private static PollReference whom(PollReference.Source credential) {
        return whom("core-sw-01", credential);
    }

    private static PollReference whom(String label, PollReference.Source credential) {
        return new PollReference(label, "10.0.12.1:1161", credential, Duration.ofMillis(1_500), 2);
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
                    0,
                    OptionalInt.of(0));
    private static final KeptPoll FORMULA =
            new KeptPoll(
                    whom("core-sw-02", new PollReference.Source.Public()),
                    new KeptPoll.What.Formula("ifInOctets.1 * 8 [b/s]", "in # 1"),
                    Duration.ofMillis(500),
                    PollSettings.NONE,
                    0,
                    OptionalInt.empty());

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        KeptPoll unnamed =
                new KeptPoll(
                        whom("core-sw-03", new PollReference.Source.Unnamed()),
                        FORMULA.what(),
                        FORMULA.every(),
                        PollSettings.NONE,
                        0,
                        OptionalInt.empty());
        PollBook book = new PollBook(Optional.of(folder));
        assertThat(book.write(List.of(INSTANCE, FORMULA, unnamed), Oid::toString)).isEmpty();
        assertThat(book.read(Oid::parse).polls()).containsExactly(INSTANCE, FORMULA, unnamed);
        assertThat(Files.readString(folder.resolve("polls.yaml")))
                .contains(
                        "name: core-sw-01",
                        "credential: \"ops = \\\"v3\\\"\"",
                        "1.3.6.1.2.1.2.2.1.10.9  # 1.3.6.1.2.1.2.2.1.10.9",
                        "formula: \"ifInOctets.1 * 8 [b/s]\"");
    }

    @Test
    void pollsThatShareAProcessDoSoAgain() throws IOException {
        List<KeptPoll> polls =
                Stream.of(0, 1, 0)
                        .map(job ->
                                new KeptPoll(
                                        INSTANCE.whom(),
                                        INSTANCE.what(),
                                        INSTANCE.every(),
                                        PollSettings.NONE,
                                        job,
                                        OptionalInt.empty()))
                        .toList();
        PollBook book = new PollBook(Optional.of(folder));
        assertThat(book.write(polls, Oid::toString)).isEmpty();
        assertThat(book.read(Oid::parse).polls()).isEqualTo(polls);
    }

    @Test
    void theFileOfBeforeIsReadAndWrittenAsAPollSetFromThenOn() throws IOException {
        String old =
                "[poll]\ndevice = core-sw-01\naddress = 10.0.12.1:1161\ncredential = ops\n"
                        + "timeout-ms = 1500\nretries = 2\noid = .1.3.6.1.2.1.2.2.1.10.9\n"
                        + "every-ms = 5000\njob = 0\ngroup = Uplinks\nalarm = above\nlimit = 5.0\n"
                        + "clear = 4.0\npaused = yes\nchart = 0\n";
        Path file = Files.writeString(folder.resolve("polls.conf"), old);
        PollBook book = new PollBook(Optional.of(folder));
        List<KeptPoll> polls = book.read(Oid::parse).polls();
        assertThat(polls)
                .containsExactly(
                        new KeptPoll(
                                whom(new PollReference.Source.Named("ops")),
                                INSTANCE.what(),
                                Duration.ofSeconds(5),
                                new PollSettings(
                                        "Uplinks",
                                        Optional.of(new Threshold(Threshold.Side.ABOVE, 5, 4)),
                                        true),
                                0,
                                OptionalInt.of(0)));
        assertThat(book.write(polls, Oid::toString)).isEmpty();
        assertThat(file).hasContent(old);
        Files.delete(file);
        assertThat(book.read(Oid::parse).polls()).isEqualTo(polls);
    }

    @Test
    void aPollSetThatMakesNoSenseIsKeptAsideAndTold() throws IOException {
        Path file = Files.writeString(folder.resolve("polls.yaml"), "version: 1\npols: []\n");
        PollBook.Content content = new PollBook(Optional.of(folder)).read(Oid::parse);
        assertThat(content.damage().orElseThrow().reason()).contains("do you mean \"polls\"?");
        assertThat(content.damage().get().file()).hasContent("version: 1\npols: []");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileOfBeforeThatMakesNoSenseIsKeptAsideAndTold() throws IOException {
        Path file = folder.resolve("polls.conf");
        for (String text :
                List.of(
                        "[poll]\naddress = a\noid = 1.3\nevery-ms = never\n",
                        "[poll]\naddress = a\n",
                        "[poll]\naddress = a\noid = 1.3\nalarm = above\nlimit = 5\nclear = 9\n",
                        "nonsense\n")) {
            Files.writeString(file, text);
            PollBook.Content content = new PollBook(Optional.of(folder)).read(Oid::parse);
            assertThat(content.polls()).isEmpty();
            assertThat(content.damage()).isPresent();
            assertThat(Files.readString(content.damage().get().file())).isEqualTo(text);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void withoutAFolderNothingIsKept() throws IOException {
        PollBook book = new PollBook(Optional.empty());
        assertThat(book.write(List.of(FORMULA), Oid::toString)).isEmpty();
        assertThat(book.read(Oid::parse).polls()).isEmpty();
    }
}
