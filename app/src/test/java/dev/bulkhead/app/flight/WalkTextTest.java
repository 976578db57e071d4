package dev.bulkhead.app.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.engine.recording.RecordingException;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkTextTest {
    private static final MibNames NUMBERS = new MibNames(MibIndex.empty());
    private static final MibNames NAMES =
            new MibNames(MibCompiler.compile(MibRepository.standard()).index());

    @TempDir Path folder;

    private WalkText.Content read(MibNames names, String... lines) throws IOException {
        Path file = folder.resolve("device.snmpwalk");
        Files.write(file, List.of(lines), StandardCharsets.UTF_8);
        return WalkText.read(file, names);
    }

    private SmiValue value(MibNames names, String... lines) throws IOException {
        WalkText.Content content = read(names, lines);
        assertThat(content.notes()).isEmpty();
        assertThat(content.values()).hasSize(1);
        return content.values().getFirst().value();
    }

    private SmiValue numeric(String text) throws IOException {
        return value(NUMBERS, (".1.3.6.1.4.1.32473.1 = " + text).split("\n", -1));
    }

    private static SmiValue octets(String text) {
        return new SmiValue.OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SmiValue octets(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return new SmiValue.OctetString(bytes);
    }

    @Test
    void eachTypeIsRead() throws IOException {
        assertThat(numeric("INTEGER: -3")).isEqualTo(new SmiValue.Integer32(-3));
        assertThat(numeric("INTEGER: up(1)")).isEqualTo(new SmiValue.Integer32(1));
        assertThat(numeric("INTEGER: 10 seconds")).isEqualTo(new SmiValue.Integer32(10));
        assertThat(numeric("Gauge32: 4294967295")).isEqualTo(new SmiValue.Gauge32(4294967295L));
        assertThat(numeric("Unsigned32: 7 octets")).isEqualTo(new SmiValue.Gauge32(7));
        assertThat(numeric("Counter32: 12")).isEqualTo(new SmiValue.Counter32(12));
        assertThat(numeric("Counter64: 18446744073709551615"))
                .isEqualTo(new SmiValue.Counter64(-1));
        assertThat(numeric("Timeticks: (328305284) 37 days, 23:57:32.84"))
                .isEqualTo(new SmiValue.TimeTicks(328305284));
        assertThat(numeric("IpAddress: 192.0.2.1"))
                .isEqualTo(new SmiValue.IpAddress(new byte[] {(byte) 192, 0, 2, 1}));
        assertThat(numeric("Network Address: C0:00:02:01"))
                .isEqualTo(new SmiValue.IpAddress(new byte[] {(byte) 192, 0, 2, 1}));
        assertThat(numeric("OID: .1.3.6.1"))
                .isEqualTo(new SmiValue.ObjectIdentifier(Oid.parse("1.3.6.1")));
        assertThat(numeric("STRING: \"a \\\"b\\\" \\\\c\"")).isEqualTo(octets("a \"b\" \\c"));
        assertThat(numeric("STRING: bare text")).isEqualTo(octets("bare text"));
        assertThat(numeric("STRING: Zürich")).isEqualTo(octets("Zürich"));
        assertThat(numeric("\"\"")).isEqualTo(octets(""));
        assertThat(numeric("Hex-STRING: 00 1B FF ")).isEqualTo(octets(0, 0x1B, 0xFF));
        assertThat(numeric("BITS: 80 40 one(0) ten(9) ")).isEqualTo(octets(0x80, 0x40));
        assertThat(numeric("OPAQUE: 9F 78 00 "))
                .isEqualTo(new SmiValue.Opaque(new byte[] {(byte) 0x9F, 0x78, 0}));
        assertThat(numeric("Opaque: Float: 1.500000"))
                .isEqualTo(
                        new SmiValue.Opaque(
                                new byte[] {(byte) 0x9F, 0x78, 4, 0x3F, (byte) 0xC0, 0, 0}));
        assertThat(numeric("Wrong Type (should be INTEGER): STRING: \"x\"")).isEqualTo(octets("x"));
    }

    @Test
    void textsAndHexadecimalGoOverManyLines() throws IOException {
        assertThat(numeric("STRING: \"first\n.1.3.6.1 = looks like one\nlast\""))
                .isEqualTo(octets("first\n.1.3.6.1 = looks like one\nlast"));
        assertThat(numeric("STRING: Linux host\nsecond line"))
                .isEqualTo(octets("Linux host\nsecond line"));
        assertThat(numeric("Hex-STRING: 00 01 \n02 03 ")).isEqualTo(octets(0, 1, 2, 3));
    }

    @Test
    void namesAndHintsAreThoseOfTheModules() throws IOException {
        WalkText.Content content =
                read(
                        NAMES,
                        "SNMPv2-MIB::sysName.0 = STRING: sw1",
                        "IF-MIB::ifPhysAddress.2 = STRING: 0:1b:54:a:b:c",
                        "IF-MIB::ifAdminStatus.1 = INTEGER: up(1)",
                        "iso.3.6.1.2.1.1.4.0 = \"\"",
                        "sysObjectID.0 = OID: SNMPv2-SMI::enterprises.32473.1",
                        ".iso.org.dod.internet.mgmt.mib-2.interfaces.ifNumber.0 = INTEGER: 3");
        assertThat(content.notes()).isEmpty();
        assertThat(content.values())
                .contains(
                        new VarBind(Oid.parse("1.3.6.1.2.1.1.5.0"), octets("sw1")),
                        new VarBind(
                                Oid.parse("1.3.6.1.2.1.2.2.1.6.2"),
                                octets(0, 0x1B, 0x54, 10, 11, 12)),
                        new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.7.1"), new SmiValue.Integer32(1)),
                        new VarBind(Oid.parse("1.3.6.1.2.1.1.4.0"), octets("")),
                        new VarBind(
                                Oid.parse("1.3.6.1.2.1.1.2.0"),
                                new SmiValue.ObjectIdentifier(Oid.parse("1.3.6.1.4.1.32473.1"))),
                        new VarBind(Oid.parse("1.3.6.1.2.1.2.1.0"), new SmiValue.Integer32(3)));
    }

    @Test
    void valuesWithoutTypesAreThoseOfTheirObjects() throws IOException {
        assertThat(value(NAMES, "IF-MIB::ifInOctets.1 = 12")).isEqualTo(new SmiValue.Counter32(12));
        assertThat(value(NAMES, "IF-MIB::ifAdminStatus.1 = up"))
                .isEqualTo(new SmiValue.Integer32(1));
        assertThat(value(NAMES, "SNMPv2-MIB::sysUpTime.0 = 1:02:03:04.05"))
                .isEqualTo(new SmiValue.TimeTicks(9_378_405));
        assertThat(value(NAMES, "SNMPv2-MIB::sysDescr.0 = a switch")).isEqualTo(octets("a switch"));
        assertThat(value(NAMES, "SNMPv2-MIB::sysDescr.0 = \"a switch\""))
                .isEqualTo(octets("a switch"));
    }

    @Test
    void whatIsNoValueIsLeftOutAndWhatIsBrokenIsNoted() throws IOException {
        WalkText.Content content =
                read(
                        NUMBERS,
                        "# made by hand",
                        ".1.3.6.1.2.1 = No Such Object available on this agent at this OID",
                        ".1.3.6.1.2.2 = NULL",
                        ".1.3.6.1.2.3 = INTEGER: 1",
                        ".1.3.6.1.2.4 = INTEGER: many",
                        "NO-SUCH-MIB::name.1 = INTEGER: 1",
                        ".1.3.6.1.2.6 = IpAddress: 1.2.3",
                        ".1.3.6.1.2.7 = 12",
                        ".1.3.6.1.2.8 = Hex-STRING: 0G",
                        ".1.3.6.1.2.9 = No more variables left in this MIB View");
        assertThat(content.values()).hasSize(1);
        assertThat(content.notes())
                .map(note -> note.substring(note.indexOf(".snmpwalk") + 9))
                .satisfiesExactly(
                        note -> assertThat(note).startsWith(":5: ").contains("many"),
                        note -> assertThat(note).startsWith(":6: ").contains("NO-SUCH-MIB"),
                        note -> assertThat(note).startsWith(":7: ").contains("1.2.3"),
                        note -> assertThat(note).startsWith(":8: "),
                        note -> assertThat(note).startsWith(":9: ").contains("0G"));
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() throws IOException {
        List<VarBind> values = new ArrayList<>();
        List<SmiValue> each =
                List.of(
                        new SmiValue.Integer32(-1),
                        octets(""),
                        octets("quotes \" and \\"),
                        octets("two\nlines"),
                        octets(0, 255),
                        octets("A".repeat(300)),
                        new SmiValue.OctetString(new byte[300]),
                        new SmiValue.ObjectIdentifier(Oid.parse("1.3.6")),
                        new SmiValue.IpAddress(new byte[] {10, 0, 0, 1}),
                        new SmiValue.Counter32(1),
                        new SmiValue.Gauge32(4294967295L),
                        new SmiValue.TimeTicks(8_640_000),
                        new SmiValue.Opaque(new byte[] {1, 2}),
                        new SmiValue.Counter64(-2));
        for (int i = 0; i < each.size(); i++) {
            values.add(new VarBind(Oid.parse("1.3.6.1.4.1.32473").append(i + 1L), each.get(i)));
        }
        Path file = folder.resolve("out.snmpwalk");
        WalkText.write(file, values);
        assertThat(WalkText.read(file, NUMBERS).values()).isEqualTo(values);
    }

    @Test
    void hostileFilesAreToldOf() throws IOException {
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> read(NUMBERS, "no walk at all"))
                .withMessageContaining("device.snmpwalk:1");
        Path endless = folder.resolve("endless.snmpwalk");
        try (var out = Files.newBufferedWriter(endless)) {
            out.write(".1.3.6.1 = STRING: \"");
            for (int i = 0; i < 100_000; i++) {
                out.write("never closed\n");
            }
        }
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> WalkText.read(endless, NUMBERS))
                .withMessageContaining("a value of more than");
        Path deep = folder.resolve("deep.snmpwalk");
        Files.writeString(
                deep, ".1.3" + ".1".repeat(500) + " = INTEGER: 1\n.1.3.6.2 = INTEGER: 2\n");
        assertThat(WalkText.read(deep, NUMBERS).notes()).hasSize(1);
        Path binary = folder.resolve("binary.snmpwalk");
        Files.write(binary, new byte[100_000]);
        assertThatExceptionOfType(RecordingException.class)
                .isThrownBy(() -> WalkText.read(binary, NUMBERS));
    }
}
