package dev.bulkhead.app.agent;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.job.Transport;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The form of one device. */
final class DeviceForm extends VBox {
    private final AgentDesk desk;
    private final DeviceViewModel model;
    private final GridPane grid = new GridPane();
    private final Label title = Parts.label("device-title", "title");
    private final Label problem = Parts.label("device-problem", "danger-text");
    private final ComboBox<String> group = new ComboBox<>();
    private final ComboBox<String> credential = new ComboBox<>();
    private final TextField host = text("host", "");

    /**
     * An empty form.
     *
     * @param saved told of the device that was saved
     * @param use makes a device the target
     */
    DeviceForm(AgentDesk desk, Consumer<SavedDevice> saved, Consumer<SavedDevice> use) {
        this.desk = desk;
        model = new DeviceViewModel(desk.devices());
        setId("device-form");
        getStyleClass().add("credential-form");
        grid.getStyleClass().add("form-grid");
        problem.setWrapText(true);
        layOut();
        Button save =
                Parts.button(
                        "save-device",
                        MaterialDesignC.CONTENT_SAVE_OUTLINE,
                        () -> checked(_ -> saved.accept(model.save())));
        save.getStyleClass().add(Styles.ACCENT);
        EnterKey.presses(this, save);
        Button target =
                Parts.button(
                        "use-device",
                        MaterialDesignT.TARGET,
                        () ->
                                checked(_ -> {
                                    SavedDevice fresh = model.save();
                                    saved.accept(fresh);
                                    use.accept(fresh);
                                }));
        FlowPane buttons = new FlowPane(save, target);
        buttons.getStyleClass().add("form-buttons");
        getChildren().addAll(title, grid, problem, buttons);
        fresh(SavedDevice.of(new Device("", "", 161)));
    }

    private void layOut() {
        TextField name = text("name", Words.text("device.name.prompt"));
        name.textProperty().bindBidirectional(model.nameProperty());
        host.textProperty().bindBidirectional(model.hostProperty());
        ComboBox<Transport> transport = new ComboBox<>();
        transport.setId("device-transport");
        transport.setAccessibleText(Words.text("device.transport"));
        transport.getItems().setAll(Transport.values());
        transport.valueProperty().bindBidirectional(model.transportProperty());
        transport.setMaxWidth(Double.MAX_VALUE);
        TextField port = text("port", "");
        port.textProperty().bindBidirectional(model.portProperty());
        model.transportProperty()
                .subscribe(t -> port.setPromptText(Integer.toString(t.agentPort())));
        setUp(group, "group", model.groupProperty());
        setUp(credential, "credential", model.credentialProperty());
        credential.getEditor().setPromptText(Words.text("device.credential.prompt"));
        TextField mibs = text("mibs", Words.text("device.mibs.prompt"));
        mibs.textProperty().bindBidirectional(model.mibSetProperty());
        TextField timeout = text("timeout", "");
        timeout.textProperty().bindBidirectional(model.timeoutProperty());
        TextField retries = text("retries", "");
        retries.textProperty().bindBidirectional(model.retriesProperty());
        row("host", host);
        row("name", name);
        row("transport", transport);
        row("port", port);
        row("credential", credential);
        row("group", group);
        row("mibs", mibs);
        row("timeout", timeout);
        row("retries", retries);
    }

    private void setUp(ComboBox<String> box, String key, StringProperty value) {
        box.setId("device-" + key);
        box.setAccessibleText(Words.text("device." + key));
        box.setEditable(true);
        box.getEditor().setId("device-" + key + "-text");
        box.getEditor().setAccessibleText(Words.text("device." + key));
        box.getEditor().textProperty().bindBidirectional(value);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnShowing(_ -> offer());
    }

    private void offer() {
        keepText(group, desk.devices().groups());
        keepText(
                credential,
                desk.credentials().items().stream().map(CredentialsViewModel.Item::name).toList());
    }

    private static void keepText(ComboBox<String> box, List<String> items) {
        if (!box.getItems().equals(items)) {
            String text = box.getEditor().getText();
            box.getItems().setAll(items);
            box.getEditor().setText(text);
        }
    }

    private static TextField text(String key, String prompt) {
        TextField field = new TextField();
        field.setId("device-" + key);
        field.setPromptText(prompt);
        field.setAccessibleText(Words.text("device." + key));
        return field;
    }

    private void row(String key, Node field) {
        Label label = Parts.words("device." + key, "key");
        label.setLabelFor(field);
        grid.addRow(grid.getRowCount(), label, field);
        GridPane.setHgrow(field, Priority.ALWAYS);
    }

    private void checked(Consumer<Boolean> deed) {
        Optional<String> wrong = model.problem();
        Parts.show(problem, wrong.map(key -> Words.text(key)).orElse(""));
        if (wrong.isEmpty()) {
            deed.accept(true);
        }
    }

    /** Shows a device of the list. */
    void edit(SavedDevice device) {
        title.setText(device.name());
        fill(device);
    }

    /** Offers to add a device. */
    void fresh(SavedDevice proposal) {
        model.clear();
        title.setText(Words.text("device.new"));
        fill(proposal);
    }

    private void fill(SavedDevice device) {
        model.edit(device);
        Parts.show(problem, "");
    }

    void focus() {
        host.requestFocus();
        host.selectAll();
    }
}
