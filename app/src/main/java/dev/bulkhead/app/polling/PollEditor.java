package dev.bulkhead.app.polling;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.chart.UnitScale;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * Where interval, group and threshold of the selected polls are changed together. What differs
 * among them is blank, and stays as it is unless something is typed.
 */
final class PollEditor extends VBox {
    private final PollingViewModel model;
    private final Runnable changed;
    private final Label title = Parts.label("poll-edit-title", "title");
    private final TextField every = new TextField();
    private final ComboBox<String> group = new ComboBox<>();
    private final ComboBox<AlarmChoice> alarm = new ComboBox<>();
    private final TextField limit = new TextField();
    private final TextField clear = new TextField();
    private final HBox limits;
    private final Label problem = Parts.label("poll-edit-problem", "danger-text");
    private List<PollRow> rows = List.of();
    private Runnable closed = () -> {};

    PollEditor(PollingViewModel model, Runnable changed) {
        this.model = model;
        this.changed = changed;
        setId("poll-editor");
        getStyleClass().add("poll-editor");
        name(every, "every", 5);
        name(limit, "limit", 7);
        name(clear, "clear", 7);
        group.setId("poll-edit-group");
        group.setEditable(true);
        group.setAccessibleText(Words.text("poll.edit.group"));
        group.setPromptText(Words.text("poll.edit.group.prompt"));
        group.setPrefWidth(150);
        alarm.setId("poll-edit-alarm");
        alarm.setAccessibleText(Words.text("poll.edit.alarm"));
        alarm.getItems().setAll(AlarmChoice.values());
        alarm.setConverter(new AlarmChoice.Converter());
        limits = new HBox(limit, Parts.words("poll.edit.clear", "muted"), clear);
        limits.getStyleClass().add("poll-edit-part");
        alarm.valueProperty().subscribe(this::choiceChanged);
        Button apply = Parts.button("poll-edit-apply", MaterialDesignC.CHECK, this::apply);
        apply.getStyleClass().add(Styles.ACCENT);
        apply.setMinWidth(USE_PREF_SIZE);
        Button close = Parts.iconButton("poll-edit-close", MaterialDesignC.CLOSE, this::close);
        title.setMinWidth(USE_PREF_SIZE);
        FlowPane row =
                new FlowPane(
                        title,
                        part("every", every),
                        part("group", group),
                        part("alarm", alarm),
                        limits,
                        new HBox(apply, close));
        row.getStyleClass().addAll("poll-edit-row");
        problem.setWrapText(true);
        getChildren().addAll(row, problem);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        shown(false);
    }

    private static void name(TextField field, String key, int columns) {
        field.setId("poll-edit-" + key);
        field.setPrefColumnCount(columns);
        field.setAccessibleText(Words.text("poll.edit." + key));
    }

    private static Node part(String key, Control control) {
        Label label = Parts.words("poll.edit." + key, "muted");
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        HBox part = new HBox(label, control);
        part.getStyleClass().add("poll-edit-part");
        return part;
    }

    /** Opens it for some polls. */
    void open(List<PollRow> some, Runnable whenClosed) {
        rows = some;
        closed = whenClosed;
        title.setText(
                some.size() == 1
                        ? model.objectName(some.getFirst())
                        : Words.text("poll.edit.title", some.size()));
        every.setText(common(row -> PollText.period(row.every())).orElse(""));
        group.getItems().setAll(model.groups());
        group.getEditor().setText(common(row -> row.settings().group()).orElse(""));
        group.setValue(group.getEditor().getText());
        Optional<Optional<Threshold>> edge = common(row -> row.settings().threshold());
        alarm.setValue(edge.map(AlarmChoice::of).orElse(AlarmChoice.AS_IT_IS));
        limit.setText(edge.flatMap(t -> t).map(t -> text(t.limit())).orElse(""));
        clear.setText(edge.flatMap(t -> t).map(t -> text(t.clear())).orElse(""));
        Parts.show(problem, "");
        shown(true);
        every.requestFocus();
    }

    private String text(double number) {
        return UnitScale.alone(unit(), number);
    }

    private String unit() {
        return rows.getFirst().series().unit();
    }

    private <T> Optional<T> common(Function<PollRow, T> part) {
        Set<T> all = rows.stream().map(part).collect(Collectors.toSet());
        return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
    }

    private void choiceChanged(AlarmChoice choice) {
        boolean wanted = choice == AlarmChoice.ABOVE || choice == AlarmChoice.BELOW;
        limits.setVisible(wanted);
        limits.setManaged(wanted);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            apply();
            event.consume();
        }
    }

    private void close() {
        shown(false);
        closed.run();
    }

    private void shown(boolean now) {
        setVisible(now);
        setManaged(now);
    }

    private void fail(Control at, String key, Object... arguments) {
        Parts.show(problem, Words.text(key, arguments));
        at.requestFocus();
    }

    private void apply() {
        Optional<Duration> pace = Amount.time(every.getText());
        if (pace.isEmpty() && !every.getText().isBlank()) {
            fail(every, "poll.edit.problem.every", every.getText());
            return;
        }
        Optional<Optional<Threshold>> edge = threshold();
        if (edge.isEmpty() && alarm.getValue() != AlarmChoice.AS_IT_IS) {
            return;
        }
        String name = group.getEditor().getText().strip();
        rows = rows.stream().filter(model.rows()::contains).toList();
        boolean sameGroup = common(row -> row.settings().group()).isPresent();
        model.change(
                rows,
                before -> {
                    PollSettings after =
                            sameGroup || !name.isEmpty() ? before.inGroup(name) : before;
                    return edge.map(after::with).orElse(after);
                });
        pace.ifPresent(each -> model.interval(rows, each));
        changed.run();
        close();
    }

    /** Empty if it stays as it is, or cannot be understood, which is said then. */
    private Optional<Optional<Threshold>> threshold() {
        AlarmChoice choice = alarm.getValue();
        Optional<Threshold.Side> side = choice.side();
        if (side.isEmpty()) {
            return choice == AlarmChoice.NONE ? Optional.of(Optional.empty()) : Optional.empty();
        }
        OptionalDouble edge = Amount.number(limit.getText(), unit());
        if (edge.isEmpty()) {
            fail(limit, "poll.edit.problem.limit", limit.getText(), unit());
            return Optional.empty();
        }
        OptionalDouble back =
                clear.getText().isBlank() ? edge : Amount.number(clear.getText(), unit());
        if (back.isEmpty()) {
            fail(clear, "poll.edit.problem.limit", clear.getText(), unit());
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Optional.of(new Threshold(side.get(), edge.getAsDouble(), back.getAsDouble())));
        } catch (IllegalArgumentException wrongSide) {
            fail(clear, "poll.edit.problem." + side.get().key());
            return Optional.empty();
        }
    }
}
