package dev.bulkhead.app.shell;

import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.query.ResultRow;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/**
 * Objects and result rows carried by mouse: dropped on the Poll or Chart tab they are added there,
 * dropped on a text field they become its text. Files are none of its business.
 */
final class OidDrag {
    private final Shell shell;
    private final Workbench workbench;

    /** What is carried: rows of a run, with whom they are of; empty while a tree node is. */
    private Optional<PollPlan> rows = Optional.empty();

    OidDrag(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    /** Where a drop would go. */
    enum Place {
        POLL,
        CHART,
        TEXT,
        NOWHERE
    }

    void install(Node tree, Node results) {
        tree.addEventHandler(MouseEvent.DRAG_DETECTED, event -> carryObject(tree, event));
        results.addEventHandler(MouseEvent.DRAG_DETECTED, event -> carryRows(results, event));
        shell.addEventFilter(DragEvent.DRAG_OVER, this::over);
        shell.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
        shell.addEventFilter(DragEvent.DRAG_DONE, _ -> rows = Optional.empty());
    }

    private void carryObject(Node tree, MouseEvent event) {
        rows = Optional.empty();
        carry(tree, workbench.current().oidProperty().get().toDottedString());
        event.consume();
    }

    private void carryRows(Node results, MouseEvent event) {
        List<Oid> oids =
                shell.results().selected().stream()
                        .map(ResultRow::varBind)
                        .map(varBind -> varBind.name())
                        .toList();
        Optional<QueryRun> run = workbench.results().shownProperty().get();
        if (!oids.isEmpty() && run.isPresent()) {
            QueryRun.Question question = run.get().question();
            rows = Optional.of(new PollPlan(question.target(), question.device(), oids));
            carry(results, oids.getFirst().toDottedString());
        }
        event.consume();
    }

    private static void carry(Node from, String text) {
        Dragboard board = from.startDragAndDrop(TransferMode.COPY);
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        board.setContent(content);
    }

    private static boolean isOurs(DragEvent event) {
        return event.getGestureSource() != null && event.getDragboard().hasString();
    }

    private void over(DragEvent event) {
        if (isOurs(event) && place(event.getTarget()) != Place.NOWHERE) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (!isOurs(event)) {
            return;
        }
        Place place = place(event.getTarget());
        switch (place) {
            case TEXT -> putText(event.getTarget(), event.getDragboard().getString());
            case POLL, CHART -> add(place == Place.CHART);
            case NOWHERE -> {
                return;
            }
        }
        event.setDropCompleted(true);
        event.consume();
    }

    /** Polls or charts what is carried. */
    private void add(boolean chart) {
        rows.ifPresentOrElse(
                plan -> shell.actions().start(plan, chart),
                () -> workbench.instances(plan -> shell.actions().start(plan, chart)));
    }

    private void putText(Object target, String text) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof TextInputControl field && field.isEditable()) {
                field.setText(text);
                field.requestFocus();
                field.end();
                return;
            }
        }
    }

    /** The place a node under the mouse belongs to. */
    static Place place(Object target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof TextInputControl field && field.isEditable()) {
                return Place.TEXT;
            }
            String id = at.getId() == null ? "" : at.getId();
            switch (id) {
                case "tab-poll", "polls" -> {
                    return Place.POLL;
                }
                case "tab-chart", "chart" -> {
                    return Place.CHART;
                }
                default -> {}
            }
        }
        return Place.NOWHERE;
    }
}
