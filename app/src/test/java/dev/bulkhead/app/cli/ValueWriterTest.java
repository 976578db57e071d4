package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.naming.HintText;
import dev.bulkhead.app.naming.Library;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as net-snmp 5.9.3 printed them for the same values. */
final class ValueWriterTest {
    private static final MibNames NONE = new MibNames(MibIndex.empty());

    private static String line(MibNames names, String letters, VarBind varBind)
            throws UsageException {
        Arguments arguments =
                Arguments.read(
                        letters.isEmpty() ? List.of() : List.of("-O" + letters),
                        Query.FLAGS,
                        false);
        FakeTerminal world = new FakeTerminal();
        Output output = world.terminal().out();
        return new ValuePrinter.Text(TextStyle.of(arguments), names, output).line(varBind);
    }

    private static String line(String letters, String name, SmiValue value)
            throws UsageException, UnknownNameException {
        VarBind varBind = new VarBind(Library.NAMES.resolve(name), value);
        return line(Library.NAMES, letters, varBind);
    }

    private static SmiValue text(String text) {
        return new SmiValue.OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SmiValue hex(String hex) {
        return new SmiValue.OctetString(HexFormat.of().parseHex(hex));
    }

    @Test
    void eachTypeLooksLikeNetSnmps() throws Exception {
        assertThat(line("", "sysDescr.0", text("Linux \"vm\"")))
                .isEqualTo("SNMPv2-MIB::sysDescr.0 = STRING: Linux \"vm\"");
        assertThat(line("", "ifOperStatus.1", new SmiValue.Integer32(1)))
                .isEqualTo("IF-MIB::ifOperStatus.1 = INTEGER: up(1)");
        assertThat(line("", "ifOperStatus.1", new SmiValue.Integer32(99)))
                .isEqualTo("IF-MIB::ifOperStatus.1 = INTEGER: 99");
        assertThat(line("", "sysUpTime.0", new SmiValue.TimeTicks(123)))
                .isEqualTo("SNMPv2-MIB::sysUpTime.0 = Timeticks: (123) 0:00:01.23");
        assertThat(line("", "ifInOctets.1", new SmiValue.Counter32(5)))
                .isEqualTo("IF-MIB::ifInOctets.1 = Counter32: 5");
        assertThat(line("", "ifHCInOctets.1", new SmiValue.Counter64(-1)))
                .isEqualTo("IF-MIB::ifHCInOctets.1 = Counter64: 18446744073709551615");
        assertThat(line("", "ifSpeed.1", new SmiValue.Gauge32(10)))
                .isEqualTo("IF-MIB::ifSpeed.1 = Gauge32: 10");
        assertThat(line("", "hrMemorySize.0", new SmiValue.Integer32(7)))
                .isEqualTo("HOST-RESOURCES-MIB::hrMemorySize.0 = INTEGER: 7 KBytes");
        assertThat(line("", "ipAdEntAddr.127.0.0.1", address()))
                .isEqualTo("IP-MIB::ipAdEntAddr.127.0.0.1 = IpAddress: 127.0.0.1");
        assertThat(line("", "sysObjectID.0", oid("1.3.6.1.4.1.8072.3.2.10")))
                .isEqualTo("SNMPv2-MIB::sysObjectID.0 = OID: SNMPv2-SMI::enterprises.8072.3.2.10");
    }

    private static SmiValue oid(String oid) {
        return new SmiValue.ObjectIdentifier(Oid.parse(oid));
    }

    private static SmiValue address() {
        return new SmiValue.IpAddress(new byte[] {127, 0, 0, 1});
    }

    @Test
    void octetsLookLikeNetSnmps() throws Exception {
        assertThat(line("", "ifPhysAddress.1", hex("02fc00000a01")))
                .isEqualTo("IF-MIB::ifPhysAddress.1 = STRING: 2:fc:0:0:a:1");
        assertThat(line("", "hrSystemDate.0", hex("07ea0b17160101002b0000")))
                .isEqualTo(
                        "HOST-RESOURCES-MIB::hrSystemDate.0 = STRING:"
                                + " 2026-11-23,22:1:1.0,+0:0");
        assertThat(line("", "sysLocation.0", text("")))
                .isEqualTo("SNMPv2-MIB::sysLocation.0 = STRING: ");
        VarBind bare = new VarBind(Oid.parse("1.3.6.1.4.1.1.0"), text(""));
        assertThat(line(NONE, "n", bare)).isEqualTo(".1.3.6.1.4.1.1.0 = \"\"");
        bare = new VarBind(bare.name(), text("a \"b\"\\"));
        assertThat(line(NONE, "n", bare))
                .isEqualTo(".1.3.6.1.4.1.1.0 = STRING: \"a \\\"b\\\"\\\\\"");
        bare = new VarBind(bare.name(), hex("001b54"));
        assertThat(line(NONE, "n", bare)).isEqualTo(".1.3.6.1.4.1.1.0 = Hex-STRING: 00 1B 54 ");
        assertThat(line(NONE, "nq", bare)).isEqualTo(".1.3.6.1.4.1.1.0 \"00 1B 54 \"");
        assertThat(line(NONE, "nT", bare))
                .isEqualTo(".1.3.6.1.4.1.1.0 = Hex-STRING: 00 1B 54   [..T]");
    }

    @Test
    void bitsComeWithTheirLabels() throws Exception {
        assertThat(line("", "dot1dDeviceCapabilities.0", hex("80")))
                .endsWith("= BITS: 80 dot1dExtendedFilteringServices(0) ");
        assertThat(line("e", "dot1dDeviceCapabilities.0", hex("C0"))).endsWith("= BITS: C0 0 1 ");
    }

    @Test
    void hexOfSeveralRowsIsBroken() throws Exception {
        VarBind long17 = new VarBind(Oid.parse("1.3"), hex("00".repeat(17)));
        assertThat(line(NONE, "nv", long17)).isEqualTo("Hex-STRING: " + "00 ".repeat(16) + "\n00 ");
    }

    @Test
    void aValueOfTheWrongTypeIsRemarkedOn() throws Exception {
        assertThat(line("", "ifOperStatus.1", new SmiValue.Gauge32(1)))
                .isEqualTo("IF-MIB::ifOperStatus.1 = Wrong Type (should be INTEGER): Gauge32: 1");
        assertThat(line("Q", "ifOperStatus.1", new SmiValue.Gauge32(1)))
                .isEqualTo("IF-MIB::ifOperStatus.1 = 1");
    }

    @Test
    void exceptionsAreSentences() throws Exception {
        assertThat(line("", "sysDescr.7", SmiValue.Marker.NO_SUCH_INSTANCE))
                .endsWith("= No Such Instance currently exists at this OID");
        assertThat(line("", "sysDescr.7", SmiValue.Marker.NO_SUCH_OBJECT))
                .endsWith("= No Such Object available on this agent at this OID");
        assertThat(line("", "sysDescr.7", SmiValue.Marker.END_OF_MIB_VIEW))
                .endsWith(
                        "= No more variables left in this MIB View (It is past the end of the MIB"
                                + " tree)");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "q, IF-MIB::ifOperStatus.1 up",
                "Q, IF-MIB::ifOperStatus.1 = up",
                "s, ifOperStatus.1 = INTEGER: up(1)",
                "e, IF-MIB::ifOperStatus.1 = INTEGER: 1",
                "v, INTEGER: up(1)",
                "vq, up",
                "n, .1.3.6.1.2.1.2.2.1.8.1 = INTEGER: up(1)",
                "X, IF-MIB::ifOperStatus[1] = INTEGER: up(1)",
                "u, interfaces.ifTable.ifEntry.ifOperStatus.1 = INTEGER: up(1)",
            })
    void lettersChangeTheLooks(String letters, String line) throws Exception {
        assertThat(line(letters, "ifOperStatus.1", new SmiValue.Integer32(1))).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v | Timeticks: (9020305) 1 day, 1:03:23.05",
                "vq | 1:1:03:23.05",
                "vt | 9020305"
            })
    void ticksHaveThreeLooks(String letters, String shown) throws Exception {
        assertThat(line(letters, "sysUpTime.0", new SmiValue.TimeTicks(9_020_305)))
                .isEqualTo(shown);
    }

    @Test
    void unitsCanBeLeftOut() throws Exception {
        assertThat(line("vU", "hrMemorySize.0", new SmiValue.Integer32(7))).isEqualTo("INTEGER: 7");
    }

    @Test
    void floatsInOpaqueAreRead() throws Exception {
        VarBind load =
                new VarBind(
                        Oid.parse("1.3.6.1.4.1.2021.10.1.6.1"),
                        new SmiValue.Opaque(HexFormat.of().parseHex("9f78043f000000")));
        assertThat(line(NONE, "v", load)).isEqualTo("Opaque: Float: 0.500000");
        VarBind other = new VarBind(load.name(), new SmiValue.Opaque(new byte[] {4, 1, 65}));
        assertThat(line(NONE, "v", other)).isEqualTo("OPAQUE: 04 01 41 ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "1x:, 02fc0a, 2:fc:a",
                "1d., c0000201, 192.0.2.1",
                "255a, 6c6f, lo",
                "255t, c3a9, é",
                "255a, e9, é",
                "2d-1d-1d, 07ea0b17, 2026-11-23",
                "1d.1d.1d.1d/2d, c00002010050, 192.0.2.1/80",
                "4x, 0102030405, 1020304 5",
                "*1x:/1x:, 02aabbcc, aa:bb/cc",
            })
    void hintsAreSpeltAsNetSnmpDoes(String hint, String hex, String text) {
        String shown = HintText.format(hint, HexFormat.of().parseHex(hex));
        assertThat(shown).isEqualTo(text.replace(" ", ""));
    }
}
