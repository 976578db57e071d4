package dev.bulkhead.app.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.object.ObjectSheet.Chip;
import dev.bulkhead.app.object.ObjectSheet.Fact;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ObjectSheetTest {
    private static final MibIndex INDEX = MibCompiler.compile(MibRepository.standard()).index();

    private static ObjectSheet sheet(String oid) {
        return ObjectSheet.of(INDEX.node(Oid.parse(oid)).orElseThrow(), INDEX);
    }

    private static String fact(ObjectSheet sheet, String key) {
        return sheet.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .map(Fact::value)
                .findFirst()
                .orElse("");
    }

    @Test
    void aCounterSaysTypeRangeIndexAndPath() {
        ObjectSheet sheet = sheet("1.3.6.1.2.1.2.2.1.10");
        assertThat(sheet.name()).isEqualTo("ifInOctets");
        assertThat(sheet.chips())
                .extracting(Chip::text)
                .containsExactly("Counter32", "read-only", "current", "IF-MIB");
        assertThat(fact(sheet, "oid")).isEqualTo(".1.3.6.1.2.1.2.2.1.10");
        assertThat(fact(sheet, "path")).isEqualTo("interfaces › ifTable › ifEntry");
        assertThat(fact(sheet, "syntax")).isEqualTo("Counter32 (0..4294967295)");
        assertThat(fact(sheet, "index")).isEqualTo("ifIndex");
        assertThat(sheet.description()).startsWith("The total number of octets received");
    }

    @Test
    void anEnumerationNamesItsNumbers() {
        assertThat(fact(sheet("1.3.6.1.2.1.2.2.1.7"), "syntax"))
                .contains("up(1), down(2), testing(3)");
    }

    @Test
    void aStringSaysItsSize() {
        assertThat(fact(sheet("1.3.6.1.2.1.1.4"), "syntax"))
                .isEqualTo("DisplayString = OCTET STRING (SIZE (0..255))");
    }

    private static ObjectSheet sheet(String module, String name) {
        return ObjectSheet.of(INDEX.definition(module, name).orElseThrow(), INDEX);
    }

    private static List<String> links(ObjectSheet sheet, String key) {
        return sheet.facts().stream()
                .filter(fact -> fact.key().equals(key))
                .flatMap(fact -> fact.links().stream())
                .map(link -> link.to().toString())
                .toList();
    }

    @Test
    void aNotificationLinksToWhatItCarries() {
        assertThat(links(sheet("IF-MIB", "linkDown"), "carries"))
                .containsExactly(
                        "IF-MIB::ifIndex", "IF-MIB::ifAdminStatus", "IF-MIB::ifOperStatus");
    }

    @Test
    void aGroupLinksToItsMembersAndAComplianceToItsGroups() {
        assertThat(links(sheet("IF-MIB", "ifStackGroup2"), "members"))
                .containsExactly("IF-MIB::ifStackStatus", "IF-MIB::ifStackLastChange");
        ObjectSheet compliance = sheet("IF-MIB", "ifCompliance3");
        assertThat(links(compliance, "mandatory")).contains("IF-MIB::ifGeneralInformationGroup");
        assertThat(links(compliance, "conditional")).contains("IF-MIB::ifFixedLengthGroup");
        assertThat(links(compliance, "refined")).contains("IF-MIB::ifAdminStatus");
    }

    @Test
    void aConventionSaysItsSyntaxAndHint() {
        ObjectSheet sheet = sheet("SNMPv2-TC", "DateAndTime");
        assertThat(fact(sheet, "syntax")).isEqualTo("OCTET STRING (SIZE (8 | 11))");
        assertThat(fact(sheet, "hint")).isEqualTo("\"2d-1d-1d,1d:1d:1d.1d,1a1d:1d\"");
        assertThat(fact(sheet, "oid")).isEmpty();
    }

    @Test
    void anObjectLinksToItsConventionIndexAndModule() {
        ObjectSheet sheet = sheet("IF-MIB", "ifIndex");
        assertThat(links(sheet, "convention")).containsExactly("IF-MIB::InterfaceIndex");
        assertThat(links(sheet, "index")).containsExactly("IF-MIB::ifIndex");
        assertThat(links(sheet, "module")).containsExactly("IF-MIB::ifMIB");
        assertThat(fact(sheet, "updated")).isEqualTo("2000-06-14");
    }

    @Test
    void anAugmentingRowLinksToTheRowItAugments() {
        assertThat(links(sheet("IF-MIB", "ifXEntry"), "augments"))
                .containsExactly("IF-MIB::ifEntry");
    }

    @Test
    void otherDefinitionsOfTheSameOidAreNamed() {
        assertThat(links(sheet("IF-MIB", "ifInOctets"), "others"))
                .contains("RFC1213-MIB::ifInOctets");
    }

    @Test
    void aModuleTellsItsRevisions() {
        assertThat(fact(sheet("IF-MIB", "ifMIB"), "revisions")).startsWith("2000-06-14  ");
        assertThat(SheetWriter.date("9602280000Z")).isEqualTo("1996-02-28");
        assertThat(SheetWriter.date("soon")).isEqualTo("soon");
    }
}
