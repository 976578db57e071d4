package dev.bulkhead.app.change;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A row that is to be made: its index part by part, its columns, its state. Window's thread. */
public final class RowDraft {
    private final ChangesViewModel changes;
    private final Place place;
    private final Rows rows;
    private final List<RowCell> index = new ArrayList<>();
    private final List<RowCell> columns = new ArrayList<>();
    private final BooleanProperty active = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /** An empty row. */
    public RowDraft(ChangesViewModel changes, Place place, Rows rows) {
        this.changes = changes;
        this.place = place;
        this.rows = rows;
        for (IndexPart part : rows.row().index()) {
            index.add(RowCell.ofIndex(part.object().name(), part.syntax(), changes.names()));
        }
        for (ObjectType column : rows.writable()) {
            columns.add(RowCell.ofColumn(column, changes.names()));
        }
    }

    /** A row like another one, whose cells are read now; its index is to be changed. */
    public static RowDraft like(ChangesViewModel changes, Place place, Rows rows, Oid cell) {
        RowDraft draft = new RowDraft(changes, place, rows);
        Oid from = rows.index(cell);
        rows.codec()
                .decode(from)
                .ifPresent(parts -> {
                    for (int i = 0; i < parts.size(); i++) {
                        draft.index.get(i).show(parts.get(i));
                    }
                });
        List<Oid> cells =
                rows.writable().stream().map(column -> column.oid().append(from)).toList();
        changes.lookup().values(place, cells, answer -> draft.fill(from, answer));
        return draft;
    }

    private void fill(Oid from, OneAnswer answer) {
        for (RowCell column : columns) {
            Oid cell = column.object().orElseThrow().oid().append(from);
            answer.value(cell).ifPresent(column::show);
        }
        answer.failure().ifPresent(why -> message.set(ReportWords.whole(why)));
    }

    public Place place() {
        return place;
    }

    public Rows rows() {
        return rows;
    }

    /** The parts of the INDEX clause, in its order. */
    public List<RowCell> index() {
        return List.copyOf(index);
    }

    /** The columns that may be written, without the status. */
    public List<RowCell> columns() {
        return List.copyOf(columns);
    }

    /** Whether the row shall be active at once, or wait. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** What is missing, or what went wrong; "" if nothing. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The row's index as far as it is typed; empty if a part is missing. */
    public Optional<Oid> instance() {
        List<SmiValue> key = new ArrayList<>();
        for (RowCell part : index) {
            part.field().value().ifPresent(key::add);
        }
        if (key.size() < index.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(rows.codec().encode(key));
        } catch (IllegalArgumentException misfit) {
            return Optional.empty();
        }
    }

    /**
     * Proposes the row.
     *
     * @param done gets the report
     * @return false if something is missing, which the message then says
     */
    public boolean send(Consumer<ChangeReport> done) {
        Optional<Oid> instance = instance();
        message.set(missing(instance).orElse(""));
        if (!message.get().isEmpty() || instance.isEmpty()) {
            return false;
        }
        Oid at = instance.get();
        List<Assignment> cells = new ArrayList<>();
        for (RowCell column : columns) {
            if (column.includedProperty().get()) {
                cells.add(
                        new Assignment(
                                column.object().orElseThrow().oid().append(at),
                                column.field().value().orElseThrow()));
            }
        }
        RowCreation creation =
                new RowCreation(rows.states(), place, rows.status().oid().append(at));
        boolean proposed =
                changes.propose(
                        new ChangePlan(
                                ChangePlan.Kind.CREATE_ROW, creation.steps(cells, active.get())),
                        report -> {
                            told(at, report);
                            done.accept(report);
                        });
        if (!proposed) {
            message.set(Words.text("change.busy"));
        }
        return proposed;
    }

    private Optional<String> missing(Optional<Oid> instance) {
        List<RowCell> all = new ArrayList<>(index);
        columns.stream().filter(column -> column.includedProperty().get()).forEach(all::add);
        for (RowCell cell : all) {
            switch (cell.field().typedProperty().get()) {
                case Typed.Fits(SmiValue _) -> {}
                case Typed.Nothing() -> {
                    return Optional.of(Words.text("set.no-value", cell.name()));
                }
                case Typed.Wrong(String why) -> {
                    return Optional.of(Words.text("set.wrong", cell.name(), why));
                }
            }
        }
        return instance.isPresent() ? Optional.empty() : Optional.of(Words.text("row.bad-index"));
    }

    private void told(Oid at, ChangeReport report) {
        for (RowCell column : columns) {
            column.outcomeProperty()
                    .set(report.outcome(column.object().orElseThrow().oid().append(at)));
        }
        if (!report.isDone()) {
            changes.cancel(); // the errors stand at their cells here
        }
        message.set(report.isDone() ? "" : report.failure().map(ReportWords::whole).orElse(""));
    }

    /** What removes rows: their status set to destroy or invalid, all in one SET. */
    public static ChangePlan removal(Place place, Rows rows, List<Oid> cells) {
        List<Assignment> destroys =
                cells.stream()
                        .map(rows::statusOf)
                        .distinct()
                        .map(status -> new Assignment(status, rows.states().removal()))
                        .toList();
        return new ChangePlan(
                ChangePlan.Kind.DELETE_ROWS, List.of(new ChangeStep(place, destroys)));
    }
}
