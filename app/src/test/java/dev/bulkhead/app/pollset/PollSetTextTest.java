package dev.bulkhead.app.pollset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.app.pollset.PollItem.What;
import dev.bulkhead.engine.job.SnmpVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollSetTextTest {
    private static final PollSet SET =
            new PollSet(
                    "Uplinks of \"west\"",
                    "Two lines\nof: words # no remark",
                    List.of(
                            new PollDevice(
                                    "sw1",
                                    "tls:[2001:db8::1]:10161",
                                    Optional.of(SnmpVersion.V3),
                                    new CredentialName.Named("ops"),
                                    "vlan-1",
                                    Duration.ofMillis(1_500),
                                    3),
                            PollDevice.of("null", "10.0.12.1:1161"),
                            new PollDevice(
                                    "7",
                                    "sw7",
                                    Optional.of(SnmpVersion.V2C),
                                    new CredentialName.Unnamed(),
                                    "",
                                    PollDevice.DEFAULT_TIMEOUT,
                                    0)),
                    List.of(
                            new PollBlock(
                                    "Uplinks",
                                    List.of("sw1", "null"),
                                    Duration.ofSeconds(1),
                                    OptionalInt.of(2),
                                    List.of(
                                            new PollItem(
                                                    new What.ObjectName(
                                                            "IF-MIB::ifHCInOctets",
                                                            new Instances.Listed(
                                                                    List.of("1", "\"a, b\""))),
                                                    Optional.of(
                                                            new Alarm(Alarm.Side.ABOVE, 9e8, 8e8)),
                                                    true,
                                                    OptionalInt.of(0)),
                                            new PollItem(
                                                    new What.Formula(
                                                            "ifHCInOctets.1 * 8 / ifHighSpeed.1",
                                                            "in, busy",
                                                            "%"),
                                                    Optional.of(
                                                            new Alarm(Alarm.Side.BELOW, 0.5, 0.5)),
                                                    false,
                                                    OptionalInt.empty()))),
                            new PollBlock(
                                    "",
                                    List.of("7"),
                                    Duration.ofMillis(90_500),
                                    OptionalInt.empty(),
                                    List.of(
                                            PollItem.of(
                                                    new What.ObjectName(
                                                            "1.3.6.1.2.1.1.3.0",
                                                            new Instances.Written())),
                                            PollItem.of(
                                                    new What.ObjectName(
                                                            "ifTable", new Instances.All()))))));

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        String text = PollSetWriter.write(SET);
        assertThat(PollSetReader.read(text)).as(text).isEqualTo(SET);
        assertThat(text).startsWith("# A Bulkhead poll set").contains("\nversion: 1\n");
    }

    @Test
    void anyTextIsReadAsItWasWritten() throws Exception {
        Random random = new Random(7);
        String odd = "ab .:#-'\"\\,[]{}&*!|>%@`~=\n\t09éß\u202e\u0007\uD83D\uDE00<?";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder("x");
            int[] signs = odd.codePoints().toArray();
            random.ints(random.nextInt(1, 7), 0, signs.length)
                    .forEach(at -> text.appendCodePoint(signs[at]));
            String value = text.substring(random.nextInt(2));
            PollSet set = new PollSet(value, "", List.of(), List.of());
            String yaml = PollSetWriter.write(set);
            assertThat(PollSetReader.read(yaml).name()).as(yaml).isEqualTo(value);
            assertThat(yaml).doesNotContain("\u202e", "\u0007");
        }
    }

    @Test
    void wordsThatYamlReadsOtherwiseStayTexts() throws Exception {
        for (String word :
                List.of(
                        "yes",
                        "No",
                        "on",
                        "~",
                        "null",
                        "TRUE",
                        "0x1f",
                        "1e3",
                        ".inf",
                        "2026-01-01",
                        "- a",
                        "a: b",
                        "a #b",
                        "007",
                        "=",
                        "all")) {
            PollSet set = new PollSet(word, "", List.of(), List.of());
            assertThat(PollSetReader.read(PollSetWriter.write(set)).name()).isEqualTo(word);
        }
    }

    @Test
    void everythingWrongIsToldWithItsPlace() {
        String text =
                """
                version: 1
                devices:
                  - name: sw1
                    adress: 10.0.0.1
                  - name: sw2
                    address: 10.0.0.2
                    retries: many
                polls:
                  - devices: [sw2, sv2]
                    evry: 1s
                    items:
                      - object: ifInOctets
                        alarm: {above: 5, clear: 6}
                      - name: nothing
                """;
        assertThatThrownBy(() -> PollSetReader.read(text))
                .isInstanceOf(PollSetException.class)
                .hasMessageContaining("3:5: the device has no \"address\"")
                .hasMessageContaining(
                        "4:5: a device has no key \"adress\": do you mean \"address\"?")
                .hasMessageContaining("7:14: \"retries\" is \"many\"")
                .hasMessageContaining("9:20: there is no device \"sv2\"")
                .message()
                .doesNotContain("there is no device \"sw2\"")
                .contains("10:5: a poll has no key \"evry\": do you mean \"every\"?")
                .contains("13:34: the alarm would never be over")
                .contains("14:9: the item has no \"object\"");
    }

    @Test
    void anUnknownDeviceIsToldWithTheNearest() {
        assertThatThrownBy(() ->
                        PollSetReader.read(
                                """
                                version: 1
                                devices: [{name: core-1, address: h}]
                                polls: [{devices: [core-l], items: [sysUpTime]}]
                                """))
                .hasMessage("3:20: there is no device \"core-l\": do you mean \"core-1\"?");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() {
        assertThatThrownBy(() -> PollSetReader.read("version: 1\nname: \"open\npolls: []\n"))
                .hasMessageContaining("this is no YAML");
        assertThatThrownBy(() -> PollSetReader.read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> PollSetReader.read("- a\n"))
                .hasMessageContaining("a poll set is a list");
        assertThatThrownBy(() -> PollSetReader.read("version: 2\npolls: []\n"))
                .hasMessageContaining("1:10: the version is \"2\": this program reads version 1");
    }

    @Test
    void aTextIsNeverLargerThanItLooks() {
        String laughs = "version: 1\nname: &a [x, x]\ndevices: &b [*a, *a]\npolls: [*b, *b]\n";
        assertThatThrownBy(() -> PollSetReader.read(laughs)).hasMessageContaining("anchors");
        String deep = "version: 1\npolls: " + "[".repeat(60_000) + "]".repeat(60_000);
        assertThatThrownBy(() -> PollSetReader.read(deep)).isInstanceOf(PollSetException.class);
        assertThatThrownBy(() ->
                        PollSetReader.read("version: !!java.io.File [/etc/passwd]\npolls: []\n"))
                .isInstanceOf(PollSetException.class);
    }

    @Test
    void aShortSetIsEnough() throws Exception {
        PollSet set =
                PollSetReader.read(
                        """
                        version: 1
                        devices:
                          - address: 192.0.2.1
                        polls:
                          - devices: 192.0.2.1
                            items: sysUpTime
                        """);
        assertThat(set.devices()).containsExactly(PollDevice.of("192.0.2.1", "192.0.2.1"));
        assertThat(set.polls().getFirst().every()).isEqualTo(PollBlock.DEFAULT_EVERY);
        assertThat(Stream.of("250ms", "1s", "90s", "5m", "2h", "1d").map(t -> Times.parse(t).get()))
                .map(Times::text)
                .containsExactly("250ms", "1s", "90s", "5m", "2h", "1d");
    }
}
