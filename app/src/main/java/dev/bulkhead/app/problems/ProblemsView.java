package dev.bulkhead.app.problems;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The Problems tab: a bar that filters, the list, and the chosen problem in full. */
public final class ProblemsView extends BorderPane {
    private static final double ROW_HEIGHT = 26;

    private final ProblemsViewModel model;
    private final Consumer<Diagnostic> open;
    private final Label errors = Parts.chip("problems-errors", Tone.DANGER);
    private final Label warnings = Parts.chip("problems-warnings", Tone.WARNING);
    private final PaneBar bar = new PaneBar("problems");
    private final TextField filter = new TextField();
    private final ListView<ProblemRow> list = new ListView<>();
    private final VBox empty = new VBox();
    private final Label emptyTitle = Parts.label("problems-empty-title", "empty-title");
    private final Label emptyText = Parts.label("problems-empty-text", "muted");
    private ProblemList listed = ProblemList.EMPTY;
    private boolean showing;
    private boolean wantsFirst;

    /**
     * A view of the problems.
     *
     * @param open opens a problem's file at its place
     */
    public ProblemsView(
            MibLibrary library,
            ProblemsViewModel model,
            MendingViewModel mending,
            Commands commands,
            Consumer<Diagnostic> open) {
        this.model = model;
        this.open = open;
        setId("problems");
        getStyleClass().add("problems-view");
        getStylesheets().add(DiagnosticPanel.STYLESHEET);
        setUpBar();
        setUpList();
        setUpEmpty();
        setTop(bar);
        setCenter(new StackPane(list, empty));
        setBottom(new DiagnosticPanel("problem", model, mending, commands));
        model.listProperty().subscribe(this::show);
        model.chosenProperty().subscribe(chosen -> chosen.ifPresent(this::select));
        library.loadingProperty().subscribe(_ -> show(model.listProperty().get()));
    }

    private void setUpBar() {
        bar.title().setText(Words.text("problems.title"));
        bar.addChips(errors, warnings);
        filter.setId("problems-filter");
        filter.getStyleClass().add("filter");
        filter.setPromptText(Words.text("problems.filter"));
        filter.setAccessibleText(Words.text("problems.filter"));
        filter.textProperty().bindBidirectional(model.queryProperty());
        bar.addTools(
                combo("threshold", Threshold.values(), model.thresholdProperty()),
                combo("grouping", Grouping.values(), model.groupingProperty()),
                filter);
    }

    private static <T> ComboBox<T> combo(String id, T[] values, ObjectProperty<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("problems-" + id);
        box.setAccessibleText(Words.text("problems." + id + ".accessible"));
        box.getItems().setAll(List.of(values));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    private void setUpList() {
        list.setId("problem-list");
        list.getStyleClass().add("problem-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setAccessibleText(Words.text("problems.accessible"));
        list.setCellFactory(_ -> new ProblemCell(model));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (!showing && row instanceof ProblemRow.One one) {
                        model.choose(one.diagnostic());
                    }
                });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                openSelected();
            }
        });
    }

    private void key(KeyEvent event) {
        ProblemRow row = list.getSelectionModel().getSelectedItem();
        boolean plain = !event.isAltDown() && !event.isShortcutDown();
        if (plain && event.getCode() == KeyCode.ENTER) {
            openSelected();
            event.consume();
        } else if (plain && row instanceof ProblemRow.Group group) {
            boolean toggles =
                    (event.getCode() == KeyCode.LEFT && group.isOpen())
                            || (event.getCode() == KeyCode.RIGHT && !group.isOpen())
                            || event.getCode() == KeyCode.SPACE;
            if (toggles) {
                model.toggle(group);
                event.consume();
            }
        }
    }

    private void openSelected() {
        switch (list.getSelectionModel().getSelectedItem()) {
            case ProblemRow.One one -> open.accept(one.diagnostic());
            case ProblemRow.Group group -> model.toggle(group);
            case null -> {
                // nothing is selected
            }
        }
    }

    private void setUpEmpty() {
        empty.setId("problems-empty");
        empty.getStyleClass().add("empty-state");
        emptyText.setWrapText(true);
        Node icon = Parts.icon(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "hero");
        empty.getChildren().addAll(icon, emptyTitle, emptyText);
    }

    @SuppressWarnings("ReferenceEquality") // lists of 100,000 are not compared row by row
    private void show(ProblemList now) {
        Parts.show(errors, now.errors() == 0 ? "" : Words.text("problems.errors", now.errors()));
        Parts.show(
                warnings,
                now.warnings() == 0 ? "" : Words.text("problems.warnings", now.warnings()));
        int all = now.errors() + now.warnings();
        bar.summary().setText(Words.text("problems.summary", now.shown(), all));
        ProblemRow before = list.getSelectionModel().getSelectedItem();
        showing = true;
        if (now != listed) {
            listed = now;
            list.getItems().setAll(now.rows());
        }
        reselect(before);
        showing = false;
        if (wantsFirst && !list.getItems().isEmpty()) {
            chooseFirst();
        }
        empty.setVisible(now.rows().isEmpty());
        list.setVisible(!now.rows().isEmpty());
        emptyTitle.setText(Words.text(all == 0 ? "problems.none" : "problems.none-listed"));
        emptyText.setText(
                Words.text(all == 0 ? "problems.none.text" : "problems.none-listed.text"));
    }

    private void reselect(ProblemRow before) {
        if (before instanceof ProblemRow.Group group) {
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i) instanceof ProblemRow.Group now
                        && now.key().equals(group.key())) {
                    list.getSelectionModel().select(i);
                    return;
                }
            }
        }
        model.chosenProperty().get().ifPresent(this::select);
    }

    private void select(Diagnostic diagnostic) {
        ProblemRow row = new ProblemRow.One(diagnostic);
        if (!row.equals(list.getSelectionModel().getSelectedItem())) {
            int at = list.getItems().indexOf(row);
            if (at >= 0) {
                list.getSelectionModel().clearAndSelect(at);
                list.scrollTo(Math.max(0, at - 4));
            }
        }
    }

    /** Gives the list the focus, and chooses the first problem, as soon as it is there. */
    public void focusList() {
        wantsFirst = list.getSelectionModel().getSelectedItem() == null;
        if (wantsFirst && !list.getItems().isEmpty()) {
            chooseFirst();
        }
        list.requestFocus();
    }

    private void chooseFirst() {
        wantsFirst = false;
        boolean headed = list.getItems().getFirst() instanceof ProblemRow.Group;
        list.getSelectionModel().clearAndSelect(headed && list.getItems().size() > 1 ? 1 : 0);
    }

    /** Shows only what has this in its code, file or message. */
    public void filter(String words) {
        list.getSelectionModel().clearSelection();
        filter.setText(words);
    }
}
