package dev.bulkhead.app.agent;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.agent.CredentialsViewModel.Item;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.PaneBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.engine.job.Credential;
import java.io.File;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The Credentials tab: the list, and the form of one of them. */
public final class CredentialsView extends BorderPane {
    private final AgentDesk desk;
    private final ListView<Item> list = new ListView<>();
    private final ScrollPane place = new ScrollPane();
    private final Label where = Parts.label("credentials-place", "muted");
    private final Button lock;

    public CredentialsView(AgentDesk desk) {
        this.desk = desk;
        setId("credentials-pane");
        AgentStyle.on(this);
        lock =
                Parts.button(
                        "lock-credentials",
                        MaterialDesignL.LOCK_OUTLINE,
                        () -> desk.unlock().lock());
        CredentialsViewModel model = desk.credentials();
        setTop(
                new VBox(
                        bar(),
                        new UndoBar("credentials-undo", model.undoProperty(), model::forgetUndo)));
        setUpList(model);
        setCenter(list);
        where.setWrapText(true);
        where.getStyleClass().add("form-note");
        setBottom(where);
        place.setId("credential-place");
        place.getStyleClass().add("form-place");
        place.setFitToWidth(true);
        place.setAccessibleText(Words.text("credential.title"));
        setRight(place);
        desk.unlock().openProperty().subscribe(this::showOpen);
        model.items().subscribe(() -> showOpen(desk.unlock().openProperty().get()));
        add();
    }

    private PaneBar bar() {
        PaneBar bar = new PaneBar("credentials");
        bar.title().setText(Words.text("credentials.title"));
        bar.addTools(
                Parts.button("add-credential", MaterialDesignP.PLUS, this::addAnother),
                lock,
                Parts.iconButton(
                        "change-passphrase",
                        MaterialDesignF.FORM_TEXTBOX_PASSWORD,
                        () -> desk.unlock().changePassphrase(() -> {})),
                Parts.iconButton("import-net-snmp", MaterialDesignI.IMPORT, this::importNetSnmp),
                Parts.iconButton(
                        "export-credentials", MaterialDesignE.EXPORT_VARIANT, this::export));
        return bar;
    }

    private void setUpList(CredentialsViewModel model) {
        list.setId("credential-list");
        list.getStyleClass().add("agent-list");
        list.setAccessibleText(Words.text("credentials.accessible"));
        list.setItems(model.items());
        list.setPlaceholder(none());
        list.setCellFactory(_ -> new CredentialCell());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                edit();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER || code == KeyCode.F2) {
            edit(CredentialForm::focus);
        } else if (code == KeyCode.DELETE) {
            delete();
        } else if (code == KeyCode.INSERT) {
            addAnother();
        } else {
            return;
        }
        event.consume();
    }

    private void chosen(Consumer<String> deed) {
        Item item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            deed.accept(item.name());
        }
    }

    private void showOpen(boolean open) {
        lock.setDisable(!open);
        where.setText(desk.credentials().place());
    }

    /** An empty form for another one. */
    public void add() {
        show(Optional.empty(), form(Optional.empty()).titled(Words.text("credential.new")));
    }

    private VBox none() {
        Label text = Parts.words("credentials.none.text", "muted");
        text.setWrapText(true);
        Button add = Parts.button("credential-first", MaterialDesignP.PLUS, this::addAnother);
        add.getStyleClass().add(Styles.ACCENT);
        VBox none =
                new VBox(
                        Parts.icon(MaterialDesignK.KEY_VARIANT, "hero"),
                        Parts.words("credentials.none.title", "empty-title"),
                        text,
                        add,
                        Parts.words("credentials.none.hint", "muted"));
        none.setId("credentials-empty");
        none.getStyleClass().add("empty-state");
        return none;
    }

    private void addAnother() {
        add();
        applyCss();
        if (place.getContent() instanceof CredentialForm form) {
            form.focusName();
        }
    }

    /** A form with the chosen one. */
    public void edit() {
        edit(_ -> {});
    }

    private void edit(Consumer<CredentialForm> then) {
        chosen(name ->
                desk.credentials()
                        .get(
                                name,
                                found -> {
                                    CredentialForm form = form(Optional.of(name)).edit(found);
                                    show(Optional.of(name), form);
                                    applyCss();
                                    then.accept(form);
                                }));
    }

    /** Another one like the chosen. */
    public void duplicate() {
        chosen(desk.credentials()::duplicate);
    }

    /** Forgets the chosen one; can be undone. */
    public void delete() {
        chosen(desk.credentials()::delete);
    }

    private CredentialForm form(Optional<String> instead) {
        return new CredentialForm(
                desk.purpose(
                        new CredentialForm.Ends() {
                            @Override
                            public void use(
                                    Credential credential, Optional<NamedCredential> named) {
                                named.filter(_ -> instead.isEmpty())
                                        .ifPresent(desk.credentials()::keepForSession);
                                desk.choose(credential, named.map(NamedCredential::name));
                            }

                            @Override
                            public void save(NamedCredential named) {
                                desk.credentials().save(named, instead, () -> saved(named.name()));
                            }
                        }));
    }

    private void saved(String name) {
        desk.credentials().item(name).ifPresent(item -> list.getSelectionModel().select(item));
        edit();
    }

    private void show(Optional<String> name, CredentialForm form) {
        Button use = Parts.button("choose-credential", MaterialDesignK.KEY_VARIANT, () -> {});
        name.ifPresent(stored -> {
            use.setOnAction(_ -> desk.choose(stored));
            Button copy =
                    Parts.button("copy-credential", MaterialDesignC.CONTENT_COPY, this::duplicate);
            Button delete =
                    Parts.button(
                            "delete-credential", MaterialDesignT.TRASH_CAN_OUTLINE, this::delete);
            delete.getStyleClass().add(Styles.DANGER);
            HBox more = new HBox(use, copy, delete);
            more.getStyleClass().add("form-buttons");
            form.getChildren().add(more);
        });
        place.setContent(form);
    }

    /** Gives the focus to the list. */
    public void focus() {
        list.requestFocus();
    }

    /** Shows what net-snmp's files offer, where the form is. */
    public void importNetSnmp() {
        importNetSnmp(desk.netSnmp());
    }

    /** The same with what a model has read, or will. */
    public void importNetSnmp(NetSnmpViewModel model) {
        NetSnmpPane pane = new NetSnmpPane(model, this::add);
        place.setContent(pane);
        place.setVvalue(0);
        pane.focusFirst();
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("button.export-credentials"));
        chooser.setInitialFileName("bulkhead-credentials.vault");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            desk.unlock().export(chosen.toPath(), () -> {});
        }
    }
}
