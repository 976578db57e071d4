package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.index.NodeKind;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A row of the tree beside the OIDs: below "By module" each module has its notifications, groups,
 * compliance statements and textual conventions.
 *
 * <p>A row that stands for a definition with an OID has that OID; the others have the empty one.
 */
final class FolderNode implements MibNode {
    private static final List<NodeKind> SECTIONS =
            List.of(NodeKind.MODULE, NodeKind.NOTIFICATION, NodeKind.CONFORMANCE, NodeKind.TYPE);

    private final String key;
    private final String name;
    private final NodeKind kind;
    private final Optional<Definition> listed;
    private final Supplier<List<MibNode>> children;

    private FolderNode(
            String key,
            String name,
            NodeKind kind,
            Optional<Definition> listed,
            Supplier<List<MibNode>> children) {
        this.key = key;
        this.name = name;
        this.kind = kind;
        this.listed = listed;
        this.children = children;
    }

    /** The row over all modules. */
    static FolderNode modules(MibIndex index) {
        return new FolderNode(
                "modules",
                Words.text("tree.modules"),
                NodeKind.MODULE,
                Optional.empty(),
                () ->
                        index.moduleNames().stream()
                                .map(module -> (MibNode) module(index, module))
                                .toList());
    }

    private static FolderNode module(MibIndex index, String module) {
        return new FolderNode(
                "module " + module,
                module,
                NodeKind.MODULE,
                Optional.empty(),
                () -> sections(module, index.besideObjects(module)));
    }

    private static List<MibNode> sections(String module, List<Definition> definitions) {
        List<MibNode> sections = new ArrayList<>();
        for (NodeKind kind : SECTIONS) {
            List<MibNode> rows = new ArrayList<>();
            for (Definition definition : definitions) {
                if (NodeIcons.kind(definition) == kind) {
                    rows.add(row(definition, kind));
                }
            }
            if (kind == NodeKind.MODULE) {
                sections.addAll(rows);
            } else if (!rows.isEmpty()) {
                sections.add(
                        new FolderNode(
                                kind + " " + module,
                                Words.text("tree.section." + kind, rows.size()),
                                kind,
                                Optional.empty(),
                                () -> rows));
            }
        }
        return List.copyOf(sections);
    }

    private static FolderNode row(Definition definition, NodeKind kind) {
        return new FolderNode(
                "row " + definition.qualifiedName(),
                definition.name(),
                kind,
                Optional.of(definition),
                List::of);
    }

    /** Its name among all such rows. */
    String key() {
        return key;
    }

    /** The definition it stands for. */
    Optional<Definition> listed() {
        return listed;
    }

    /** Whether it is there to be opened only. */
    boolean isFolder() {
        return listed.isEmpty();
    }

    @Override
    public Oid oid() {
        return definition().map(OidDefinition::oid).orElse(Oid.EMPTY);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<OidDefinition> definition() {
        return listed.filter(OidDefinition.class::isInstance).map(OidDefinition.class::cast);
    }

    @Override
    public List<OidDefinition> definitions() {
        return definition().stream().toList();
    }

    @Override
    public NodeKind kind() {
        return kind;
    }

    @Override
    public Optional<MibNode> parent() {
        return Optional.empty();
    }

    @Override
    public List<MibNode> children() {
        return children.get();
    }

    @Override
    public boolean isLeaf() {
        return !isFolder();
    }

    @Override
    public String toString() {
        return name;
    }
}
