package dev.bulkhead.app.notification;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** What stands where no notifications are: why, a way on, a key. */
final class NotificationsEmpty extends VBox {
    private final Label title = Parts.label("notifications-empty-title", "empty-title");
    private final Label text = Parts.label("notifications-empty-text", "muted");
    private final Button listen;
    private final ReceiverViewModel receiver;

    /**
     * Nothing yet.
     *
     * @param key the key that switches the receiver, in words
     * @param send the button that opens the sender
     */
    NotificationsEmpty(ReceiverViewModel receiver, String key, Button send) {
        this.receiver = receiver;
        setId("notifications-empty");
        getStyleClass().add("empty-state");
        text.setWrapText(true);
        listen =
                Parts.button(
                        "notifications-listen", MaterialDesignB.BELL_OUTLINE, receiver::toggle);
        listen.getStyleClass().add(Styles.ACCENT);
        listen.setMinWidth(USE_PREF_SIZE);
        send.setId("notifications-empty-send");
        send.setMinWidth(USE_PREF_SIZE);
        FlowPane buttons = new FlowPane(listen, send);
        buttons.getStyleClass().add("empty-buttons");
        Label hint = Parts.label("notifications-empty-hint", "muted");
        Parts.show(hint, key.isEmpty() ? "" : Words.text("notifications.empty.hint", key));
        getChildren()
                .addAll(
                        Parts.icon(MaterialDesignB.BELL_OUTLINE, "hero"),
                        title,
                        text,
                        buttons,
                        hint);
        receiver.stateProperty().subscribe(_ -> show());
        receiver.settingsProperty().subscribe(_ -> show());
    }

    private void show() {
        String why =
                switch (receiver.stateProperty().get()) {
                    case ReceiverViewModel.State.Off _ -> "off";
                    case ReceiverViewModel.State.Failed _ -> "failed";
                    case ReceiverViewModel.State.Starting _,
                            ReceiverViewModel.State.Listening _,
                            ReceiverViewModel.State.Restarting _ ->
                            "waiting";
                };
        String place = receiver.settingsProperty().get().shortText();
        title.setText(Words.text("notifications.empty." + why + ".title", place));
        text.setText(Words.text("notifications.empty." + why + ".text", place));
        boolean offered = !why.equals("waiting");
        listen.setVisible(offered);
        listen.setManaged(offered);
        listen.setText(
                Words.text(
                        why.equals("failed")
                                ? "button.notifications-again"
                                : "button.notifications-listen"));
    }

    /** Gives the first thing that can be done the focus. */
    void focusFirst() {
        if (listen.isManaged()) {
            listen.requestFocus();
        } else {
            lookup("#notifications-empty-send").requestFocus();
        }
    }
}
