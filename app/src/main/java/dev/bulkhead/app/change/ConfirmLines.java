package dev.bulkhead.app.change;

import dev.bulkhead.app.change.ChangeReport.Sent;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** A plan's variables as lines: name, old value, arrow, new value, and what came of it. */
final class ConfirmLines extends GridPane {
    private static final int SHOWN = 100;

    private final ChangeText text;

    ConfirmLines(ChangeText text) {
        this.text = text;
        setId("confirm-lines");
        getStyleClass().add("confirm-lines");
        getColumnConstraints()
                .addAll(share(30), share(26), new ColumnConstraints(), share(26), share(18));
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        column.setHalignment(HPos.LEFT);
        return column;
    }

    void plan(ChangePlan plan) {
        getChildren().clear();
        int row = 0;
        for (Assignment each : plan.assignments()) {
            if (row < SHOWN) {
                line(row, each, Optional.empty());
                row++;
            }
        }
    }

    void report(ChangeReport report) {
        getChildren().clear();
        int row = 0;
        for (Sent sent : report.sent()) {
            for (int i = 0; i < sent.outcomes().size() && row < SHOWN; i++) {
                line(row, sent.step().assignments().get(i), Optional.of(sent.outcomes().get(i)));
                row++;
            }
        }
    }

    private void line(int row, Assignment each, Optional<Outcome> outcome) {
        Label name = label("confirm-name-" + row, text.name(each.instance()), "confirm-name");
        Label before =
                label(
                        "confirm-old-" + row,
                        text.before(each.instance(), each.before()),
                        "confirm-old");
        Label after =
                label(
                        "confirm-new-" + row,
                        text.value(each.instance(), each.after()),
                        "confirm-new");
        boolean same = each.before().filter(each.after()::equals).isPresent();
        if (same) {
            after.setText(Words.text("confirm.same", after.getText()));
        }
        addRow(row, name, before, Parts.icon(MaterialDesignA.ARROW_RIGHT, "muted"), after);
        outcome.ifPresent(known -> add(OutcomeMark.of("confirm-outcome-" + row, known), 4, row));
    }

    private static Label label(String id, String words, String styleClass) {
        Label label = Parts.label(id, styleClass);
        label.setText(words);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
