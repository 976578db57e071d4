package dev.bulkhead.app.agent;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The form behind the credential button: a community for v1 and v2c, or a user for v3. */
public final class CredentialForm extends VBox {
    private final CredentialViewModel model = new CredentialViewModel();
    private final GridPane grid = new GridPane();
    private final Label problem = Parts.label("credential-problem", "danger-text");

    /**
     * A form filled with {@code now}.
     *
     * @param use gets the new credential
     */
    public CredentialForm(Credential now, Consumer<Credential> use) {
        getStyleClass().add("credential-form");
        setId("credential-form");
        grid.getStyleClass().add("form-grid");
        model.edit(now);
        Button accept = new Button(Words.text("button.use-credential"));
        accept.setId("use-credential");
        accept.setDefaultButton(true);
        accept.getStyleClass().add(Styles.ACCENT);
        accept.setOnAction(_ -> accept(use));
        HBox row = new HBox(problem, Parts.spacer(), accept);
        row.getStyleClass().add("form-buttons");
        problem.setWrapText(true);
        getChildren().addAll(Parts.words("credential.title", "title"), grid, row);
        model.versionProperty().subscribe(_ -> layOut());
        model.levelProperty().subscribe(_ -> layOut());
    }

    private void accept(Consumer<Credential> use) {
        Parts.show(problem, model.problem().map(key -> Words.text(key)).orElse(""));
        if (model.problem().isEmpty()) {
            use.accept(model.credential());
        }
    }

    private void layOut() {
        grid.getChildren().clear();
        Parts.show(problem, "");
        row(
                "version",
                choice(
                        "version",
                        model.versionProperty(),
                        v -> "v" + v.flag(),
                        SnmpVersion.values()));
        if (model.versionProperty().get() != SnmpVersion.V3) {
            row("community", secret("community", model.communityProperty()));
            return;
        }
        row("user", text("user", model.userProperty()));
        row(
                "level",
                choice(
                        "level",
                        model.levelProperty(),
                        SecurityLevel::rfcName,
                        SecurityLevel.values()));
        if (model.levelProperty().get() != SecurityLevel.NO_AUTH_NO_PRIV) {
            row(
                    "auth",
                    choice(
                            "auth",
                            model.authProtocolProperty(),
                            AuthProtocol::flag,
                            AuthProtocol.values()));
            row("auth-pass", secret("auth-pass", model.authPassphraseProperty()));
        }
        if (model.levelProperty().get() == SecurityLevel.AUTH_PRIV) {
            row(
                    "priv",
                    choice(
                            "priv",
                            model.privProtocolProperty(),
                            PrivProtocol::flag,
                            PrivProtocol.values()));
            row("priv-pass", secret("priv-pass", model.privPassphraseProperty()));
        }
    }

    private void row(String key, Node field) {
        Label label = Parts.words("credential." + key, "key");
        label.setLabelFor(field);
        grid.addRow(grid.getRowCount(), label, field);
    }

    private static TextField text(String key, StringProperty value) {
        return bound(new TextField(), key, value);
    }

    private static TextField secret(String key, StringProperty value) {
        return bound(new PasswordField(), key, value);
    }

    private static TextField bound(TextField field, String key, StringProperty value) {
        field.setId("credential-" + key);
        field.setAccessibleText(Words.text("credential." + key));
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static <T> ComboBox<T> choice(
            String key, ObjectProperty<T> value, Function<T, String> words, T[] all) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setConverter(converter(words));
        box.setId("credential-" + key);
        box.setAccessibleText(Words.text("credential." + key));
        box.valueProperty().bindBidirectional(value);
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
