package dev.bulkhead.app.processes;

import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The Processes tab: every job with its worker process; of the chosen one, targets and log. */
public final class ProcessesView extends BorderPane {
    private static final Duration REPAINT = Duration.ofSeconds(1);
    private static final double TABLE_SHARE = 0.62;
    private static final double LINE_HEIGHT = 22;

    private final ProcessesViewModel model;
    private final ProcessTable table = new ProcessTable();
    private final PaneBar bar = new PaneBar("process");
    private final ListView<String> targets = new ListView<>();
    private final ListView<String> log = new ListView<>();
    private final Label title = Parts.label("process-chosen", "title");
    private final Button show;
    private final Button restart;
    private final Button stop;

    public ProcessesView(ProcessesViewModel model, UiTicker ticker) {
        this.model = model;
        setId("processes");
        getStyleClass().add("processes-view");
        show = tool("process-show", MaterialDesignT.TAB, model::showTab);
        restart = tool("process-restart", MaterialDesignR.RESTART, model::restart);
        stop = tool("process-stop", MaterialDesignC.CLOSE, model::stop);
        bar.title().setText(Words.text("processes.title"));
        bar.addTools(show, restart, stop);
        fill(targets, "process-targets", "processes.targets.none");
        fill(log, "process-log", "processes.log.none");
        SplitPane split = new SplitPane(table, details());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(TABLE_SHARE);
        setTop(bar);
        setCenter(split);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> showDetails());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        look();
        ticker.registerEvery(
                REPAINT,
                () -> {
                    if (Showing.isShowing(this)) {
                        look();
                    }
                });
    }

    private Button tool(String id, Ikon icon, Consumer<ProcessRow> action) {
        Button button = Parts.button(id, icon, () -> act(action));
        Parts.explain(button, Words.text("button." + id + ".hint"));
        return button;
    }

    private void act(Consumer<ProcessRow> action) {
        table.chosen().ifPresent(action);
        look();
    }

    private static void fill(ListView<String> list, String id, String none) {
        list.setId(id);
        list.getStyleClass().add("process-lines");
        list.setAccessibleText(Words.text(id.replace('-', '.') + ".accessible"));
        list.setFixedCellSize(LINE_HEIGHT);
        list.setPlaceholder(Parts.words(none, "placeholder"));
    }

    private Node details() {
        HBox sides = new HBox(side("processes.targets", targets), side("processes.log", log));
        sides.getStyleClass().add("process-sides");
        VBox.setVgrow(sides, Priority.ALWAYS);
        title.getStyleClass().add("process-chosen");
        VBox details = new VBox(title, sides);
        details.getStyleClass().add("process-details");
        return details;
    }

    private static Node side(String key, ListView<String> list) {
        Label head = Parts.words(key, "muted", "process-head");
        head.setLabelFor(list);
        VBox side = new VBox(head, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(side, Priority.ALWAYS);
        side.setPrefWidth(0);
        return side;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            act(model::showTab);
        } else if (event.getCode() == KeyCode.DELETE) {
            act(model::stop);
        } else {
            return;
        }
        event.consume();
    }

    /** Puts the focus on the jobs. */
    public void focusTable() {
        table.requestFocus();
    }

    /** Shows the jobs as they are now. */
    public void look() {
        List<ProcessRow> rows = model.look();
        table.show(rows);
        ProcessesViewModel.Sum sum = ProcessesViewModel.sum(rows);
        bar.summary()
                .setText(
                        Words.text(
                                "processes.summary",
                                sum.jobs(),
                                sum.processes(),
                                sum.residentBytes() / 1_048_576,
                                sum.cpuPercent(),
                                sum.restarts()));
        showDetails();
    }

    private void showDetails() {
        Optional<ProcessRow> chosen = table.chosen();
        title.setText(chosen.map(ProcessRow::what).orElse(""));
        show.setDisable(chosen.filter(model::hasTab).isEmpty());
        restart.setDisable(chosen.flatMap(ProcessRow::worker).isEmpty());
        stop.setDisable(chosen.isEmpty());
        replace(
                targets,
                chosen.map(row -> row.targets().stream().map(TargetLine::details).toList())
                        .orElse(List.of()));
        replace(
                log,
                chosen.map(row -> row.log().stream().map(Inert::text).toList()).orElse(List.of()));
    }

    private static void replace(ListView<String> list, List<String> lines) {
        if (!list.getItems().equals(lines)) {
            list.getItems().setAll(lines);
        }
    }
}
