package dev.bulkhead.app.query;

import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.sample.Failure;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.transformation.FilteredList;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/**
 * The Results tab. The shown run has the room; the others are one line each below it and open with
 * a click.
 */
public final class ResultsView extends BorderPane {
    private static final int RUNS_SHOWN = 4;

    private final ResultsViewModel model;
    private final InstantSource clock;
    private final Label count = Parts.chip("run-count", Tone.ACCENT);
    private final Label worker = Parts.chip("run-worker", Tone.NEUTRAL);
    private final PaneBar bar = new PaneBar("run");
    private final NoticeBar notice = new NoticeBar("run-notice");
    private final NoticeBar problem = new NoticeBar("run-problem");
    private final FailurePanel failure;
    private final ScrollPane failureArea;
    private final ResultsTable table;
    private final MenuButton columns = new MenuButton();
    private final TextField filter = new TextField();
    private final FilteredList<QueryRun> earlier;
    private final ListView<QueryRun> others = new ListView<>();
    private final VBox head = new VBox(bar, notice, problem);
    private final StackPane body;
    private final UiTicker.Painter painter;

    /**
     * What the view is given to offer.
     *
     * @param fold the button that folds the shown run
     * @param tools buttons of the bar
     * @param remedies buttons of the panel that stands where there is no answer
     * @param welcome what stands here before the first run
     */
    public record Offers(Button fold, List<Button> tools, List<Button> remedies, Node welcome) {}

    public ResultsView(
            ResultsViewModel model, UiTicker ticker, InstantSource clock, Contents contents) {
        this.model = model;
        this.clock = clock;
        setId("results-pane");
        failure = new FailurePanel(contents.offers().remedies());
        failureArea = new ScrollPane(failure);
        table = new ResultsTable(model, contents.names(), contents.settings());
        earlier = new FilteredList<>(model.runs());
        setUpFailureArea();
        setUpFilter();
        setUpOthers(contents.close());
        bar.addChips(count, worker);
        bar.addTools(filter, columnsMenu());
        bar.addTools(contents.offers().tools().toArray(Node[]::new));
        setUpFold(contents.offers().fold());
        body = new StackPane(table, failureArea, contents.offers().welcome());
        setTop(head);
        painter = ticker.register(this::refresh);
        model.onChange(painter::markDirty);
        model.shownProperty().subscribe(run -> show(run, contents.offers().welcome()));
        model.foldedProperty().subscribe(folded -> fold(contents.offers().fold(), folded));
    }

    /**
     * What the view is made of.
     *
     * @param names for the rows
     * @param settings keep which columns are shown
     * @param close forgets a run
     */
    public record Contents(
            Supplier<MibNames> names, Settings settings, Consumer<QueryRun> close, Offers offers) {}

    private MenuButton columnsMenu() {
        columns.setId("result-columns");
        columns.getStyleClass().addAll("icon-menu", "flat");
        columns.setGraphic(Parts.icon(MaterialDesignV.VIEW_COLUMN_OUTLINE));
        Parts.explain(columns, Words.text("button.columns.hint"));
        table.offerColumns(columns);
        return columns;
    }

    /** Opens the menu of columns. */
    public void showColumns() {
        columns.show();
    }

    private void setUpFold(Button fold) {
        bar.getChildren().addFirst(fold);
        bar.title().setOnMouseClicked(_ -> fold.fire());
    }

    /** Folded, the run is its header, and the other runs have the room. */
    private void fold(Button button, boolean folded) {
        button.setGraphic(
                Parts.icon(folded ? MaterialDesignC.CHEVRON_RIGHT : MaterialDesignC.CHEVRON_DOWN));
        setBottom(null);
        setCenter(folded ? others : body);
        setBottom(folded ? null : others);
    }

    /** Puts the focus where the next key should go: into the rows, or where the folded runs are. */
    public void focusRun() {
        if (!model.foldedProperty().get()) {
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
            table.requestFocus();
        } else if (others.isVisible()) {
            others.requestFocus();
        } else {
            bar.getChildren().getFirst().requestFocus();
        }
    }

    private void setUpFailureArea() {
        failureArea.getStyleClass().add("failure-area");
        failureArea.setFitToWidth(true);
        failureArea.setAccessibleText(Words.text("results.failure"));
        // What a remedy asks for opens at the end, perhaps below what shows.
        failure.heightProperty()
                .subscribe(_ -> {
                    if (failure.isAsking()) {
                        failureArea.setVvalue(failureArea.getVmax());
                    }
                });
    }

    private void setUpFilter() {
        filter.setId("filter");
        filter.getStyleClass().add("filter");
        filter.setPromptText(Words.text("results.filter"));
        filter.setAccessibleText(Words.text("results.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
    }

    private void setUpOthers(Consumer<QueryRun> close) {
        others.setId("earlier-runs");
        others.getStyleClass().add("earlier-runs");
        others.setAccessibleText(Words.text("results.earlier"));
        others.setItems(earlier);
        others.setCellFactory(_ -> new RunCell(clock, new RunCell.Deeds(model::again, close)));
        others.setOnMouseClicked(event -> {
            if (!isInButton(event.getTarget())) {
                openEarlier();
            }
        });
        others.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openEarlier();
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                QueryRun chosen = others.getSelectionModel().getSelectedItem();
                if (chosen != null) {
                    close.accept(chosen);
                }
                event.consume();
            }
        });
        earlier.subscribe(this::sizeOthers);
        sizeOthers();
    }

    private static boolean isInButton(EventTarget target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof ButtonBase) {
                return true;
            }
        }
        return false;
    }

    private void openEarlier() {
        QueryRun chosen = others.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.show(chosen);
            focusRun();
        }
    }

    private void sizeOthers() {
        int lines = Math.min(RUNS_SHOWN, earlier.size());
        others.setVisible(lines > 0);
        others.setManaged(lines > 0);
        double border = 1;
        others.setPrefHeight(lines * others.getFixedCellSize() + border);
    }

    private void show(Optional<QueryRun> run, Node welcome) {
        earlier.setPredicate(each -> run.isEmpty() || each != run.get());
        welcome.setVisible(run.isEmpty());
        table.setVisible(run.isPresent());
        head.setVisible(run.isPresent());
        head.setManaged(run.isPresent());
        paint();
    }

    private void refresh() {
        model.refresh();
        paint();
    }

    private void paint() {
        Optional<QueryRun> shown = model.shownProperty().get();
        shown.ifPresent(this::paint);
        failureArea.setVisible(shown.flatMap(QueryRun::silence).isPresent());
        others.refresh();
    }

    private void paint(QueryRun run) {
        bar.title().setText(RunWords.title(run));
        count.setText(RunWords.chip(run));
        Parts.tone(count, RunWords.tone(run));
        bar.summary().setText(RunWords.summary(run, clock.instant()));
        Parts.show(worker, RunWords.worker(run));
        notice.show(run.progress());
        Optional<Failure> why = run.progress().failure();
        boolean partial = why.isPresent() && run.count() > 0;
        problem.show(
                partial
                        ? Words.text(
                                "run.partial", why.get().message(), FailureWords.advice(why.get()))
                        : "",
                Tone.DANGER);
        why.ifPresent(reason -> failure.show(reason, run.question().device(), run.examination()));
        table.setSortable(run.progress().state().isOver());
        table.setVisible(run.silence().isEmpty());
    }

    /** Repaints at the next tick. Any thread. */
    public void markDirty() {
        painter.markDirty();
    }

    /** The chosen rows, in order. */
    public List<ResultRow> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    public void focusFilter() {
        filter.requestFocus();
    }

    /** The menu of rows, made anew each time. */
    public void onContextMenu(Supplier<ContextMenu> menu) {
        Parts.contextMenu(table, menu);
    }
}
