package dev.bulkhead.tests.journeys;

import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.query.ResultRow;
import dev.bulkhead.mibs.index.MibNode;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeCell;
import org.jspecify.annotations.Nullable;

/** A user's eyes on the window. All but the waiting is to be asked on JavaFX's thread. */
final class Sight {
    private final OpenWindow window;

    Sight(OpenWindow window) {
        this.window = window;
    }

    /** Waits until the search's best hit is this object. */
    void awaitHit(String name) {
        window.until(() ->
                window.workbench().search().hits().stream()
                        .findFirst()
                        .filter(hit -> hit.node().name().equals(name))
                        .isPresent());
    }

    /** Waits until the current object is this one. */
    void awaitCurrent(String oid) {
        window.until(() ->
                window.workbench().current().oidProperty().get().toDottedString().equals(oid));
    }

    Optional<QueryRun> run() {
        return window.workbench().results().shownProperty().get();
    }

    /** Waits until the shown run has finished and all of its rows are to be seen. */
    void awaitRows(int count) {
        window.until(() ->
                run().filter(run -> run.progress().state() == State.FINISHED).isPresent()
                        && results().getItems().size() == count);
    }

    /** Waits until the shown run has finished. */
    void awaitFinished() {
        window.until(
                () -> run().filter(run -> run.progress().state() == State.FINISHED).isPresent());
    }

    /** Whether the shown run has values of that device. */
    boolean isAnsweredBy(String device) {
        return run().filter(run -> run.question().device().equals(device) && run.count() > 0)
                .isPresent();
    }

    TableView<?> results() {
        return (TableView<?>) window.shell().lookup("#results");
    }

    /** Waits until a table of so many rows is to be seen. */
    void awaitGrid(int rows) {
        window.until(() ->
                window.shell().lookup("#grid") instanceof TableView<?> grid
                        && grid.isVisible()
                        && grid.getItems().size() == rows);
    }

    /** Waits until a change is proposed and Enter would send it. */
    void awaitReadyToSend() {
        window.until(() -> {
            Node send = window.shell().lookup("#confirm-send");
            return send.isVisible()
                    && send.isFocused()
                    && send.getPseudoClassStates().stream()
                            .anyMatch(state -> state.getPseudoClassName().equals("ready"));
        });
    }

    /** The only result's value in words. */
    String value() {
        ResultRow row = (ResultRow) results().getItems().getFirst();
        return window.workbench().library().names().value(row.varBind());
    }

    /** The cell of the tree that shows an object; null if it is not on screen. */
    @Nullable Node treeNode(String name) {
        return window.shell().lookup("#mib-tree").lookupAll(".tree-cell").stream()
                .<TreeCell<?>>map(cell -> (TreeCell<?>) cell)
                .filter(cell -> !cell.isEmpty() && cell.isVisible())
                .filter(cell -> cell.getItem() instanceof MibNode node && node.name().equals(name))
                .map(TreeCell::getGraphic)
                .findFirst()
                .orElse(null);
    }

    /** The cell that shows the first result's value; null while there is none. */
    @Nullable Node valueCell() {
        return results().lookupAll(".table-cell").stream()
                .filter(TableCell.class::isInstance)
                .map(TableCell.class::cast)
                .filter(cell -> !cell.isEmpty() && cell.getTableRow().isVisible())
                .filter(cell -> "results-value".equals(cell.getTableColumn().getId()))
                .findFirst()
                .orElse(null);
    }
}
