package dev.bulkhead.app.shell;

import dev.bulkhead.app.change.Place;
import dev.bulkhead.app.query.ResultRow;
import dev.bulkhead.app.table.TableTab;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Finds the value that the user means: in the results or in the cells of a table. */
final class CellFinder {
    private static final String VALUE_COLUMN = "results-value";
    private static final String RESULTS = "results";

    private final Shell shell;
    private final Workbench workbench;

    CellFinder(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    /**
     * A value on screen.
     *
     * @param shown what stands there, if that is known
     * @param anchor where it stands
     */
    record Cell(Place place, Oid instance, Optional<SmiValue> shown, Node anchor) {}

    /** A table and whose it is. */
    record TableAt(Place place, Oid row) {}

    /**
     * Whether a click was on a value: the Value column of results, any cell of a table. That cell
     * has the focus then.
     */
    boolean isOnValue(MouseEvent event) {
        Optional<TableCell<?, ?>> cell = cell(event.getPickResult().getIntersectedNode());
        cell.ifPresent(CellFinder::focus);
        return cell.filter(found -> !found.isEmpty())
                .filter(found ->
                        shell.tabs().table().isPresent()
                                || VALUE_COLUMN.equals(found.getTableColumn().getId()))
                .isPresent();
    }

    private static <S> void focus(TableCell<S, ?> cell) {
        cell.getTableView().getFocusModel().focus(cell.getIndex(), cell.getTableColumn());
    }

    private static Optional<TableCell<?, ?>> cell(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TableCell<?, ?> cell) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    boolean isFocusInTabs() {
        return focusedTable().isPresent();
    }

    /** The table view that has the focus, in the tabs. */
    private Optional<TableView<?>> focusedTable() {
        Node focus = shell.getScene() == null ? null : shell.getScene().getFocusOwner();
        Optional<TableView<?>> view = Optional.empty();
        for (Node at = focus; at != null; at = at.getParent()) {
            if (at instanceof TableView<?> table && view.isEmpty()) {
                view = Optional.of(table);
            }
            if (at.equals(shell.tabs())) {
                return view;
            }
        }
        return Optional.empty();
    }

    /** The value in focus. */
    Optional<Cell> focused() {
        Optional<TableView<?>> view = focusedTable();
        if (view.isEmpty()) {
            return Optional.empty();
        }
        Optional<TableTab> table = shell.tabs().table();
        if (table.isPresent()) {
            return table.get()
                    .focused()
                    .map(one ->
                            new Cell(
                                    new Place(one.device().target(), one.device().label()),
                                    one.instances().getFirst(),
                                    Optional.empty(),
                                    anchor(view.get())));
        }
        return shell.tabs().isResults() && RESULTS.equals(view.get().getId())
                ? result(view.get())
                : Optional.empty();
    }

    private Optional<Cell> result(TableView<?> view) {
        boolean one = view.getSelectionModel().getSelectedItem() instanceof ResultRow;
        return workbench
                .results()
                .shownProperty()
                .get()
                .filter(_ -> one)
                .map(run -> {
                    ResultRow row = (ResultRow) view.getSelectionModel().getSelectedItem();
                    return new Cell(
                            new Place(run.question().target(), run.question().device()),
                            row.varBind().name(),
                            Optional.of(row.varBind().value()),
                            anchor(view));
                });
    }

    /** The cell in focus, or the whole view where that cell is not on screen. */
    private static Node anchor(TableView<?> view) {
        TablePosition<?, ?> position = view.getFocusModel().getFocusedCell();
        boolean rows = !view.getSelectionModel().isCellSelectionEnabled();
        for (Node node : view.lookupAll(".table-cell")) {
            if (node instanceof TableCell<?, ?> cell
                    && cell.getIndex() == position.getRow()
                    && cell.getTableRow().isVisible() // not one kept for measuring
                    && !cell.isEmpty()) {
                boolean same =
                        rows
                                ? VALUE_COLUMN.equals(cell.getTableColumn().getId())
                                : cell.getTableColumn().equals(position.getTableColumn());
                if (same) {
                    return cell;
                }
            }
        }
        return view;
    }

    /** The table that is shown, or that the current object belongs to on the current device. */
    Optional<TableAt> table() {
        Optional<TableTab> table = shell.tabs().table();
        if (table.isPresent()) {
            var question = table.get().model().question();
            return Optional.of(
                    new TableAt(
                            new Place(question.target(), question.device()), question.row().oid()));
        }
        return workbench.isTable()
                ? workbench
                        .place()
                        .flatMap(place ->
                                workbench
                                        .current()
                                        .nodeProperty()
                                        .get()
                                        .map(MibNode::oid)
                                        .map(oid -> new TableAt(place, oid)))
                : Optional.empty();
    }
}
