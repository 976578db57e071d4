package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectKind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The Set desk: variables of one agent that are written together, in this order, in one PDU.
 * Window's thread.
 *
 * <p>Limits: {@link #LIMIT} variables.
 */
public final class SetViewModel {
    /** More than this no message of usual size holds. */
    public static final int LIMIT = 60;

    private final ChangesViewModel changes;
    private final ObservableList<ChangeItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Place>> place =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    public SetViewModel(ChangesViewModel changes) {
        this.changes = changes;
    }

    /** The variables, in the order of the PDU. */
    public ObservableList<ChangeItem> items() {
        return items;
    }

    /** Whom they are of; empty while there are none. */
    public ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What keeps the desk from being sent, or what came of it; "" if there is nothing to say. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /**
     * Adds instances, or objects whose instance is still to be chosen; those that are there already
     * stay. Variables of another agent give way, unless the user has typed values for them.
     */
    public void add(Place of, List<Oid> oids) {
        boolean foreign = place.get().filter(now -> !now.target().equals(of.target())).isPresent();
        if (foreign && items.stream().anyMatch(ChangeItem::isTouched)) {
            message.set(
                    Words.text(
                            "set.other-device", place.get().orElseThrow().device(), of.device()));
            return;
        }
        if (foreign) {
            items.clear();
        }
        place.set(Optional.of(of));
        Set<Oid> known = new HashSet<>(items.stream().map(i -> i.oidProperty().get()).toList());
        for (Oid oid : oids) {
            Oid named = instanceOfScalar(oid);
            if (known.add(named) && items.size() < LIMIT) {
                items.add(new ChangeItem(named, changes.names()));
            }
        }
        message.set(items.size() >= LIMIT ? Words.text("set.full", LIMIT) : "");
        read();
    }

    private Oid instanceOfScalar(Oid oid) {
        return changes.names()
                        .get()
                        .object(oid)
                        .filter(o -> o.kind() == ObjectKind.SCALAR && o.oid().equals(oid))
                        .isPresent()
                ? oid.append(0)
                : oid;
    }

    /** Reads the old values of the variables that have none yet. */
    public void read() {
        List<ChangeItem> due =
                items.stream()
                        .filter(ChangeItem::isInstance)
                        .filter(item -> item.oldProperty().get() instanceof OldValue.Unread)
                        .toList();
        if (!due.isEmpty() && place.get().isPresent()) {
            due.forEach(ChangeItem::reading);
            changes.lookup()
                    .values(
                            place.get().get(),
                            due.stream().map(item -> item.oidProperty().get()).toList(),
                            answer -> due.forEach(item -> item.answered(answer)));
        }
    }

    /** Reads all old values anew. */
    public void readAgain() {
        items.forEach(ChangeItem::forgetOld);
        read();
    }

    /** Gives a variable another name; what is wrong with it is then its {@code problem}. */
    public void rename(ChangeItem item, String text) {
        item.rename(text);
        message.set(item.problem());
        read();
    }

    /** Finds the first instances of a variable's column on its device, with their values. */
    public void instances(ChangeItem item, Consumer<List<VarBind>> found) {
        Optional<ObjectType> column =
                item.object().filter(object -> object.kind() == ObjectKind.COLUMN);
        if (column.isPresent() && place.get().isPresent()) {
            changes.lookup()
                    .instances(
                            place.get().get(),
                            column.get().oid(),
                            answer -> found.accept(answer.varBinds()));
        }
    }

    public void remove(ChangeItem item) {
        items.remove(item);
        message.set("");
        if (items.isEmpty()) {
            place.set(Optional.empty());
        }
    }

    /** Forgets all variables. */
    public void clear() {
        items.clear();
        place.set(Optional.empty());
        message.set("");
    }

    /** Moves a variable up (-1) or down (1) in the PDU, if there is room. */
    public void move(ChangeItem item, int by) {
        int from = items.indexOf(item);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < items.size()) {
            List<ChangeItem> order = new ArrayList<>(items);
            Collections.swap(order, from, to);
            items.setAll(order);
        }
    }

    /** Proposes the variables that shall change; says in the message what is missing for that. */
    public void send() {
        Optional<String> missing = missing();
        message.set(missing.orElse(""));
        if (missing.isPresent()) {
            return;
        }
        List<ChangeItem> sent = List.copyOf(items);
        List<Assignment> assignments = new ArrayList<>();
        for (ChangeItem item : sent) {
            assignments.add(
                    new Assignment(item.oidProperty().get(), item.field().value().orElseThrow()));
        }
        boolean proposed =
                changes.propose(
                        ChangePlan.set(place.get().orElseThrow(), assignments),
                        report -> told(sent, report));
        if (!proposed) {
            message.set(Words.text("change.busy"));
        }
    }

    private Optional<String> missing() {
        if (items.isEmpty()) {
            return Optional.of(Words.text("set.nothing"));
        }
        Set<Oid> seen = new HashSet<>();
        for (ChangeItem item : items) {
            if (!item.problem().isEmpty()) {
                return Optional.of(item.problem());
            }
            if (!item.isInstance()) {
                return Optional.of(Words.text("set.no-instance", item.name()));
            }
            if (!seen.add(item.oidProperty().get())) {
                return Optional.of(Words.text("set.twice", item.name()));
            }
            Optional<String> wrong = wrong(item);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(ChangeItem item) {
        return switch (item.field().typedProperty().get()) {
            case Typed.Fits(SmiValue _) -> Optional.empty();
            case Typed.Nothing() -> Optional.of(Words.text("set.no-value", item.name()));
            case Typed.Wrong(String why) -> Optional.of(Words.text("set.wrong", item.name(), why));
        };
    }

    private void told(List<ChangeItem> sent, ChangeReport report) {
        for (ChangeItem item : sent) {
            report.outcome(item.oidProperty().get()).ifPresent(item::told);
        }
        if (!report.isDone()) {
            changes.cancel(); // the errors stand at their cells here
        }
        message.set(report.isDone() ? "" : report.failure().map(ReportWords::whole).orElse(""));
    }
}
