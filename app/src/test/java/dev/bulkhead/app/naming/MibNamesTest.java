package dev.bulkhead.app.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MibNamesTest {
    private static final MibNames NAMES = Library.NAMES;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "1.3.6.1.2.1.2.2.1.2.1, 1.3.6.1.2.1.2.2.1.2.1",
                ".1.3.6.1.2.1.1.3.0, 1.3.6.1.2.1.1.3.0",
                "ifDescr, 1.3.6.1.2.1.2.2.1.2",
                "ifDescr.1, 1.3.6.1.2.1.2.2.1.2.1",
                "IF-MIB::ifDescr.1, 1.3.6.1.2.1.2.2.1.2.1",
                "IF-MIB::ifDescr[1], 1.3.6.1.2.1.2.2.1.2.1",
                "iso.3.6.1, 1.3.6.1",
                "mib-2.interfaces, 1.3.6.1.2.1.2",
                "mib-2.2.ifTable.1.ifDescr.7, 1.3.6.1.2.1.2.2.1.2.7",
                ".iso.org.dod.internet.mgmt.mib-2.system.sysUpTime.0, 1.3.6.1.2.1.1.3.0",
                "sysUpTimeInstance, 1.3.6.1.2.1.1.3.0",
                "ipAdEntAddr.192.0.2.1, 1.3.6.1.2.1.4.20.1.1.192.0.2.1",
                "ipAdEntAddr[192.0.2.1], 1.3.6.1.2.1.4.20.1.1.192.0.2.1",
                "vacmAccessStatus.`\"g\"`.`\"\"`.0.noAuthNoPriv,"
                        + " 1.3.6.1.6.3.16.1.4.1.9.1.103.0.0.1",
                "snmpTargetAddrTDomain.'ab', 1.3.6.1.6.3.12.1.2.1.2.97.98",
                "ipAddressIfIndex.ipv4.`\"192.0.2.1\"`, 1.3.6.1.2.1.4.34.1.3.1.4.192.0.2.1",
                "ipAddressIfIndex[ipv4][`\"192.0.2.1\"`], 1.3.6.1.2.1.4.34.1.3.1.4.192.0.2.1",
                "dot1dTpFdbPort[0:1b:54:1:2:3], 1.3.6.1.2.1.17.4.3.1.2.0.27.84.1.2.3",
                "enterprises.8072.`\"ab\"`, 1.3.6.1.4.1.8072.2.97.98",
            })
    void namesResolve(String text, String oid) throws UnknownNameException {
        assertThat(NAMES.resolve(text.replace("`", ""))).hasToString(oid);
    }

    @ParameterizedTest
    @CsvSource({
        "1.3.6.1.2.1.2.2.1.2.1, IF-MIB::ifDescr.1",
        "1.3.6.1.2.1.1.3.0, SNMPv2-MIB::sysUpTime.0",
        "1.3.6.1.2.1.4.34.1.3.1.4.192.0.2.1, IP-MIB::ipAddressIfIndex.ipv4.\"192.0.2.1\"",
        "1.3.6.1.6.3.16.1.4.1.9.1.103.0.0.1,"
                + " SNMP-VIEW-BASED-ACM-MIB::vacmAccessStatus.\"g\".\"\".0.noAuthNoPriv",
        "1.3.6.1.6.3.12.1.2.1.2.97.98, SNMP-TARGET-MIB::snmpTargetAddrTDomain.'ab'",
        "1.3.6.1.2.1.17.4.3.1.2.0.27.84.1.2.3, BRIDGE-MIB::dot1dTpFdbPort.0.27.84.1.2.3",
        "1.3.6.1.4.1.8072.3.2.10, SNMPv2-SMI::enterprises.8072.3.2.10",
        "0.0, SNMPv2-SMI::zeroDotZero",
        "1.9.9, iso.9.9",
        "1.3.6.1.2.1.2.2.1.2, IF-MIB::ifDescr",
    })
    void oidsAreNamedAsNetSnmpNamesThem(String oid, String name) {
        assertThat(NAMES.qualifiedName(Oid.parse(oid))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "SUFFIX, true, false, ifDescr.1",
        "FULL, true, false, .iso.org.dod.internet.mgmt.mib-2.interfaces.ifTable.ifEntry.ifDescr.1",
        "UCD, true, false, interfaces.ifTable.ifEntry.ifDescr.1",
        "NUMERIC, true, false, .1.3.6.1.2.1.2.2.1.2.1",
        "MODULE, true, true, IF-MIB::ifDescr[1]",
        "MODULE, false, false, IF-MIB::ifDescr.1",
    })
    void stylesDiffer(OidStyle.Form form, boolean breakDown, boolean brackets, String name) {
        OidStyle style = new OidStyle(form, breakDown, brackets, true);
        assertThat(NAMES.name(Oid.parse("1.3.6.1.2.1.2.2.1.2.1"), style)).isEqualTo(name);
    }

    @Test
    void bracketsAreForColumnsOnly() {
        Oid sysUpTime = Oid.parse("1.3.6.1.2.1.1.3.0");
        assertThat(NAMES.name(sysUpTime, OidStyle.MODULE.withBrackets(true)))
                .isEqualTo("SNMPv2-MIB::sysUpTime.0");
    }

    @Test
    void rfc1213IsPreferredToWhatItReplaced() {
        assertThat(NAMES.qualifiedName(Oid.parse("1.3.6.1.2.1.3.1.1.2")))
                .isEqualTo("RFC1213-MIB::atPhysAddress");
    }

    @Test
    void withoutModulesNumbersStay() throws UnknownNameException {
        MibNames none = new MibNames(MibIndex.empty());
        assertThat(none.qualifiedName(Oid.parse("1.3.6.1.2.1.1.1.0")))
                .isEqualTo("iso.3.6.1.2.1.1.1.0");
        assertThat(none.resolve("iso.3.6.1.2.1.1.1.0")).hasToString("1.3.6.1.2.1.1.1.0");
        assertThat(none.resolve(".1.3")).hasToString("1.3");
    }

    @Test
    void unknownNamesComeWithTheNearestOnes() {
        assertThatThrownBy(() -> NAMES.resolve("ifDesrc.1"))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("ifDesrc")
                .hasMessageContaining("IF-MIB::ifDescr");
        assertThatThrownBy(() -> NAMES.resolve("IF-MBI::ifDescr"))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("no module IF-MBI")
                .hasMessageContaining("IF-MIB");
        assertThatThrownBy(() -> NAMES.resolve("IF-MIB::sysDescr"))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("IF-MIB defines no sysDescr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "1..3",
                "1.4294967296",
                "ifDescr..1",
                "ifDescr.1.",
                "ifDescr.\"x",
                "ifDescr.nonsense",
                "IF-MIB::",
                "ifDescr.99999999999"
            })
    void nonsenseIsRefusedInWords(String text) {
        assertThatThrownBy(() -> NAMES.resolve(text))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageNotContaining("null");
    }

    @Test
    void indexPartsAreTyped() {
        assertThat(NAMES.indexParts(Oid.parse("1.3.6.1.2.1.4.34.1.3.1.4.192.0.2.1")))
                .isEqualTo(List.of("ipv4", "192.0.2.1"));
        assertThat(NAMES.indexParts(Oid.parse("1.3.6.1.2.1.1.3.0"))).isEqualTo(List.of("0"));
        assertThat(NAMES.indexParts(Oid.parse("1.3.6.1.2.1.1.3"))).isEmpty();
    }

    @Test
    void valuesAndTypesAreShownBySyntax() {
        VarBind status = new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.8.1"), new SmiValue.Integer32(1));
        assertThat(NAMES.value(status)).isEqualTo("up(1)");
        VarBind descr =
                new VarBind(
                        Oid.parse("1.3.6.1.2.1.2.2.1.2.1"),
                        new SmiValue.OctetString(new byte[] {'l', 'o'}));
        assertThat(NAMES.value(descr)).isEqualTo("lo");
        assertThat(NAMES.type(descr)).isEqualTo("OCTET STRING (DisplayString)");
        VarBind oid =
                new VarBind(
                        Oid.parse("1.3.6.1.2.1.1.2.0"),
                        new SmiValue.ObjectIdentifier(Oid.parse("1.3.6.1.4.1.9")));
        assertThat(NAMES.value(oid)).isEqualTo("SNMPv2-SMI::enterprises.9");
    }
}
