package dev.bulkhead.app.mibtree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.Test;

final class FolderNodeTest {
    private static final MibIndex INDEX = MibCompiler.compile(MibRepository.standard()).index();

    private static MibNode child(MibNode node, String name) {
        return node.children().stream()
                .filter(child -> child.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(MibNode node) {
        return node.children().stream().map(MibNode::name).toList();
    }

    @Test
    void aModuleHasItsNotificationsGroupsComplianceAndTypes() {
        MibNode module = child(FolderNode.modules(INDEX), "IF-MIB");
        assertThat(module.children()).first().extracting(MibNode::name).isEqualTo("ifMIB");
        assertThat(names(child(module, "Notifications"))).contains("linkDown", "linkUp");
        assertThat(names(child(module, "Groups"))).contains("ifGeneralInformationGroup");
        assertThat(names(child(module, "Groups"))).contains("ifCompliance3");
        assertThat(names(child(module, "Textual"))).contains("InterfaceIndex");
        assertThat(child(child(module, "Textual"), "InterfaceIndex").kind())
                .isEqualTo(NodeKind.TYPE);
    }

    @Test
    void aRowWithAnOidHasItAndATypeHasNone() {
        MibNode module = child(FolderNode.modules(INDEX), "IF-MIB");
        assertThat(child(child(module, "Notifications"), "linkDown").oid())
                .isEqualTo(Oid.parse("1.3.6.1.6.3.1.1.5.3"));
        assertThat(child(child(module, "Textual"), "InterfaceIndex").oid()).isEqualTo(Oid.EMPTY);
    }

    @Test
    void revealingAnOidNeverLooksAmongTheModules() {
        MibTreeItem top = MibTreeItem.top(INDEX, _ -> true);
        assertThat(top.reveal(Oid.EMPTY)).isEmpty();
        TreeItem<MibNode> found = top.reveal(Oid.parse("1.3.6.1.6.3.1.1.5.3")).orElseThrow();
        assertThat(found.getValue()).isNotInstanceOf(FolderNode.class);
    }

    @Test
    void whatWasOpenOpensInAnotherTree() {
        MibTreeItem before = MibTreeItem.top(INDEX, _ -> true);
        before.setExpanded(true);
        before.reveal(Oid.parse("1.3.6.1.2.1.2.2.1.10"));
        TreeItem<MibNode> modules = before.getChildren().getLast();
        modules.setExpanded(true);
        modules.getChildren().getFirst().setExpanded(true);
        Set<String> open = new HashSet<>();
        before.addOpen(open);

        MibTreeItem after = MibTreeItem.top(INDEX, _ -> true);
        after.open(open);
        Set<String> again = new HashSet<>();
        after.addOpen(again);

        assertThat(again).isEqualTo(open).contains("1.3.6.1.2.1.2.2", "modules");
    }
}
