package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.AgentCapabilities;
import dev.bulkhead.mibs.model.Group;
import dev.bulkhead.mibs.model.ModuleCompliance;
import dev.bulkhead.mibs.model.ModuleIdentity;
import dev.bulkhead.mibs.model.NotificationType;
import dev.bulkhead.mibs.model.ObjectIdentity;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.model.OidAssignment;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node while the index is built, and the face of it afterwards, when nothing changes it. */
final class TreeNode implements MibNode {
    private static final TreeNode[] NONE = {};

    private final Oid oid;
    private final @Nullable TreeNode parent;
    private TreeNode[] children = NONE;
    private int childCount;
    private List<OidDefinition> definitions = List.of();
    private String wellKnownName = "";
    private boolean indexColumn;

    TreeNode(Oid oid, @Nullable TreeNode parent) {
        this.oid = oid;
        this.parent = parent;
    }

    /** The child of this sub-identifier, made if it is not there. */
    TreeNode childFor(long subIdentifier) {
        int at = position(subIdentifier);
        if (at >= 0) {
            return children[at];
        }
        int insert = -at - 1;
        if (childCount == children.length) {
            children = Arrays.copyOf(children, Math.max(2, childCount * 2));
        }
        System.arraycopy(children, insert, children, insert + 1, childCount - insert);
        childCount++;
        children[insert] = new TreeNode(oid.append(subIdentifier), this);
        return children[insert];
    }

    @Nullable TreeNode child(long subIdentifier) {
        int at = position(subIdentifier);
        return at < 0 ? null : children[at];
    }

    private int position(long subIdentifier) {
        int low = 0;
        int high = childCount - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = children[middle].oid.last();
            if (found == subIdentifier) {
                return middle;
            }
            if (found < subIdentifier) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    void define(OidDefinition definition, Comparator<OidDefinition> preference) {
        List<OidDefinition> all = new ArrayList<>(definitions);
        all.add(definition);
        all.sort(preference);
        definitions = List.copyOf(all);
    }

    void nameWellKnown(String name) {
        wellKnownName = name;
    }

    void markIndexColumn() {
        indexColumn = true;
    }

    @Override
    public Oid oid() {
        return oid;
    }

    @Override
    public String name() {
        if (!definitions.isEmpty()) {
            return definitions.getFirst().name();
        }
        if (!wellKnownName.isEmpty() || oid.size() == 0) {
            return wellKnownName;
        }
        return Long.toString(oid.last());
    }

    @Override
    public Optional<OidDefinition> definition() {
        return definitions.stream().findFirst();
    }

    @Override
    public List<OidDefinition> definitions() {
        return definitions;
    }

    @Override
    public NodeKind kind() {
        if (parent == null) {
            return NodeKind.ROOT;
        }
        if (definitions.isEmpty()) {
            return NodeKind.NODE;
        }
        return switch (definitions.getFirst()) {
            case OidAssignment _ -> NodeKind.NODE;
            case ModuleIdentity _ -> NodeKind.MODULE;
            case ObjectIdentity _ -> NodeKind.IDENTITY;
            case ObjectType object -> kind(object);
            case NotificationType _ -> NodeKind.NOTIFICATION;
            case Group _, ModuleCompliance _, AgentCapabilities _ -> NodeKind.CONFORMANCE;
        };
    }

    private NodeKind kind(ObjectType object) {
        return switch (object.kind()) {
            case SCALAR -> NodeKind.SCALAR;
            case TABLE -> NodeKind.TABLE;
            case ROW -> NodeKind.ROW;
            case COLUMN -> indexColumn ? NodeKind.INDEX_COLUMN : NodeKind.COLUMN;
        };
    }

    @Override
    public Optional<MibNode> parent() {
        return Optional.ofNullable(parent);
    }

    @Override
    public List<MibNode> children() {
        return List.of(Arrays.copyOf(children, childCount));
    }

    @Override
    public boolean isLeaf() {
        return childCount == 0;
    }

    @Override
    public String toString() {
        return name() + "(" + oid + ")";
    }
}
