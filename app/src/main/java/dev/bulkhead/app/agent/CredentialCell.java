package dev.bulkhead.app.agent;

import dev.bulkhead.app.agent.CredentialsViewModel.Item;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

/** A credential in the list: its name, and below what may be told of it. */
final class CredentialCell extends ListCell<Item> {
    private final FontIcon icon = Parts.icon(MaterialDesignK.KEY_VARIANT, "muted");
    private final Label name = new Label();
    private final Label detail = Parts.label("credential-detail", "muted", "small");
    private final Label session = Parts.chip("credential-session", Tone.WARNING);
    private final HBox row = new HBox(icon, new VBox(name, detail), Parts.spacer(), session);

    CredentialCell() {
        row.getStyleClass().add("agent-row");
        session.setText(Words.text("credentials.session"));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Item item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        icon.setIconCode(
                switch (item.outline().kind()) {
                    case COMMUNITY -> MaterialDesignK.KEY_VARIANT;
                    case USER -> MaterialDesignA.ACCOUNT_KEY_OUTLINE;
                    case CERTIFICATE -> MaterialDesignC.CERTIFICATE_OUTLINE;
                });
        name.setText(item.name());
        detail.setText(CredentialText.of(item.outline()));
        session.setVisible(!item.stored());
        setAccessibleText(item.name() + ", " + detail.getText());
        setGraphic(row);
    }
}
