package dev.bulkhead.app.agent;

import dev.bulkhead.app.agent.CredentialViewModel.Kind;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.SecurityLevel;
import java.io.File;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The fields of a credential; those that its kind and level have. */
final class CredentialGrid extends GridPane {
    private final CredentialViewModel model;
    private boolean more;

    CredentialGrid(CredentialViewModel model) {
        this.model = model;
        getStyleClass().add("form-grid");
        model.kindProperty().subscribe(_ -> layOut());
        model.levelProperty().subscribe(_ -> layOut());
    }

    private void layOut() {
        getChildren().clear();
        TextField name = text("name", model.nameProperty());
        name.setPromptText(Words.text("credential.name.prompt"));
        row("name", name);
        row(
                "version",
                choice("version", model.kindProperty(), CredentialGrid::kind, Kind.values()));
        switch (model.kindProperty().get()) {
            case V1, V2C -> row("community", secret("community", model.communityProperty()));
            case V3 -> userRows();
            case CERTIFICATE -> certificateRows();
        }
    }

    private static String kind(Kind kind) {
        return Words.text("credential.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private void userRows() {
        row("user", text("user", model.userProperty()));
        row(
                "level",
                choice(
                        "level",
                        model.levelProperty(),
                        SecurityLevel::rfcName,
                        SecurityLevel.values()));
        SecurityLevel level = model.levelProperty().get();
        if (level != SecurityLevel.NO_AUTH_NO_PRIV) {
            row(
                    "auth",
                    choice(
                            "auth",
                            model.authProtocolProperty(),
                            AuthProtocol::flag,
                            AuthProtocol.values()));
            row("auth-pass", secret("auth-pass", model.authPassphraseProperty()));
        }
        if (level == SecurityLevel.AUTH_PRIV) {
            row(
                    "priv",
                    choice(
                            "priv",
                            model.privProtocolProperty(),
                            CredentialGrid::priv,
                            PrivProtocol.values()));
            row("priv-pass", secret("priv-pass", model.privPassphraseProperty()));
        }
        moreRows();
    }

    /** The two that lengthen keys each in their way must be told apart. */
    private static String priv(PrivProtocol protocol) {
        return switch (protocol.extension()) {
            case NONE -> protocol.flag();
            case BLUMENTHAL -> Words.text("credential.priv.blumenthal", protocol.flag());
            case REEDER -> Words.text("credential.priv.reeder", protocol.flag());
        };
    }

    private void certificateRows() {
        CertificateFields files = model.certificate();
        row("identity", file("identity", files.identityProperty(), false));
        row("key", file("key", files.keyProperty(), false));
        row("key-password", secret("key-password", files.passwordProperty()));
        row("trusted", file("trusted", files.trustedProperty(), true));
        TextField print = text("fingerprint", files.fingerprintProperty());
        print.setPromptText(Words.text("credential.fingerprint.prompt"));
        row("fingerprint", print);
        TextField peer = text("peer-name", files.peerNameProperty());
        peer.setPromptText(Words.text("credential.peer-name.prompt"));
        row("peer-name", peer);
        moreRows();
    }

    private void moreRows() {
        more |=
                !model.contextNameProperty().get().isEmpty()
                        || !model.contextEngineIdProperty().get().isEmpty()
                        || !model.securityEngineIdProperty().get().isEmpty();
        if (!more) {
            Hyperlink link = new Hyperlink(Words.text("credential.more"));
            link.setId("credential-more");
            link.setOnAction(_ -> {
                more = true;
                layOut();
            });
            add(link, 1, getRowCount());
            return;
        }
        row("context", text("context", model.contextNameProperty()));
        row("context-engine", hex("context-engine", model.contextEngineIdProperty()));
        if (model.kindProperty().get() == Kind.V3) {
            row("engine", hex("engine", model.securityEngineIdProperty()));
        }
    }

    private void row(String key, Node field) {
        Label label = Parts.words("credential." + key, "key");
        label.setLabelFor(field instanceof SecretField secret ? secret.field() : field);
        addRow(getRowCount(), label, field);
        GridPane.setHgrow(field, Priority.ALWAYS);
    }

    private static TextField text(String key, StringProperty value) {
        TextField field = new TextField();
        field.setId("credential-" + key);
        field.setAccessibleText(Words.text("credential." + key));
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static TextField hex(String key, StringProperty value) {
        TextField field = text(key, value);
        field.getStyleClass().add("mono");
        field.setPromptText(Words.text("credential." + key + ".prompt"));
        return field;
    }

    private static SecretField secret(String key, StringProperty value) {
        return new SecretField("credential-" + key, Words.text("credential." + key), value);
    }

    private static HBox file(String key, StringProperty value, boolean several) {
        TextField field = text(key, value);
        field.setPromptText(Words.text("credential." + key + ".prompt"));
        Button open =
                Parts.iconButton(
                        "choose-file",
                        MaterialDesignF.FOLDER_OPEN_OUTLINE,
                        () -> choose(field, several));
        open.setId("credential-" + key + "-file");
        HBox row = new HBox(field, open);
        row.getStyleClass().add("secret-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        return row;
    }

    private static void choose(TextField field, boolean several) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.text("credential.choose-file"));
        File chosen = chooser.showOpenDialog(field.getScene().getWindow());
        if (chosen != null) {
            boolean add = several && !field.getText().isBlank();
            field.setText((add ? field.getText() + File.pathSeparator : "") + chosen);
        }
    }

    private static <T> ComboBox<T> choice(
            String key, ObjectProperty<T> value, Function<T, String> words, T[] all) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setConverter(converter(words));
        box.setId("credential-" + key);
        box.setAccessibleText(Words.text("credential." + key));
        box.valueProperty().bindBidirectional(value);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static <T> StringConverter<T> converter(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
