package dev.bulkhead.app.notification;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.change.ChangeStyles;
import dev.bulkhead.app.change.ValueEditor;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.Shown;
import dev.bulkhead.app.object.Reflow;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.mibs.model.NotificationType;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A notification to be sent: whom, as what, which, and its variables. */
public final class SenderView extends BorderPane {
    private static final double[] SHARES = {30, 16, 54};

    private final SenderViewModel model;
    private final ComboBox<String> name = new ComboBox<>();
    private final TextField address = new TextField();
    private final ComboBox<Optional<String>> credential = new ComboBox<>();
    private final GridPane variables = new GridPane();
    private final Label description = Parts.label("sender-description", "description");
    private final Label result = Parts.label("sender-result", "sender-result");
    private final Label none = Parts.words("sender.none", "muted");
    private boolean offering;

    public SenderView(SenderViewModel model) {
        this.model = model;
        setId("sender-pane");
        getStylesheets().addAll(NotificationStyle.sheet(), ChangeStyles.sheet());
        PaneBar bar = new PaneBar("sender");
        bar.title().setText(Words.text("sender.title"));
        Button send = Parts.button("sender-send", MaterialDesignS.SEND, this::send);
        send.getStyleClass().add(Styles.ACCENT);
        send.disableProperty().bind(model.sendingProperty());
        bar.addTools(send);
        setTop(bar);
        ExtraVariables extras = new ExtraVariables(model, this::send);
        VBox form = new VBox(head(), description, variables, none, extras, result);
        form.setId("sender-form");
        form.getStyleClass().add("sender-form");
        description.setWrapText(true);
        result.setWrapText(true);
        variables.setId("sender-variables");
        variables.getStyleClass().add("sender-variables");
        for (double percent : SHARES) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            column.setHgrow(Priority.ALWAYS);
            variables.getColumnConstraints().add(column);
        }
        ScrollPane scroll = new ScrollPane(form);
        scroll.setId("sender-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("notification-scroll");
        scroll.setAccessibleText(Words.text("sender.title"));
        setCenter(scroll);
        model.typeProperty().subscribe(_ -> show());
        model.items().subscribe(this::show);
        model.resultProperty().subscribe(now -> show(now));
        model.nameProperty().subscribe(text -> name.getEditor().setText(text));
    }

    private Node head() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("sender-head");
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(keys, values);
        setUpName();
        address.setId("sender-address");
        address.textProperty().bindBidirectional(model.addressProperty());
        address.setOnAction(_ -> send());
        setUpCredential();
        row(grid, "sender.name", name);
        row(grid, "sender.address", address);
        row(grid, "sender.credential", credential);
        CheckBox inform = new CheckBox(Words.text("sender.inform"));
        inform.setId("sender-inform");
        inform.selectedProperty().bindBidirectional(model.informProperty());
        grid.add(inform, 1, grid.getRowCount());
        return grid;
    }

    private static void row(GridPane grid, String key, Node control) {
        Label label = Parts.words(key, "key");
        label.setLabelFor(control);
        control.setAccessibleText(label.getText());
        grid.addRow(grid.getRowCount(), label, control);
    }

    private void setUpName() {
        name.setId("sender-name");
        name.setEditable(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.getEditor().setId("sender-name-text");
        name.getEditor().setAccessibleText(Words.text("sender.name"));
        name.getEditor().getStyleClass().add("mono");
        name.getEditor().setPromptText(Words.text("sender.name.prompt"));
        name.getEditor().textProperty().addListener((_, _, typed) -> offer(typed));
        name.getEditor().setOnAction(_ -> model.choose(name.getEditor().getText()));
        name.getEditor()
                .focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused && !name.getEditor().getText().isBlank()) {
                        model.choose(name.getEditor().getText());
                    }
                });
        name.valueProperty()
                .addListener((_, _, chosen) -> {
                    if (chosen != null && !offering) {
                        model.choose(chosen);
                    }
                });
    }

    private void offer(String typed) {
        boolean chosen = typed != null && typed.equals(model.nameProperty().get());
        if (typed == null || chosen || !name.getEditor().isFocused()) {
            return;
        }
        offering = true;
        int caret = name.getEditor().getCaretPosition();
        List<String> offers = model.offers(typed);
        name.getItems().setAll(offers);
        name.getEditor().setText(typed);
        name.getEditor().positionCaret(caret);
        offering = false;
        if (offers.isEmpty()) {
            name.hide();
        } else if (!name.isShowing()) {
            name.show();
        }
    }

    private void setUpCredential() {
        credential.setId("sender-credential");
        credential.setMaxWidth(Double.MAX_VALUE);
        credential.setConverter(new CredentialConverter());
        credential.setOnShowing(_ -> offerCredentials());
        offerCredentials();
        credential.setValue(Optional.empty());
        credential
                .valueProperty()
                .subscribe(chosen -> {
                    if (chosen != null) {
                        model.credentialProperty().set(chosen);
                    }
                });
    }

    private void offerCredentials() {
        Optional<String> before = model.credentialProperty().get();
        credential.getItems().setAll(List.of(Optional.empty()));
        model.credentials().forEach(each -> credential.getItems().add(Optional.of(each)));
        credential.setValue(before);
    }

    private void show() {
        Optional<NotificationType> type = model.typeProperty().get();
        Parts.show(
                description,
                type.map(found -> Shown.lines(Reflow.text(found.description()))).orElse(""));
        variables.getChildren().clear();
        boolean has = !model.items().isEmpty();
        variables.setVisible(has);
        variables.setManaged(has);
        none.setVisible(type.isPresent() && !has);
        none.setManaged(type.isPresent() && !has);
        if (!has) {
            return;
        }
        variables.add(Parts.words("sender.head.variable", "set-head"), 0, 0);
        variables.add(Parts.words("sender.head.instance", "set-head"), 1, 0);
        variables.add(Parts.words("sender.head.value", "set-head"), 2, 0);
        int row = 1;
        for (SenderItem item : model.items()) {
            add(item, row++);
        }
    }

    private void add(SenderItem item, int row) {
        String named = Shown.line(item.object().name());
        Label label = Parts.label("sender-variable-" + row, "sender-variable");
        label.setText(named);
        TextField instance = new TextField();
        instance.setId("sender-instance-" + row);
        instance.getStyleClass().add("mono");
        instance.setAccessibleText(Words.text("sender.instance.accessible", named));
        instance.textProperty().bindBidirectional(item.instanceProperty());
        instance.setDisable(item.isScalar());
        ValueEditor editor =
                new ValueEditor(
                        item.field(),
                        "sender-value-" + row,
                        Words.text("sender.value.accessible", named),
                        this::send);
        for (Node cell : List.of(label, instance, editor)) {
            GridPane.setValignment(cell, VPos.TOP);
        }
        variables.addRow(row, label, instance, editor);
    }

    private void show(SenderViewModel.Result now) {
        Parts.show(result, now.text());
        Parts.tone(result, now.tone());
        result.setGraphic(Parts.icon(SeverityLook.shape(now.tone())));
    }

    private void send() {
        if (!name.getEditor().getText().isBlank()) {
            model.choose(name.getEditor().getText());
        }
        model.send();
    }

    /** Puts the focus where the notification is named, or at its first value. */
    public void focusForm() {
        applyCss();
        Node first = lookup("#sender-value-1");
        if (model.typeProperty().get().isPresent() && first != null) {
            first.requestFocus();
        } else {
            name.requestFocus();
            name.getEditor().selectAll();
        }
    }

    private final class CredentialConverter extends StringConverter<Optional<String>> {
        @Override
        public String toString(Optional<String> named) {
            return named == null
                    ? ""
                    : named.orElseGet(() -> Words.text("sender.of-bar", model.credentialOfBar()));
        }

        @Override
        public Optional<String> fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
