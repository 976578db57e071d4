package dev.bulkhead.mibs.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.mibs.StandardLibrary;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import dev.bulkhead.mibs.smi.SmiValue.Gauge32;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import dev.bulkhead.mibs.smi.SmiValue.IpAddress;
import dev.bulkhead.mibs.smi.SmiValue.ObjectIdentifier;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTextTest {
    private static Syntax syntax(String module, String name) {
        var definition = StandardLibrary.COMPILED.index().definition(module, name).orElseThrow();
        return ((ObjectType) definition).syntax();
    }

    private static OctetString octets(String hex) {
        return new OctetString(HexFormat.of().parseHex(hex));
    }

    private static OctetString text(String text) {
        return new OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String format(SmiValue value, Syntax syntax) {
        return ValueText.format(value, Optional.of(syntax));
    }

    @Test
    void enumerationsHaveLabelAndNumber() {
        Syntax status = syntax("IF-MIB", "ifOperStatus");
        assertThat(format(new Integer32(1), status)).isEqualTo("up(1)");
        assertThat(format(new Integer32(99), status)).isEqualTo("99");
        assertThat(ValueText.parse("up", status)).isEqualTo(new Integer32(1));
        assertThat(ValueText.parse("2", status)).isEqualTo(new Integer32(2));
        assertThatThrownBy(() -> ValueText.parse("sideways", status))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sideways");
    }

    @Test
    void bitsHaveLabelsAndPositions() {
        Syntax bits = syntax("DISMAN-EVENT-MIB", "mteTriggerTest");
        assertThat(format(octets("A0"), bits)).isEqualTo("existence(0) threshold(2)");
        assertThat(format(octets(""), bits)).isEmpty();
        assertThat(ValueText.parse("threshold existence", bits)).isEqualTo(octets("A0"));
    }

    @Test
    void timeTicksAreDaysAndTime() {
        Syntax upTime = syntax("SNMPv2-MIB", "sysUpTime");
        assertThat(format(new TimeTicks(27_390_607), upTime)).isEqualTo("3 days, 4:05:06.07");
        assertThat(format(new TimeTicks(7), upTime)).isEqualTo("0:00:00.07");
        assertThat(format(new TimeTicks(8_640_000), upTime)).startsWith("1 day, 0:00:00.00");
    }

    @Test
    void octetsFollowTheirHint() {
        assertThat(format(octets("001B54AABBCC"), syntax("IF-MIB", "ifPhysAddress")))
                .isEqualTo("00:1B:54:AA:BB:CC");
        assertThat(
                        format(
                                octets("07C8051A0D1E0F002B0400"),
                                syntax("HOST-RESOURCES-MIB", "hrSystemDate")))
                .isEqualTo("1992-5-26,13:30:15.0,+4:0");
        assertThat(ValueText.parse("00:1b:54:aa:bb:cc", syntax("IF-MIB", "ifPhysAddress")))
                .isEqualTo(octets("001B54AABBCC"));
    }

    @Test
    void otherValuesAreWhatTheyAre() {
        assertThat(ValueText.format(new Counter64(-1), Optional.empty()))
                .isEqualTo("18446744073709551615");
        assertThat(ValueText.format(new Gauge32(4_294_967_295L), Optional.empty()))
                .isEqualTo("4294967295");
        assertThat(
                        ValueText.format(
                                new IpAddress(new byte[] {(byte) 192, 0, 2, 1}), Optional.empty()))
                .isEqualTo("192.0.2.1");
        assertThat(ValueText.format(new ObjectIdentifier(Oid.of(1, 3, 6)), Optional.empty()))
                .endsWith("1.3.6");
        assertThat(ValueText.format(octets("0001FF"), Optional.empty())).isEqualTo("00:01:FF");
        assertThat(ValueText.format(text("hello"), Optional.empty())).isEqualTo("hello");
        assertThat(ValueText.format(SmiValue.Marker.NO_SUCH_OBJECT, Optional.empty()))
                .isEqualTo("noSuchObject");
    }

    @Test
    void aValueOfAnotherTypeIsShownByItsOwn() {
        assertThat(format(text("text"), syntax("IF-MIB", "ifOperStatus"))).isEqualTo("text");
        assertThat(format(new Integer32(7), syntax("IF-MIB", "ifDescr"))).isEqualTo("7");
    }

    @Test
    void nothingThatSteersATerminalGetsThrough() {
        String hostile = "eth0\u001B[2J\u0007\u009B31m\u202Egpj.exe\u2066\u0000";
        for (Optional<Syntax> syntax :
                List.of(
                        Optional.of(syntax("IF-MIB", "ifDescr")),
                        Optional.of(syntax("IF-MIB", "ifPhysAddress")),
                        Optional.<Syntax>empty())) {
            String shown = ValueText.format(text(hostile), syntax);
            assertThat(shown).doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}&&[^\\n\\t]].*");
        }
    }

    @Test
    void rangesAreKept() {
        Syntax mtu = syntax("IP-MIB", "ipDefaultTTL");
        assertThat(ValueText.parse("64", mtu)).isEqualTo(new Integer32(64));
        assertThatThrownBy(() -> ValueText.parse("300", mtu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("255");
        assertThatThrownBy(() -> ValueText.parse("many", mtu))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
