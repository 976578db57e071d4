package dev.bulkhead.mibs.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.mibs.StandardLibrary;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import dev.bulkhead.mibs.smi.SmiValue.IpAddress;
import dev.bulkhead.mibs.smi.SmiValue.ObjectIdentifier;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Indexes of real tables (RFC 2578 §7.7). */
class IndexCodecTest {
    private static final MibIndex INDEX = StandardLibrary.COMPILED.index();

    private static ObjectType row(String module, String name) {
        return (ObjectType) INDEX.definition(module, name).orElseThrow();
    }

    private static IndexCodec codec(String module, String name) {
        return IndexCodec.of(row(module, name));
    }

    private static OctetString text(String text) {
        return new OctetString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void both(IndexCodec codec, String instance, SmiValue... key) {
        assertThat(codec.decode(Oid.parse(instance))).contains(List.of(key));
        assertThat(codec.encode(List.of(key))).isEqualTo(Oid.parse(instance));
    }

    @Test
    void integers() {
        both(codec("IF-MIB", "ifEntry"), "7", new Integer32(7));
    }

    @Test
    void anAugmentingRowHasTheIndexOfTheOther() {
        both(codec("IF-MIB", "ifXEntry"), "7", new Integer32(7));
        assertThat(row("IF-MIB", "ifXEntry").augments()).isPresent();
    }

    @Test
    void severalPartsWithAddresses() {
        both(
                codec("RFC1213-MIB", "tcpConnEntry"),
                "192.0.2.1.22.198.51.100.7.50000",
                new IpAddress(new byte[] {(byte) 192, 0, 2, 1}),
                new Integer32(22),
                new IpAddress(new byte[] {(byte) 198, 51, 100, 7}),
                new Integer32(50_000));
    }

    @Test
    void aNetworkAddressTellsItsKind() {
        both(
                codec("RFC1213-MIB", "atEntry"),
                "3.1.192.0.2.1",
                new Integer32(3),
                new IpAddress(new byte[] {(byte) 192, 0, 2, 1}));
    }

    @Test
    void stringsOfAnyLengthTellIt() {
        both(
                codec("SNMP-VIEW-BASED-ACM-MIB", "vacmViewTreeFamilyEntry"),
                "3.97.108.108.2.1.3",
                text("all"),
                new ObjectIdentifier(Oid.of(1, 3)));
    }

    @Test
    void anImpliedStringGoesToTheEnd() {
        both(codec("SNMP-TARGET-MIB", "snmpTargetAddrEntry"), "97.98", text("ab"));
        both(codec("SNMP-TARGET-MIB", "snmpTargetAddrEntry"), "0", new OctetString(new byte[1]));
    }

    @Test
    void stringsOfOneLengthDoNotTellIt() {
        byte[] mac = {0, 27, 84, 1, 2, 3};
        both(codec("BRIDGE-MIB", "dot1dTpFdbEntry"), "0.27.84.1.2.3", new OctetString(mac));
    }

    @Test
    void instancesThatDoNotFitAreRefused() {
        assertThat(codec("IF-MIB", "ifEntry").decode(Oid.EMPTY)).isEmpty();
        assertThat(codec("IF-MIB", "ifEntry").decode(Oid.of(1, 2))).isEmpty();
        assertThat(codec("BRIDGE-MIB", "dot1dTpFdbEntry").decode(Oid.of(1, 2, 3))).isEmpty();
        assertThat(codec("BRIDGE-MIB", "dot1dTpFdbEntry").decode(Oid.parse("1.2.3.4.5.256")))
                .isEmpty();
        assertThat(
                        codec("SNMP-VIEW-BASED-ACM-MIB", "vacmViewTreeFamilyEntry")
                                .decode(Oid.parse("4294967295.1")))
                .isEmpty();
    }

    @Test
    void keysThatDoNotFitAreRefused() {
        IndexCodec ifEntry = codec("IF-MIB", "ifEntry");
        assertThatThrownBy(() -> ifEntry.encode(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ifEntry.encode(List.of(text("one"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> codec("BRIDGE-MIB", "dot1dTpFdbEntry").encode(List.of(text("short"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatDecodesEncodesToTheSameInEveryTable() {
        Random random = new Random(6);
        int decoded = 0;
        for (var module : INDEX.modules()) {
            for (var definition : module.definitions()) {
                if (definition instanceof ObjectType row && !row.index().isEmpty()) {
                    IndexCodec codec = IndexCodec.of(row);
                    for (int i = 0; i < 20; i++) {
                        long[] sub = random.longs(random.nextInt(1, 12), 0, 8).toArray();
                        var key = codec.decode(Oid.of(sub));
                        if (key.isPresent()) {
                            decoded++;
                            assertThat(codec.encode(key.get())).isEqualTo(Oid.of(sub));
                        }
                    }
                }
            }
        }
        assertThat(decoded).isGreaterThan(1_000);
    }
}
