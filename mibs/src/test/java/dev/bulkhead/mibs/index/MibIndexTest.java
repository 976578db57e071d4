package dev.bulkhead.mibs.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.StandardLibrary;
import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.index.MibIndex.SearchHit.Match;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MibIndexTest {
    private static final MibIndex INDEX = StandardLibrary.COMPILED.index();
    private static final Oid IF_TABLE = Oid.parse("1.3.6.1.2.1.2.2");

    @BeforeAll
    static void prepareDescriptions() {
        INDEX.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
    }

    private static List<String> names(String query) {
        return INDEX.search(query, 20).stream().map(hit -> hit.node().name()).toList();
    }

    @Test
    void anEmptyTreeHasTheWellKnownRoots() {
        assertThat(MibIndex.empty().root().children())
                .extracting(MibNode::name)
                .containsExactly("ccitt", "iso", "joint-iso-ccitt");
        assertThat(MibIndex.empty().root().oid()).isEqualTo(Oid.EMPTY);
    }

    @Test
    void theCurrentModuleIsPreferredWhereSeveralDefineAnOid() {
        MibNode ifDescr = INDEX.node(Oid.parse("1.3.6.1.2.1.2.2.1.2")).orElseThrow();
        assertThat(ifDescr.definition()).map(Definition::module).contains("IF-MIB");
        assertThat(ifDescr.definitions()).extracting(Definition::module).contains("RFC1213-MIB");
        MibNode enterprises = INDEX.node(Oid.parse("1.3.6.1.4.1")).orElseThrow();
        assertThat(enterprises.definition()).map(Definition::module).contains("SNMPv2-SMI");
    }

    @Test
    void rowsAndColumnsAreFoundFromAnyPartOfATable() {
        for (String part : List.of("", ".1", ".1.2")) {
            Oid oid = Oid.parse(IF_TABLE + part);
            assertThat(INDEX.rowOf(oid)).map(ObjectType::name).contains("ifEntry");
            assertThat(INDEX.columnsOf(oid))
                    .extracting(ObjectType::name)
                    .startsWith("ifIndex", "ifDescr", "ifType")
                    .hasSize(22);
        }
        assertThat(INDEX.rowOf(Oid.parse("1.3.6.1.2.1.1.1"))).isEmpty();
        assertThat(INDEX.columnsOf(Oid.parse("1.3.6.1.2.1.1.1"))).isEmpty();
    }

    @Test
    void anInstanceBelongsToItsObject() {
        assertThat(INDEX.objectOf(Oid.parse("1.3.6.1.2.1.2.2.1.2.7")).orElseThrow().name())
                .isEqualTo("ifDescr");
        assertThat(INDEX.objectOf(Oid.parse("1.3.6.1.2.1.1.3.0")).orElseThrow().name())
                .isEqualTo("sysUpTime");
        assertThat(INDEX.objectOf(IF_TABLE)).isEmpty();
        assertThat(INDEX.nearest(Oid.parse("1.3.6.1.2.1.2.2.1.2.7")).name()).isEqualTo("ifDescr");
        assertThat(INDEX.nearest(Oid.parse("2.99")).name()).isEqualTo("joint-iso-ccitt");
    }

    @Test
    void nodesTellWhatTheyAre() {
        assertThat(INDEX.root().kind()).isEqualTo(NodeKind.ROOT);
        assertThat(INDEX.node(IF_TABLE).orElseThrow().kind()).isEqualTo(NodeKind.TABLE);
        MibNode row = INDEX.node(IF_TABLE.append(1)).orElseThrow();
        assertThat(row.kind()).isEqualTo(NodeKind.ROW);
        assertThat(row.children().getFirst().kind()).isEqualTo(NodeKind.INDEX_COLUMN);
        assertThat(row.children().get(1).kind()).isEqualTo(NodeKind.COLUMN);
    }

    @Test
    void everyNodeIsFoundByItsOidAndKnowsItsParent() {
        assertThat(check(INDEX.root())).isGreaterThan(20_000);
    }

    private static int check(MibNode node) {
        int count = 1;
        Oid last = Oid.EMPTY;
        for (MibNode child : node.children()) {
            assertThat(INDEX.node(child.oid())).contains(child);
            assertThat(child.parent()).contains(node);
            assertThat(child.oid()).isGreaterThan(last);
            last = child.oid();
            count += check(child);
        }
        assertThat(node.isLeaf()).isEqualTo(node.children().isEmpty());
        return count;
    }

    @Test
    void searchPutsTheBestFirst() {
        assertThat(names("ifDescr")).first().isEqualTo("ifDescr");
        assertThat(names("IFDESCR")).first().isEqualTo("ifDescr");
        assertThat(names("ifdes")).first().isEqualTo("ifDescr");
        List<Match> matches = INDEX.search("octets", 500).stream().map(SearchHit::match).toList();
        assertThat(matches).isNotEmpty().isSorted();
    }

    @Test
    void searchFindsModulesOidsAndDescriptions() {
        assertThat(names("IF-MIB::ifDescr")).first().isEqualTo("ifDescr");
        assertThat(names("RFC1213-MIB::ifDescr")).first().isEqualTo("ifDescr");
        assertThat(names("NO-SUCH-MIB::ifDescr")).isEmpty();
        assertThat(names("1.3.6.1.2.1.2.2.1.2")).first().isEqualTo("ifDescr");
        assertThat(INDEX.search("re-initialization of the management system", 5))
                .hasSize(5)
                .allMatch(hit -> hit.match() == Match.DESCRIPTION);
    }

    @Test
    void searchKeepsItsLimitAndItsNodesApart() {
        assertThat(INDEX.search("e", 7)).hasSize(7);
        assertThat(INDEX.search("if", 300)).extracting(SearchHit::node).doesNotHaveDuplicates();
        assertThat(INDEX.search("", 7)).isEmpty();
        assertThat(INDEX.search("ifDescr", 0)).isEmpty();
    }
}
