package dev.bulkhead.mibs.index;

import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node of a {@link MibStore}, by its number. Two of one store and number are equal. */
final class StoredNode implements MibNode {
    private final MibStore store;
    private final int number;

    StoredNode(MibStore store, int number) {
        this.store = store;
        this.number = number;
    }

    int number() {
        return number;
    }

    @Override
    public Oid oid() {
        return store.oid(number);
    }

    @Override
    public String name() {
        if (store.definitionCount(number) > 0) {
            return store.name(store.definitionOf(number, 0));
        }
        if (number == 0) {
            return "";
        }
        String wellKnown = StoreBuilder.wellKnownName(oid());
        return wellKnown.isEmpty() ? Long.toString(store.subIdentifier(number)) : wellKnown;
    }

    @Override
    public Optional<OidDefinition> definition() {
        return store.definitionCount(number) == 0 ? Optional.empty() : Optional.of(ranked(0));
    }

    private OidDefinition ranked(int rank) {
        return (OidDefinition) store.definition(store.definitionOf(number, rank));
    }

    @Override
    public List<OidDefinition> definitions() {
        int count = store.definitionCount(number);
        List<OidDefinition> definitions = new ArrayList<>(count);
        for (int rank = 0; rank < count; rank++) {
            definitions.add(ranked(rank));
        }
        return List.copyOf(definitions);
    }

    @Override
    public NodeKind kind() {
        if (number == 0) {
            return NodeKind.ROOT;
        }
        if (store.definitionCount(number) == 0) {
            return NodeKind.NODE;
        }
        NodeKind kind = store.kind(store.definitionOf(number, 0)).nodeKind();
        return kind == NodeKind.COLUMN && store.isIndexColumn(number)
                ? NodeKind.INDEX_COLUMN
                : kind;
    }

    @Override
    public Optional<MibNode> parent() {
        return number == 0
                ? Optional.empty()
                : Optional.of(new StoredNode(store, store.parent(number)));
    }

    @Override
    public List<MibNode> children() {
        int first = store.firstChild(number);
        int count = store.childCount(number);
        List<MibNode> children = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            children.add(new StoredNode(store, first + i));
        }
        return List.copyOf(children);
    }

    @Override
    public boolean isLeaf() {
        return store.childCount(number) == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredNode node && node.store == store && node.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return name() + "(" + oid() + ")";
    }
}
