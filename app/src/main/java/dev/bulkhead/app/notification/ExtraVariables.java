package dev.bulkhead.app.notification;

import dev.bulkhead.app.change.ValueEditor;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The variables that the user adds to a notification: name or OID, type and value of each. */
final class ExtraVariables extends VBox {
    private static final double NAME_SHARE = 46;

    private final SenderViewModel model;
    private final Runnable send;
    private final GridPane rows = new GridPane();
    private final Button add;

    ExtraVariables(SenderViewModel model, Runnable send) {
        this.model = model;
        this.send = send;
        setId("sender-extras");
        rows.getStyleClass().add("sender-variables");
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(NAME_SHARE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(names, values);
        add = Parts.button("sender-add", MaterialDesignP.PLUS, this::add);
        add.getStyleClass().add("small-button");
        getChildren().addAll(rows, add);
        model.extras().subscribe(this::show);
        show();
    }

    private void add() {
        model.addExtra();
        Node name = lookup("#sender-extra-name-" + model.extras().size());
        if (name != null) {
            name.requestFocus();
        }
    }

    private void show() {
        ObservableList<ExtraVariable> extras = model.extras();
        rows.getChildren().clear();
        rows.setVisible(!extras.isEmpty());
        rows.setManaged(!extras.isEmpty());
        for (int i = 0; i < extras.size(); i++) {
            add(extras.get(i), i + 1);
        }
    }

    private void add(ExtraVariable extra, int row) {
        TextField name = new TextField();
        name.setId("sender-extra-name-" + row);
        name.getStyleClass().add("mono");
        name.setPromptText(Words.text("sender.extra.name.prompt"));
        name.setAccessibleText(Words.text("sender.extra.name", row));
        name.textProperty().bindBidirectional(extra.nameProperty());
        ValueEditor editor =
                new ValueEditor(
                        extra.field(),
                        "sender-extra-value-" + row,
                        Words.text("sender.extra.value", row),
                        send);
        Button remove =
                Parts.iconButton(
                        "sender-extra-remove",
                        MaterialDesignC.CLOSE,
                        () -> {
                            model.extras().remove(extra);
                            add.requestFocus();
                        });
        remove.setId("sender-extra-remove-" + row);
        HBox value = new HBox(editor, remove);
        value.getStyleClass().add("sender-extra");
        HBox.setHgrow(editor, Priority.ALWAYS);
        GridPane.setValignment(name, VPos.TOP);
        rows.addRow(row, name, value);
    }
}
