package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.UnknownNameException;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.OidDefinition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The OID the window is about. The OID bar shows it, the tree selects the nearest known node, the
 * details describe that node: all three follow from {@link #oidProperty}, so they cannot disagree.
 *
 * <p>JavaFX's thread.
 */
public final class CurrentObject {
    private static final int HISTORY_LIMIT = 100;

    private final MibLibrary library;
    private final ReadOnlyObjectWrapper<Oid> oid = new ReadOnlyObjectWrapper<>(Oid.INTERNET);
    private final ReadOnlyObjectWrapper<Optional<MibNode>> node =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Definition>> definition =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Deque<Oid> back = new ArrayDeque<>();
    private final Deque<Oid> forward = new ArrayDeque<>();

    public CurrentObject(MibLibrary library) {
        this.library = library;
        library.namesProperty().subscribe(_ -> follow());
    }

    /** The OID, an instance's included. */
    public ReadOnlyObjectProperty<Oid> oidProperty() {
        return oid.getReadOnlyProperty();
    }

    /** The deepest known node at or above the OID; empty while no module is loaded. */
    public ReadOnlyObjectProperty<Optional<MibNode>> nodeProperty() {
        return node.getReadOnlyProperty();
    }

    /**
     * The definition that the details describe: the node's, or one without a place in the tree,
     * such as a textual convention.
     */
    public ReadOnlyObjectProperty<Optional<Definition>> definitionProperty() {
        return definition.getReadOnlyProperty();
    }

    /** Makes what a definition defines current, and shows this one of several of its OID. */
    public void show(Definition shown) {
        if (shown instanceof OidDefinition placed && placed.oid().size() > 0) {
            select(placed.oid());
        }
        definition.set(Optional.of(shown));
    }

    /** Makes the definition of this name current, if a loaded module has it. */
    public boolean show(String module, String name) {
        Optional<Definition> found = names().index().definition(module, name);
        found.ifPresent(this::show);
        return found.isPresent();
    }

    /** What is wrong with the text last typed; "" if nothing. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Makes an OID the current one. */
    public void select(Oid selected) {
        problem.set("");
        if (!selected.equals(oid.get())) {
            push(back, oid.get());
            forward.clear();
            moveTo(selected);
        } else {
            describeNode();
        }
    }

    /** Makes current what a text names; a text that names nothing changes only the problem. */
    public boolean type(String text) {
        try {
            Oid typed = names().resolve(text.strip());
            select(typed);
            return true;
        } catch (UnknownNameException unknown) {
            problem.set(String.valueOf(unknown.getMessage()));
            return false;
        }
    }

    /** The OIDs passed on the way here, the latest first, each once. */
    public List<Oid> passed() {
        SequencedSet<Oid> passed = new LinkedHashSet<>(back);
        passed.remove(oid.get());
        return List.copyOf(passed);
    }

    /** To the OID before, if there was one. */
    public void goBack() {
        step(back, forward);
    }

    /** Takes the last {@link #goBack} back. */
    public void goForward() {
        step(forward, back);
    }

    private void step(Deque<Oid> from, Deque<Oid> to) {
        if (!from.isEmpty()) {
            push(to, oid.get());
            moveTo(from.pop());
        }
    }

    private static void push(Deque<Oid> history, Oid passed) {
        history.push(passed);
        if (history.size() > HISTORY_LIMIT) {
            history.removeLast();
        }
    }

    private void moveTo(Oid target) {
        oid.set(target);
        follow();
    }

    private void follow() {
        MibNode nearest = names().index().nearest(oid.get());
        node.set(nearest.oid().size() == 0 ? Optional.empty() : Optional.of(nearest));
        describeNode();
    }

    private void describeNode() {
        definition.set(node.get().flatMap(MibNode::definition));
    }

    private MibNames names() {
        return library.names();
    }
}
