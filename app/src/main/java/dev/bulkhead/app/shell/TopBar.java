package dev.bulkhead.app.shell;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.agent.CredentialForm;
import dev.bulkhead.app.agent.CredentialText;
import dev.bulkhead.app.agent.CredentialsViewModel;
import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Verb;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Themes;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

/** Address, credential, OID, operation, Go, Stop. */
final class TopBar extends HBox {
    /** Below this width the labels and the chip give way. */
    private static final double ROOMY = 1180;

    private static final double LEAST_CREDENTIAL = 96;
    private static final double LEAST_ADDRESS = 130;
    private static final double LEAST_NAME = 60;
    private static final int RECENT_OIDS = 20;

    private final Workbench workbench;
    private final ComboBox<Device> address = new ComboBox<>();
    private final MenuButton credential = new MenuButton();
    private final ComboBox<String> oid = new ComboBox<>();
    private final Label name = Parts.chip("oid-name", Tone.ACCENT);
    private final ComboBox<Verb> operation = new ComboBox<>();
    private final PopOver form = new PopOver();
    private final SequencedSet<Credential> used = new LinkedHashSet<>();
    private final List<Node> givesWay = new ArrayList<>();

    TopBar(Workbench workbench, Commands commands) {
        this.workbench = workbench;
        setId("top-bar");
        getStyleClass().add("top-bar");
        setUpAddress(commands.get("go"));
        setUpCredential();
        setUpOid();
        setUpOperation();
        Button go = commands.button("go");
        go.getStyleClass().addAll(Styles.ACCENT, "go");
        getChildren()
                .addAll(
                        caption("top.address", address),
                        address,
                        credential,
                        caption("top.oid", oid),
                        oid,
                        instances(commands),
                        name,
                        caption("top.operation", operation),
                        operation,
                        go,
                        commands.iconButton("stop"),
                        new Separator(Orientation.VERTICAL),
                        commands.iconButton("preferences"),
                        commands.iconButton("toggle-theme"));
        givesWay.add(name);
        for (Node node : getChildren()) {
            if (node instanceof Region region && !region.equals(oid)) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
    }

    /** None of its own: else it would widen the window's content beyond the window. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        makeRoom();
        super.layoutChildren();
    }

    /** What lists the instances of a column; there only while a column is current. */
    private static Node instances(Commands commands) {
        Button button = commands.iconButton("pick-instance");
        button.visibleProperty().bind(button.disabledProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /** Where a list for the OID can be opened. */
    Node oidField() {
        return oid;
    }

    private Label caption(String key, Node field) {
        Label caption = Parts.words(key, "key");
        caption.setLabelFor(field);
        givesWay.add(caption);
        return caption;
    }

    /** Where it is narrow, labels and chip go; chip and credential are cut before the rest. */
    private void makeRoom() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset() + getSpacing();
        boolean named = !name.getText().isEmpty();
        double needed = 0;
        double wanted = named ? getSpacing() + widthOf(name) : 0;
        for (Node node : getChildren()) {
            if (givesWay.contains(node)) {
                wanted += node.equals(name) ? 0 : getSpacing() + widthOf(node);
            } else if (node.isManaged()) {
                needed += getSpacing() + (node.equals(oid) ? oid.minWidth(-1) : widthOf(node));
            }
        }
        double cut = Math.max(0, widthOf(credential) - LEAST_CREDENTIAL);
        cut += named ? Math.max(0, widthOf(name) - LEAST_NAME) : 0;
        boolean roomy = getWidth() >= ROOMY && needed + wanted - cut <= room;
        for (Node node : givesWay) {
            boolean shown = roomy && (named || !node.equals(name));
            node.setManaged(shown);
            node.setVisible(shown);
        }
        double missing = needed + (roomy ? wanted : 0) - room;
        missing = cut(credential, LEAST_CREDENTIAL, missing);
        missing = roomy && named ? cut(name, LEAST_NAME, missing) : missing;
        cut(address, LEAST_ADDRESS, missing);
    }

    private static double widthOf(Node part) {
        return Math.min(part.prefWidth(-1), part.maxWidth(-1));
    }

    /** Lets a part be cut by as much as is missing, and no more; returns what is missing still. */
    private static double cut(Region part, double least, double missing) {
        double wanted = widthOf(part);
        double width = Math.clamp(wanted - Math.max(0, missing), Math.min(least, wanted), wanted);
        part.setMinWidth(width);
        return missing - (wanted - width);
    }

    private void setUpAddress(Command go) {
        address.setId("address");
        address.getStyleClass().add("address");
        address.setEditable(true);
        address.setItems(workbench.target().devices());
        address.setConverter(new DeviceConverter());
        address.setCellFactory(_ -> new DeviceCell());
        address.setAccessibleText(Words.text("top.address"));
        address.setPromptText(Words.text("top.address.prompt"));
        address.getEditor().setId("address-text");
        address.getEditor().setAccessibleText(Words.text("top.address"));
        address.getEditor().textProperty().bindBidirectional(workbench.target().addressProperty());
        address.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && isPlain(event)) {
                        go.run();
                    }
                });
    }

    /** Whether Enter means the address as it stands, not one that is picked from the list. */
    private boolean isPlain(KeyEvent event) {
        return !address.isShowing() && !event.isShortcutDown() && !event.isAltDown();
    }

    private void setUpCredential() {
        credential.setId("credential");
        credential.getStyleClass().add("credential");
        credential.setGraphic(Parts.icon(MaterialDesignK.KEY_VARIANT));
        credential.setTooltip(new Tooltip(Words.text("top.credential")));
        form.setId("credential-popover");
        form.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        form.setAnimated(false);
        form.setOnHidden(_ -> form.setContentNode(new Region()));
        form.getRoot().getStylesheets().add(Themes.stylesheet());
        workbench.target().credentialProperty().subscribe(this::showCredential);
        workbench
                .target()
                .credentialNameProperty()
                .subscribe(_ -> showCredential(workbench.target().credentialProperty().get()));
        workbench
                .agents()
                .credentials()
                .items()
                .subscribe(() -> showCredential(workbench.target().credentialProperty().get()));
    }

    private void showCredential(Credential now) {
        Optional<String> called = workbench.target().credentialNameProperty().get();
        String words = called.orElseGet(() -> CredentialText.of(now));
        credential.setText(words);
        credential.setAccessibleText(Words.text("top.credential.accessible", words));
        credential.getTooltip().setText(credential.getAccessibleText());
        if (called.isEmpty()) {
            used.remove(now);
            used.addFirst(now);
        }
        credential.getItems().clear();
        for (Credential each : used) {
            MenuItem item = new MenuItem(CredentialText.of(each));
            item.setOnAction(_ -> workbench.agents().choose(each, Optional.empty()));
            credential.getItems().add(item);
        }
        for (CredentialsViewModel.Item each : workbench.agents().credentials().items()) {
            MenuItem item = new MenuItem(each.name(), Parts.icon(MaterialDesignK.KEY_VARIANT));
            item.setOnAction(_ -> workbench.agents().choose(each.name()));
            credential.getItems().add(item);
        }
        MenuItem edit = new MenuItem(Words.text("top.credential.edit"));
        edit.setId("edit-credential");
        edit.setOnAction(_ -> editCredential());
        credential.getItems().addAll(new SeparatorMenuItem(), edit);
    }

    /** Opens the form under the button. */
    void editCredential() {
        form.setContentNode(
                new CredentialForm(
                                workbench.agents().purpose(new PopOverEnds(workbench, form::hide)))
                        .edit(workbench.target().credentialProperty().get()));
        form.show(credential);
    }

    private void setUpOid() {
        oid.setId("oid");
        oid.getStyleClass().addAll("oid", "mono");
        oid.setEditable(true);
        oid.setConverter(new OidConverter(workbench.library()::names));
        oid.setAccessibleText(Words.text("top.oid"));
        oid.getEditor().setId("oid-text");
        oid.getEditor().setAccessibleText(Words.text("top.oid"));
        HBox.setHgrow(oid, Priority.ALWAYS);
        oid.getEditor().setOnAction(_ -> typed());
        oid.getEditor().focusedProperty().addListener((_, had, _) -> leave(had));
        oid.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> {
                    if (chosen != null && !chosen.isBlank()) {
                        workbench.current().type(chosen);
                    }
                });
        workbench.current().oidProperty().subscribe(this::showOid);
        workbench.current().nodeProperty().subscribe(_ -> showName());
        workbench.current().problemProperty().subscribe(this::showProblem);
    }

    private void leave(boolean hadFocus) {
        if (hadFocus) {
            typed();
        }
    }

    /** Takes what stands in the OID field as the current object. */
    void typed() {
        String text = oid.getEditor().getText();
        if (text == null || text.isBlank()) {
            showOid(workbench.current().oidProperty().get());
        } else if (!text.equals(workbench.current().oidProperty().get().toDottedString())
                && workbench.current().type(text)) {
            showOid(workbench.current().oidProperty().get());
        }
    }

    private void showOid(Oid now) {
        String text = now.toDottedString();
        oid.setValue(text);
        oid.getEditor().setText(text);
        oid.getEditor().positionCaret(text.length());
        showName();
    }

    /** Keeps an OID that was asked for in the list. */
    void remember(Oid asked) {
        String text = asked.toDottedString();
        if (!oid.getItems().contains(text)) {
            oid.getItems().addFirst(text);
            if (oid.getItems().size() > RECENT_OIDS) {
                oid.getItems().removeLast();
            }
        }
    }

    private void showName() {
        String text =
                workbench
                        .current()
                        .nodeProperty()
                        .get()
                        .flatMap(MibNode::definition)
                        .map(Definition::qualifiedName)
                        .orElse("");
        name.setText(text);
        requestLayout();
        name.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    }

    private void showProblem(String problem) {
        oid.pseudoClassStateChanged(Styles.STATE_DANGER, !problem.isEmpty());
        oid.setTooltip(problem.isEmpty() ? null : new Tooltip(problem));
        if (!problem.isEmpty()) {
            workbench.status().warn(problem);
        }
    }

    private void setUpOperation() {
        operation.setId("operation");
        operation.getStyleClass().add("operation");
        operation.setAccessibleText(Words.text("top.operation"));
        operation.getItems().setAll(Verb.values());
        operation.setConverter(new VerbConverter());
        operation.valueProperty().bindBidirectional(workbench.verbProperty());
    }

    void focusAddress() {
        address.requestFocus();
        address.getEditor().selectAll();
    }

    void focusOid() {
        oid.requestFocus();
        oid.getEditor().selectAll();
    }
}
