package dev.bulkhead.app.polling;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.formula.Formula;
import dev.bulkhead.app.formula.FormulaProblem;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * Where a formula is typed: names are completed under the field, errors are told at their place.
 */
final class FormulaEditor extends VBox {
    private static final int MOST_HITS = 6;
    private static final double HIT_HEIGHT = 24;

    private final FormulaDesk desk;
    private final FormulaViewModel model;
    private final Consumer<Ready> done;
    private final TextField title = new TextField();
    private final TextField text = new TextField();
    private final FormulaMark mark = new FormulaMark(text);
    private final Label said = Parts.label("formula-said", "formula-said");
    private final Label whom = Parts.label("formula-whom", "muted");
    private final ListView<FormulaHit> hits = new ListView<>();
    private boolean isTried;

    /**
     * A formula to be polled.
     *
     * @param title what the user calls it; may be blank
     */
    record Ready(PollItem item, Formula formula, String title, Duration every) {}

    FormulaEditor(FormulaDesk desk, Consumer<Ready> done) {
        this.desk = desk;
        this.done = done;
        model = new FormulaViewModel(desk);
        setId("formula-editor");
        getStyleClass().add("poll-editor");
        field(text, "formula-text");
        text.getStyleClass().add("mono");
        field(title, "formula-title");
        title.setPrefColumnCount(14);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button poll = Parts.button("formula-poll", MaterialDesignP.PULSE, this::accept);
        poll.getStyleClass().add(Styles.ACCENT);
        poll.setMinWidth(USE_PREF_SIZE);
        Button close = Parts.iconButton("formula-close", MaterialDesignC.CLOSE, this::close);
        Label head = Parts.words("formula.title", "title");
        head.setGraphic(Parts.icon(MaterialDesignF.FUNCTION_VARIANT));
        head.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(head, title, text, whom, poll, close);
        row.getStyleClass().add("pane-bar");
        said.setWrapText(true);
        setUpHits();
        getChildren().addAll(row, mark, said, hits);
        text.textProperty().subscribe((_, _) -> typed());
        text.caretPositionProperty().subscribe((_, _) -> typed());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        title.setOnAction(_ -> text.requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        model.hitsProperty().subscribe(this::show);
        shown(false);
    }

    private static void field(TextField field, String id) {
        field.setId(id);
        field.setPromptText(Words.text(id.replace('-', '.') + ".prompt"));
        field.setAccessibleText(Words.text(id.replace('-', '.') + ".accessible"));
    }

    private void setUpHits() {
        hits.setId("formula-hits");
        hits.setAccessibleText(Words.text("formula.hits.accessible"));
        hits.setFocusTraversable(false);
        hits.setFixedCellSize(HIT_HEIGHT);
        hits.setCellFactory(_ -> new FormulaHitCell());
        hits.setOnMouseClicked(_ -> take());
        show(List.of());
    }

    /** Opens it with a first text. */
    void open(String first) {
        whom.setText(
                desk.whom().map(item -> Words.text("formula.whom", item.targetLabel())).orElse(""));
        if (!isVisible()) {
            title.clear();
            text.setText(first);
        }
        shown(true);
        isTried = false;
        tell();
        text.requestFocus();
        text.end();
    }

    private void close() {
        shown(false);
        if (getParent() != null) {
            getParent().requestFocus();
        }
    }

    private void shown(boolean now) {
        setVisible(now);
        setManaged(now);
    }

    private void typed() {
        model.typed(text.getText(), text.getCaretPosition());
        isTried = false;
        tell();
    }

    /** What is wrong, or what will be shown in which unit. */
    private void tell() {
        Optional<FormulaProblem> wrong = model.problemProperty().get();
        boolean isError = wrong.isPresent() && (isTried || !model.isUnderWay());
        said.getStyleClass().setAll("label", "formula-said", isError ? "danger-text" : "muted");
        mark.show(isError ? wrong : Optional.empty());
        if (isError) {
            said.setText(Words.text("formula.wrong", wrong.get().from() + 1, wrong.get().text()));
        } else {
            said.setText(
                    model.formulaProperty()
                            .get()
                            .map(FormulaEditor::words)
                            .orElseGet(() -> Words.text("formula.hint")));
        }
    }

    private static String words(Formula formula) {
        return formula.unit().isEmpty()
                ? Words.text("formula.good.plain", formula.operands().size())
                : Words.text("formula.good", formula.operands().size(), formula.unit());
    }

    private void show(List<FormulaHit> found) {
        hits.getItems().setAll(found);
        boolean any = !found.isEmpty();
        hits.setVisible(any);
        hits.setManaged(any);
        double height = Math.min(MOST_HITS, found.size()) * HIT_HEIGHT + 4;
        hits.setMinHeight(height);
        hits.setPrefHeight(height);
        hits.setMaxHeight(height);
        hits.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        boolean list = hits.isVisible();
        if (list && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            step(event.getCode() == KeyCode.DOWN ? 1 : -1);
        } else if (list && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB)) {
            take();
        } else if (list && event.getCode() == KeyCode.ESCAPE) {
            model.dismissHits();
        } else if (event.getCode() == KeyCode.ENTER) {
            accept();
        } else {
            return;
        }
        event.consume();
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void step(int by) {
        int size = hits.getItems().size();
        int to = Math.floorMod(hits.getSelectionModel().getSelectedIndex() + by, size);
        hits.getSelectionModel().select(to);
        hits.scrollTo(Math.max(0, to - MOST_HITS + 1));
    }

    private void take() {
        FormulaHit hit = hits.getSelectionModel().getSelectedItem();
        if (hit != null) {
            FormulaViewModel.Taken taken = model.take(hit);
            text.setText(taken.text());
            text.positionCaret(taken.caret());
            text.requestFocus();
            text.positionCaret(taken.caret());
            model.dismissHits();
        }
    }

    private void accept() {
        Optional<Formula> formula = model.formulaProperty().get();
        if (formula.isEmpty()) {
            model.problemProperty().get().ifPresent(p -> text.selectRange(p.from(), p.to()));
            isTried = true;
            tell();
            return;
        }
        if (formula.get().operands().isEmpty()) {
            said.getStyleClass().setAll("label", "formula-said", "danger-text");
            said.setText(Words.text("formula.problem.constant"));
            return;
        }
        desk.whom()
                .ifPresent(item -> {
                    done.accept(new Ready(item, formula.get(), title.getText(), desk.every()));
                    close();
                });
    }
}
