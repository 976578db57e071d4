package dev.bulkhead.app.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.object.ObjectSheet.Chip;
import dev.bulkhead.app.object.ObjectSheet.Fact;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.smi.Oid;
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
}
