package dev.bulkhead.app.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.naming.InetText;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.engine.recording.RecordingHead;
import dev.bulkhead.engine.recording.RecordingWriter;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording full of what nobody else shall see, and what is left of it in the copy. */
class AnonymiserTest {
    private static final MibNames NUMBERS = new MibNames(MibIndex.empty());
    private static final String NAME = "Core-SW1-Springfield";
    private static final String CONTACT = "Jane Doe <jane.doe@acme-widgets.example.com>";
    private static final String LOCATION = "Lagerstraße 12, Zürich";
    private static final String ALIAS = "leased line ACME-4711 to Shelbyville";
    private static final String USER = "snmp-operator";
    private static final List<String> ADDRESSES =
            List.of("192.168.17.1", "192.168.17.254", "10.20.30.40", "203.0.113.77", "172.16.5.9");
    private static final List<String> ADDRESSES_6 =
            List.of("2001:db8:85a3:0:0:8a2e:370:7334", "fd12:3456:789a:1:0:0:0:1");
    private static final List<String> MACS = List.of("021b54a1b2c3", "021b54a1b2c4");
    private static final String ENGINE_MAC = "8000053103021b54a1b2c3";
    private static final String ENGINE_TEXT =
            "8000053104"
                    + HexFormat.of().formatHex("labrouter7".getBytes(StandardCharsets.US_ASCII));

    @TempDir Path folder;
    private final List<VarBind> values = new ArrayList<>();
    private OpenRecording recording;

    private void put(String oid, SmiValue value) {
        values.add(new VarBind(Oid.parse(oid), value));
    }

    private void put(String oid, String text) {
        put(oid, text, StandardCharsets.UTF_8);
    }

    private void put(String oid, String text, Charset charset) {
        put(oid, new SmiValue.OctetString(text.getBytes(charset)));
    }

    private void putHex(String oid, String hex) {
        put(oid, new SmiValue.OctetString(HexFormat.of().parseHex(hex)));
    }

    private static byte[] address(String text) {
        return InetText.read(text).orElseThrow();
    }

    private static String dotted(byte[] octets) {
        StringBuilder text = new StringBuilder();
        for (byte octet : octets) {
            text.append(text.isEmpty() ? "" : ".").append(octet & 0xFF);
        }
        return text.toString();
    }

    private static String dotted(String hex) {
        return dotted(HexFormat.of().parseHex(hex));
    }

    @BeforeEach
    void record() throws RecordingException {
        put(
                "1.3.6.1.2.1.1.1.0",
                "Linux "
                        + NAME
                        + " 5.4.0 at 10.20.30.40, built by jane.doe@acme-widgets.example.com");
        put("1.3.6.1.2.1.1.4.0", CONTACT);
        put("1.3.6.1.2.1.1.5.0", NAME);
        put("1.3.6.1.2.1.1.6.0", LOCATION);
        put("1.3.6.1.2.1.31.1.1.1.18.3", ALIAS);
        put("1.3.6.1.4.1.32473.5.1.0", LOCATION, StandardCharsets.ISO_8859_1);
        put("1.3.6.1.4.1.32473.5.2.0", NAME, StandardCharsets.UTF_16BE);
        put(
                "1.3.6.1.4.1.32473.5.3.0",
                "peer " + NAME.toUpperCase(Locale.ROOT) + " via 2001:DB8:85A3::8A2E:370:7334");
        put("1.3.6.1.4.1.32473.5.4.0", "lease 02:1b:54:a1:b2:c3 021b.54a1.b2c4 021B54A1B2C3");
        put("1.3.6.1.4.1.32473.5.5.0", "customer Globex, project x7");
        putHex(
                "1.3.6.1.4.1.32473.5.6.0",
                "ff"
                        + MACS.get(0)
                        + "00"
                        + HexFormat.of().formatHex(address("203.0.113.77"))
                        + "01");
        putHex("1.3.6.1.2.1.2.2.1.6.1", MACS.get(0));
        putHex("1.3.6.1.2.1.17.2.15.1.6.1", "8000" + MACS.get(1));
        putHex("1.3.6.1.2.1.17.4.3.1.1." + dotted(MACS.get(1)), MACS.get(1));
        for (String text : ADDRESSES) {
            String at = dotted(address(text));
            put("1.3.6.1.2.1.4.20.1.1." + at, new SmiValue.IpAddress(address(text)));
            put("1.3.6.1.2.1.4.20.1.3." + at, new SmiValue.IpAddress(address("255.255.255.0")));
            put("1.3.6.1.2.1.4.34.1.3.1.4." + at, new SmiValue.Integer32(3));
            put("1.3.6.1.2.1.6.13.1.1." + at + ".22.0.0.0.0.0", new SmiValue.Integer32(2));
        }
        putHex("1.3.6.1.2.1.4.22.1.2.3." + dotted(address("192.168.17.254")), MACS.get(1));
        for (String text : ADDRESSES_6) {
            put("1.3.6.1.2.1.4.34.1.3.2.16." + dotted(address(text)), new SmiValue.Integer32(3));
        }
        put(
                "1.3.6.1.4.1.32473.5.7.0",
                new SmiValue.ObjectIdentifier(Oid.parse("1.3.6.1.2.1.4.20.1.1.192.168.17.1")));
        putHex("1.3.6.1.6.3.10.2.1.1.0", ENGINE_MAC);
        put(
                "1.3.6.1.6.3.15.1.2.2.1.3."
                        + 15
                        + "."
                        + dotted(ENGINE_TEXT)
                        + "."
                        + USER.length()
                        + "."
                        + dotted(USER.getBytes(StandardCharsets.US_ASCII)),
                USER);
        put("1.3.6.1.2.1.2.2.1.10.1", new SmiValue.Counter32(123456));
        Path plain = folder.resolve("plain");
        RecordingWriter writer =
                RecordingWriter.create(
                        plain,
                        new RecordingHead(
                                "10.20.30.40:161",
                                NAME,
                                Instant.parse("2026-01-02T03:04:05Z"),
                                Duration.ofSeconds(1),
                                List.of(Oid.parse("1.3"))));
        writer.add(Duration.ZERO, Duration.ZERO, values);
        writer.gap(Duration.ofMillis(900), "no answer from 10.20.30.40:161 after 2 s");
        writer.add(Duration.ofSeconds(1), Duration.ZERO, values);
        recording = OpenRecording.open(plain, NUMBERS);
    }

    private Path anonymised(String name, byte[] key) throws RecordingException {
        Path to = folder.resolve(name);
        Anonymiser.run(recording, to, List.of("Globex", "x7"), NUMBERS, new SecretHash(key));
        return to;
    }

    private static String everything(Path to) throws IOException {
        try (Stream<Path> files = Files.list(to)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }
    }

    /** Each original in all forms in which it could stand in a file, in small letters. */
    private static Set<String> needles() {
        Set<String> needles = new HashSet<>();
        List<String> words =
                new ArrayList<>(
                        List.of(
                                NAME,
                                CONTACT,
                                LOCATION,
                                ALIAS,
                                USER,
                                "springfield",
                                "shelbyville",
                                "acme-4711",
                                "jane.doe",
                                "acme-widgets",
                                "lagerstraße",
                                "zürich",
                                "globex",
                                "labrouter7"));
        for (String word : words) {
            for (String cased :
                    List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))) {
                for (Charset charset :
                        List.of(
                                StandardCharsets.UTF_8,
                                StandardCharsets.ISO_8859_1,
                                StandardCharsets.UTF_16BE,
                                StandardCharsets.UTF_16LE)) {
                    addOctets(cased.getBytes(charset), needles);
                }
            }
        }
        List<String> all = new ArrayList<>(ADDRESSES);
        all.addAll(ADDRESSES_6);
        for (String text : all) {
            needles.add(text);
            addOctets(address(text), needles);
        }
        needles.add("2001:db8:85a3::8a2e:370:7334");
        for (String mac : MACS) {
            byte[] octets = HexFormat.of().parseHex(mac);
            addOctets(octets, needles);
            needles.add(HexFormat.ofDelimiter(":").formatHex(octets));
            needles.add(HexFormat.ofDelimiter("-").formatHex(octets));
            needles.add(mac.substring(0, 4) + "." + mac.substring(4, 8) + "." + mac.substring(8));
            addOctets(mac.getBytes(StandardCharsets.US_ASCII), needles);
        }
        addOctets(HexFormat.of().parseHex(ENGINE_MAC), needles);
        addOctets(HexFormat.of().parseHex(ENGINE_TEXT), needles);
        return needles;
    }

    private static void addOctets(byte[] octets, Set<String> needles) {
        needles.add(new String(octets, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
        needles.add(HexFormat.of().formatHex(octets));
        needles.add(dotted(octets));
    }

    @Test
    void theOriginalHasTheNeedles() throws IOException {
        String all = everything(recording.path()).toLowerCase(Locale.ROOT);
        assertThat(needles().stream().filter(all::contains).count()).isGreaterThan(25);
    }

    @Test
    void noOriginalIsLeftInAnyForm() throws IOException {
        Set<String> needles = needles();
        for (int seed = 0; seed < 25; seed++) {
            byte[] key = new byte[SecretHash.KEY_OCTETS];
            key[0] = (byte) seed;
            String all = everything(anonymised("copy" + seed, key)).toLowerCase(Locale.ROOT);
            assertThat(needles.stream().filter(all::contains).toList()).as("key " + seed).isEmpty();
        }
    }

    private List<VarBind> copied(String name) throws RecordingException {
        Path to = anonymised(name, new byte[SecretHash.KEY_OCTETS]);
        OpenRecording copy = OpenRecording.open(to, NUMBERS);
        assertThat(copy.read(1)).isEqualTo(copy.read(0));
        return copy.read(0);
    }

    private static SmiValue at(List<VarBind> read, String oid) {
        return read.stream()
                .filter(value -> value.name().equals(Oid.parse(oid)))
                .map(VarBind::value)
                .findFirst()
                .orElseThrow();
    }

    private static String text(List<VarBind> read, String oid) {
        return new String(((SmiValue.OctetString) at(read, oid)).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theSameBecomesTheSameEverywhere() throws RecordingException {
        List<VarBind> copy = copied("same");
        String name = text(copy, "1.3.6.1.2.1.1.5.0");
        assertThat(text(copy, "1.3.6.1.2.1.1.1.0")).startsWith("Linux " + name + " 5.4.0 at ");
        assertThat(text(copy, "1.3.6.1.4.1.32473.5.3.0"))
                .startsWith("peer " + name.toUpperCase(Locale.ROOT) + " via ");
        byte[] wide = ((SmiValue.OctetString) at(copy, "1.3.6.1.4.1.32473.5.2.0")).bytes();
        assertThat(new String(wide, StandardCharsets.UTF_16BE)).isEqualTo(name);
        byte[] latin = ((SmiValue.OctetString) at(copy, "1.3.6.1.4.1.32473.5.1.0")).bytes();
        assertThat(new String(latin, StandardCharsets.ISO_8859_1))
                .isEqualTo(text(copy, "1.3.6.1.2.1.1.6.0"));
        byte[] mac = ((SmiValue.OctetString) at(copy, "1.3.6.1.2.1.2.2.1.6.1")).bytes();
        assertThat(text(copy, "1.3.6.1.4.1.32473.5.4.0"))
                .contains(HexFormat.ofDelimiter(":").formatHex(mac));
        assertThat(
                        HexFormat.of()
                                .formatHex(
                                        ((SmiValue.OctetString) at(copy, "1.3.6.1.6.3.10.2.1.1.0"))
                                                .bytes()))
                .isEqualTo("8000053103" + HexFormat.of().formatHex(mac));
    }

    @Test
    void indexesSayWhatValuesSay() throws RecordingException {
        List<VarBind> copy = copied("indexes");
        Oid column = Oid.parse("1.3.6.1.2.1.4.20.1.1");
        List<VarBind> rows = copy.stream().filter(v -> v.name().startsWith(column)).toList();
        assertThat(rows).hasSize(ADDRESSES.size());
        for (VarBind row : rows) {
            assertThat(row.name().suffix(column.size())).hasToString(row.value().toString());
        }
        Oid table = Oid.parse("1.3.6.1.2.1.17.4.3.1.1");
        VarBind learnt =
                copy.stream().filter(v -> v.name().startsWith(table)).findFirst().orElseThrow();
        assertThat(learnt.name().suffix(table.size()))
                .hasToString(dotted(((SmiValue.OctetString) learnt.value()).bytes()));
        Set<String> own = rows.stream().map(r -> r.value().toString()).collect(Collectors.toSet());
        Oid said = ((SmiValue.ObjectIdentifier) at(copy, "1.3.6.1.4.1.32473.5.7.0")).oid();
        assertThat(own).contains(said.suffix(column.size()).toString());
    }

    @Test
    void kindAndLengthStay() throws RecordingException {
        List<VarBind> copy = copied("kinds");
        assertThat(copy).hasSameSizeAs(values);
        for (String oid :
                List.of(
                        "1.3.6.1.2.1.1.4.0",
                        "1.3.6.1.2.1.1.5.0",
                        "1.3.6.1.2.1.1.6.0",
                        "1.3.6.1.2.1.31.1.1.1.18.3",
                        "1.3.6.1.2.1.1.1.0")) {
            byte[] before = ((SmiValue.OctetString) at(values, oid)).bytes();
            byte[] after = ((SmiValue.OctetString) at(copy, oid)).bytes();
            assertThat(after).as(oid).hasSameSizeAs(before);
        }
        assertThat(text(copy, "1.3.6.1.2.1.1.5.0"))
                .matches("[A-Z][a-z]{3}-[A-Z]{2}\\d-[A-Z][a-z]{10}");
        assertThat(at(copy, "1.3.6.1.2.1.2.2.1.10.1")).isEqualTo(new SmiValue.Counter32(123456));
        List<String> own =
                copy.stream()
                        .filter(v -> v.name().startsWith(Oid.parse("1.3.6.1.2.1.4.20.1.1")))
                        .map(v -> v.value().toString())
                        .toList();
        assertThat(own.stream().filter(a -> a.startsWith("192.168."))).hasSize(2);
        assertThat(own.stream().filter(a -> a.startsWith("10."))).hasSize(1);
        assertThat(
                        own.stream()
                                .filter(a ->
                                        a.startsWith("172.16.")
                                                || a.matches("172\\.(1[6-9]|2\\d|3[01])\\..*")))
                .hasSize(1);
        assertThat(
                        own.stream()
                                .filter(a -> a.startsWith("192.168."))
                                .map(a -> a.substring(0, a.lastIndexOf('.')))
                                .distinct())
                .as("one network stays one")
                .hasSize(1);
        assertThat(
                        copy.stream()
                                .filter(v -> v.name().startsWith(Oid.parse("1.3.6.1.2.1.4.20.1.3")))
                                .map(v -> v.value().toString())
                                .distinct())
                .as("masks stay")
                .containsExactly("255.255.255.0");
    }

    @Test
    void anotherKeyGivesAnotherCopyAndTheSameGivesTheSame() throws IOException {
        byte[] key = new byte[SecretHash.KEY_OCTETS];
        String one = everything(anonymised("one", key));
        assertThat(everything(anonymised("again", key))).isEqualTo(one);
        key[5] = 9;
        assertThat(everything(anonymised("other", key))).isNotEqualTo(one);
        Anonymiser.run(recording, folder.resolve("r1"), List.of(), NUMBERS);
        Anonymiser.run(recording, folder.resolve("r2"), List.of(), NUMBERS);
        assertThat(everything(folder.resolve("r1"))).isNotEqualTo(everything(folder.resolve("r2")));
    }

    @Test
    void timesAndGapsStay() throws RecordingException {
        Path to = anonymised("times", new byte[SecretHash.KEY_OCTETS]);
        OpenRecording copy = OpenRecording.open(to, NUMBERS);
        assertThat(copy.index().head().started()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(copy.index().passes()).isEqualTo(recording.index().passes());
        assertThat(copy.index().gaps()).hasSize(1);
        assertThat(copy.index().head().device()).endsWith(":161");
    }
}
