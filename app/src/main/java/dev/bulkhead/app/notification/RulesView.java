package dev.bulkhead.app.notification;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.query.NoticeBar;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The rules in order, what became of each, one in its form, and what they would do. */
public final class RulesView extends BorderPane {
    private static final Duration REPAINT = Duration.ofMillis(500);
    private static final double LIST_SHARE = 0.56;
    private static final double WIDE = 690;
    private static final Set<String> LESS = Set.of("rules-column-done", "rules-column-held");

    private final RulesViewModel model;
    private final BiConsumer<String, Runnable> undoable;
    private final TableView<RunningRule> table = new TableView<>();
    private final RuleForm form;
    private final ScrollPane formScroll;
    private final SplitPane body = new SplitPane();
    private final Button edit;
    private final Button delete;
    private final Button up;
    private final Button down;
    private final Label problem = Parts.label("rules-row-problem", "danger-text");
    private int edited = -1;

    /**
     * The view.
     *
     * @param undoable is told what was done and how to take it back
     */
    public RulesView(RulesViewModel model, UiTicker ticker, BiConsumer<String, Runnable> undoable) {
        this.model = model;
        this.undoable = undoable;
        setId("rules-pane");
        getStylesheets().add(NotificationStyle.sheet());
        form = new RuleForm(this::saved, this::closeForm);
        formScroll = new ScrollPane(form);
        formScroll.setId("rule-form-scroll");
        formScroll.setFitToWidth(true);
        formScroll.getStyleClass().add("notification-scroll");
        formScroll.setAccessibleText(Words.text("rules.form.accessible"));
        PaneBar bar = new PaneBar("rules");
        bar.title().setText(Words.text("rules.title"));
        Button add = Parts.button("rule-add", MaterialDesignP.PLUS, this::add);
        edit = Parts.iconButton("rule-edit", MaterialDesignP.PENCIL_OUTLINE, this::edit);
        up = Parts.iconButton("rule-up", MaterialDesignA.ARROW_UP, () -> move(-1));
        down = Parts.iconButton("rule-down", MaterialDesignA.ARROW_DOWN, () -> move(1));
        delete = Parts.iconButton("rule-delete", MaterialDesignT.TRASH_CAN_OUTLINE, this::remove);
        Button dryRun = Parts.button("rules-try", MaterialDesignT.TEST_TUBE, model::tryOut);
        bar.addTools(edit, up, down, delete, dryRun, add);
        NoticeBar notice = new NoticeBar("rules-notice");
        model.problemProperty().subscribe(text -> notice.show(text, Tone.DANGER));
        setTop(new VBox(bar, notice));
        setUpTable();
        problem.setWrapText(true);
        problem.setGraphic(Parts.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "danger-text"));
        VBox list = new VBox(table, problem, new DryRunPane(model));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(list.getChildren().getLast(), Priority.ALWAYS);
        list.setId("rules-list");
        body.setId("rules-body");
        body.setOrientation(Orientation.HORIZONTAL);
        body.getItems().setAll(list);
        Node empty = empty();
        setCenter(new StackPane(body, empty));
        model.rules().subscribe(() -> showEmpty(empty));
        showEmpty(empty);
        enable();
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> enable());
        ticker.registerEvery(REPAINT, this::repaint);
    }

    private void repaint() {
        if (Showing.isShowing(this)) {
            table.refresh();
            showProblem();
        }
    }

    private void showProblem() {
        RunningRule chosen = table.getSelectionModel().getSelectedItem();
        Parts.show(
                problem,
                chosen == null || chosen.problem().isEmpty()
                        ? ""
                        : Words.text(
                                "rules.problem",
                                Inert.text(chosen.rule().name()),
                                chosen.problem()));
    }

    private void setUpTable() {
        table.setId("rules-table");
        table.getStyleClass().add("data-table");
        table.setItems(model.rules());
        table.setAccessibleText(Words.text("rules.table.accessible"));
        table.setPlaceholder(new Label());
        onColumn();
        column("name", 120, rule -> Inert.text(rule.rule().name()));
        column("when", 150, rule -> RuleWords.when(rule.rule().match()));
        TableColumn<RunningRule, RunningRule> then =
                column("then", 160, rule -> RuleWords.then(rule.rule().action()));
        number("matched", 70, RunningRule::matched);
        number("done", 56, RunningRule::done);
        number("held", 56, RunningRule::held);
        WordCell.column(
                        table,
                        "rules-column-failed",
                        Words.text("rules.column.failed"),
                        66,
                        rule -> Words.text("rules.number", rule.failed()),
                        rule ->
                                rule.problem().isEmpty()
                                        ? null
                                        : Parts.icon(
                                                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                                                "danger-text",
                                                "severity-icon"))
                .getStyleClass()
                .add("number-cell");
        WordCell.widen(table, then, 120);
        table.widthProperty().subscribe(width -> narrow(width.doubleValue()));
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    switch (event.getCode()) {
                        case ENTER -> edit();
                        case DELETE -> remove();
                        case SPACE -> toggle(table.getSelectionModel().getSelectedIndex());
                        default -> {
                            return;
                        }
                    }
                    event.consume();
                });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                edit();
            }
        });
    }

    /** Beside the form there is room for what matters most only. */
    private void narrow(double width) {
        for (TableColumn<RunningRule, ?> column : table.getColumns()) {
            if (LESS.contains(String.valueOf(column.getId()))) {
                column.setVisible(width >= WIDE);
            }
        }
    }

    private TableColumn<RunningRule, RunningRule> column(
            String key, double width, Function<RunningRule, String> words) {
        return WordCell.column(
                table, "rules-column-" + key, Words.text("rules.column." + key), width, words);
    }

    private void number(String key, double width, Function<RunningRule, Long> count) {
        column(key, width, rule -> Words.text("rules.number", count.apply(rule)))
                .getStyleClass()
                .add("number-cell");
    }

    private void onColumn() {
        TableColumn<RunningRule, RunningRule> column =
                new TableColumn<>(Words.text("rules.column.on"));
        column.setId("rules-column-on");
        column.setPrefWidth(40);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new OnCell());
        table.getColumns().add(column);
    }

    private void toggle(int place) {
        if (place >= 0) {
            Rule rule = model.rules().get(place).rule();
            model.replace(place, rule.switched(!rule.on()));
            select(place);
        }
    }

    private Node empty() {
        Button add = Parts.button("rules-empty-add", MaterialDesignP.PLUS, this::add);
        add.getStyleClass().add(Styles.ACCENT);
        Label words = Parts.words("rules.empty.text", "muted");
        words.setWrapText(true);
        FlowPane buttons = new FlowPane(add);
        buttons.getStyleClass().add("empty-buttons");
        VBox box =
                new VBox(
                        Parts.icon(MaterialDesignF.FILTER_COG_OUTLINE, "hero"),
                        Parts.words("rules.empty.title", "empty-title"),
                        words,
                        buttons);
        box.setId("rules-empty");
        box.getStyleClass().add("empty-state");
        return box;
    }

    private void showEmpty(Node empty) {
        boolean none = model.rules().isEmpty() && edited < 0 && !isFormOpen();
        empty.setVisible(none);
        body.setVisible(!none);
    }

    private boolean isFormOpen() {
        return body.getItems().contains(formScroll);
    }

    private void enable() {
        int place = table.getSelectionModel().getSelectedIndex();
        edit.setDisable(place < 0);
        delete.setDisable(place < 0);
        up.setDisable(place <= 0);
        down.setDisable(place < 0 || place >= model.rules().size() - 1);
        showProblem();
    }

    /** Opens the form of a new rule. */
    void add() {
        edited = -1;
        open(
                new Rule(
                        "",
                        true,
                        Match.ALL,
                        new Action.SetSeverity(Severity.CRITICAL),
                        Rule.USUAL_PER_MINUTE));
    }

    private void edit() {
        int place = table.getSelectionModel().getSelectedIndex();
        if (place >= 0) {
            edited = place;
            open(model.rules().get(place).rule());
        }
    }

    private void open(Rule rule) {
        form.show(rule, model.credentials());
        if (!isFormOpen()) {
            body.getItems().add(formScroll);
            body.setDividerPositions(LIST_SHARE);
        }
        body.setVisible(true);
        lookup("#rules-empty").setVisible(false);
        applyCss();
        layout();
        form.focusName();
    }

    private void saved(Rule rule) {
        int place = edited;
        if (place < 0) {
            model.add(rule);
            place = model.rules().size() - 1;
        } else {
            model.replace(place, rule);
        }
        closeForm();
        select(place);
    }

    private void closeForm() {
        edited = -1;
        body.getItems().remove(formScroll);
        showEmpty(lookup("#rules-empty"));
        focusList();
    }

    private void select(int place) {
        table.getSelectionModel().clearAndSelect(place);
        table.getFocusModel().focus(place);
    }

    private void move(int by) {
        int place = table.getSelectionModel().getSelectedIndex();
        if (place >= 0 && model.move(place, by)) {
            select(place + by);
        }
    }

    private void remove() {
        int place = table.getSelectionModel().getSelectedIndex();
        if (place >= 0) {
            String name = Inert.text(model.rules().get(place).rule().name());
            Runnable back = model.remove(place);
            undoable.accept(Words.text("rules.deleted", name), back);
        }
    }

    /** Gives the list, or the first thing that can be done, the focus. */
    public void focusList() {
        if (model.rules().isEmpty()) {
            Optional.ofNullable(lookup("#rules-empty-add")).ifPresent(Node::requestFocus);
            return;
        }
        if (table.getSelectionModel().isEmpty()) {
            select(0);
        }
        table.requestFocus();
    }

    /** Whether the rule is in use; a click or the space bar switches it. */
    private final class OnCell extends TableCell<RunningRule, RunningRule> {
        private final CheckBox box = new CheckBox();

        OnCell() {
            box.setFocusTraversable(false);
            box.setOnAction(_ -> toggle(getIndex()));
        }

        @Override
        protected void updateItem(@Nullable RunningRule rule, boolean empty) {
            super.updateItem(rule, empty);
            if (empty || rule == null) {
                setGraphic(null);
                return;
            }
            box.setSelected(rule.rule().on());
            box.setAccessibleText(
                    Words.text("rules.on.accessible", Inert.text(rule.rule().name())));
            setGraphic(box);
        }
    }
}
