package dev.bulkhead.app.mibtree;

import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/**
 * A node in the tree; its children are made when it is opened first.
 *
 * <p>The top is special: {@code iso.org.dod.internet} is one row, as in other browsers, and what
 * lies beside that path (such as {@code iso.std} of the LLDP-MIB) follows it.
 */
final class MibTreeItem extends TreeItem<MibNode> {
    private final Predicate<MibNode> shown;
    private boolean opened;

    MibTreeItem(MibNode node, Predicate<MibNode> shown) {
        super(node);
        this.shown = shown;
    }

    /** The invisible root over {@code internet}, what lies beside it, and the modules. */
    static MibTreeItem top(MibIndex index, Predicate<MibNode> shown) {
        MibNode root = index.root();
        MibTreeItem top = new MibTreeItem(root, shown);
        top.opened = true;
        List<TreeItem<MibNode>> beside = new ArrayList<>();
        for (MibNode node : besideInternet(root)) {
            if (shown.test(node)) {
                beside.add(new MibTreeItem(node, shown));
            }
        }
        if (index.moduleCount() > 0) {
            beside.add(new MibTreeItem(FolderNode.modules(index), _ -> true));
        }
        top.superChildren().setAll(beside);
        return top;
    }

    private static List<MibNode> besideInternet(MibNode root) {
        List<MibNode> found = new ArrayList<>();
        collect(root, found);
        found.sort((a, b) ->
                Boolean.compare(b.oid().equals(Oid.INTERNET), a.oid().equals(Oid.INTERNET)));
        return found;
    }

    private static void collect(MibNode node, List<MibNode> found) {
        for (MibNode child : node.children()) {
            if (child.oid().equals(Oid.INTERNET)) {
                found.add(child);
            } else if (Oid.INTERNET.startsWith(child.oid())) {
                collect(child, found);
            } else if (!child.isLeaf() || child.definition().isPresent()) {
                found.add(child);
            }
        }
    }

    private ObservableList<TreeItem<MibNode>> superChildren() {
        return super.getChildren();
    }

    @Override
    public ObservableList<TreeItem<MibNode>> getChildren() {
        if (!opened) {
            opened = true;
            List<TreeItem<MibNode>> children = new ArrayList<>();
            for (MibNode child : getValue().children()) {
                if (shown.test(child)) {
                    children.add(new MibTreeItem(child, shown));
                }
            }
            super.getChildren().setAll(children);
        }
        return super.getChildren();
    }

    @Override
    public boolean isLeaf() {
        return getValue().isLeaf();
    }

    /** The item of a node below this one, opening what leads there. */
    Optional<TreeItem<MibNode>> reveal(Oid oid) {
        for (TreeItem<MibNode> child : getChildren()) {
            if (child.getValue() instanceof FolderNode) {
                continue; // not the place of an OID
            }
            if (child.getValue().oid().equals(oid)) {
                return Optional.of(child);
            }
            if (oid.startsWith(child.getValue().oid()) && child instanceof MibTreeItem item) {
                item.setExpanded(true);
                return item.reveal(oid);
            }
        }
        return Optional.empty();
    }

    /** Adds the keys of all open rows from here down. */
    void addOpen(Set<String> keys) {
        if (isExpanded() && opened) {
            keys.add(key(getValue()));
            for (TreeItem<MibNode> child : getChildren()) {
                if (child instanceof MibTreeItem item) {
                    item.addOpen(keys);
                }
            }
        }
    }

    /** Opens the rows of these keys, as far as they are there. */
    void open(Set<String> keys) {
        if (keys.contains(key(getValue()))) {
            setExpanded(true);
            for (TreeItem<MibNode> child : getChildren()) {
                if (child instanceof MibTreeItem item) {
                    item.open(keys);
                }
            }
        }
    }

    /** The open row of this key. */
    Optional<TreeItem<MibNode>> find(String key) {
        if (key(getValue()).equals(key)) {
            return Optional.of(this);
        }
        return isExpanded() && opened
                ? getChildren().stream()
                        .filter(MibTreeItem.class::isInstance)
                        .map(child -> ((MibTreeItem) child).find(key))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /** What tells a row from all others, also of another library's tree. */
    static String key(MibNode node) {
        return node instanceof FolderNode folder ? folder.key() : node.oid().toString();
    }
}
