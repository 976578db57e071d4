package dev.bulkhead.mibs.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MibStoreTest {
    private static final String ACME = "1.3.6.1.4.1.32473";

    @Test
    void anEmptyStoreHasOnlyTheWellKnownRoots() {
        MibIndex index = Packed.index();

        assertThat(index.modules()).isEmpty();
        assertThat(index.definitionCount()).isZero();
        assertThat(index.definitions("sysDescr")).isEmpty();
        assertThat(index.module("ACME-MIB")).isEmpty();
        assertThat(index.nearest(Oid.parse(ACME)).name()).isEqualTo("internet");
        assertThat(index.search("a", 10)).isEmpty();
    }

    @Test
    void aModuleWithoutDefinitionsIsThere() {
        MibIndex index = Packed.index(Packed.module("B-MIB"), Packed.module("A-MIB"));

        assertThat(index.moduleNames()).containsExactly("A-MIB", "B-MIB");
        assertThat(index.module("B-MIB").orElseThrow().definitions()).isEmpty();
    }

    @Test
    void childrenStandByUnsignedSubIdentifier() {
        MibIndex index =
                Packed.index(
                        Packed.module(
                                "ACME-MIB",
                                Packed.node("ACME-MIB", "last", ACME + ".4294967295"),
                                Packed.node("ACME-MIB", "third", ACME + ".2147483648"),
                                Packed.node("ACME-MIB", "below", ACME + ".7.1"),
                                Packed.node("ACME-MIB", "first", ACME + ".0"),
                                Packed.node("ACME-MIB", "second", ACME + ".2147483647")));
        MibNode acme = index.node(Oid.parse(ACME)).orElseThrow();

        assertThat(acme.children())
                .extracting(MibNode::name)
                .containsExactly("first", "7", "second", "third", "last");
        assertThat(index.node(Oid.parse(ACME + ".4294967295")).orElseThrow().name())
                .isEqualTo("last");
        assertThat(index.node(Oid.parse(ACME + ".4294967294"))).isEmpty();
    }

    @Test
    void twentyThousandChildrenAreFoundByNumberAndName() {
        List<Definition> nodes = new ArrayList<>();
        for (int i = 20_000; i > 0; i--) {
            nodes.add(Packed.node("ACME-MIB", "n" + i, ACME + "." + i));
        }
        MibIndex index = Packed.index(Packed.module("ACME-MIB", nodes.toArray(Definition[]::new)));

        assertThat(index.node(Oid.parse(ACME)).orElseThrow().children())
                .extracting(MibNode::name)
                .isEqualTo(IntStream.rangeClosed(1, 20_000).mapToObj(i -> "n" + i).toList());
        for (int i = 1; i <= 20_000; i += 613) {
            assertThat(index.node(Oid.parse(ACME + "." + i)).orElseThrow().name())
                    .isEqualTo("n" + i);
            assertThat(index.definitions("n" + i)).hasSize(1);
        }
    }

    @Test
    void namesWithTheSameHashAreToldApart() {
        assertThat("AaBB".hashCode()).isEqualTo("BBAa".hashCode());
        MibIndex index =
                Packed.index(
                        Packed.module(
                                "ACME-MIB",
                                Packed.node("ACME-MIB", "AaBB", ACME + ".1"),
                                Packed.node("ACME-MIB", "BBAa", ACME + ".2"),
                                Packed.node("ACME-MIB", "AaAa", ACME + ".3")));

        for (String name : List.of("AaBB", "BBAa", "AaAa")) {
            assertThat(index.definitions(name)).extracting(Definition::name).containsExactly(name);
        }
        assertThat(index.definitions("BBBB")).isEmpty();
    }

    @Test
    void aNameTwiceInAModuleIsKeptTwiceAndOthersMeanTheFirst() {
        Definition one = Packed.node("ACME-MIB", "twice", ACME + ".1");
        Definition two = Packed.node("ACME-MIB", "twice", ACME + ".2");
        MibIndex index = Packed.index(Packed.module("ACME-MIB", one, two));

        assertThat(index.definitions("twice")).containsExactly(one, two);
        assertThat(index.definition("ACME-MIB", "twice")).contains(one);
        assertThat(index.module("ACME-MIB").orElseThrow().definitions()).containsExactly(one, two);
    }

    @Test
    void anOidOfSeveralModulesIsOneNode() {
        MibIndex index =
                Packed.index(
                        Packed.module("B-MIB", Packed.node("B-MIB", "byB", ACME)),
                        Packed.module("A-MIB", Packed.node("A-MIB", "byA", ACME)));
        MibNode node = index.node(Oid.parse(ACME)).orElseThrow();

        assertThat(node.name()).isEqualTo("byA");
        assertThat(node.definitions()).extracting(Definition::name).containsExactly("byA", "byB");
        assertThat(index.search("by", 10)).hasSize(1);
    }

    @Test
    void theLongestOidFits() {
        String oid = "1.3" + ".4294967295".repeat(126);
        MibIndex index = Packed.index(Packed.module("ACME-MIB", Packed.node("ACME-MIB", "x", oid)));

        assertThat(index.node(Oid.parse(oid)).orElseThrow().oid()).isEqualTo(Oid.parse(oid));
    }

    @Test
    void aStoreOfTheSameBytesReadsTheSame() {
        MibStore store =
                Packed.store(
                        Packed.module("ACME-MIB", Packed.node("ACME-MIB", "acme", ACME)),
                        Packed.module("B-MIB", Packed.node("B-MIB", "b", ACME + ".1")));
        MibStore again =
                MibStore.of(
                        store.bytes(),
                        name -> {
                            throw new AssertionError(name);
                        });

        assertThat(again.bytes()).isEqualTo(store.bytes());
        assertThat(again.name(again.definitionOf(again.nodeCount() - 1, 0))).isEqualTo("b");
    }
}
