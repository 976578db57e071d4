package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** The receiver's switch for the status bar: a bell and the port, its state in mark and words. */
public final class ReceiverSwitch extends ToggleButton {
    private final ReceiverViewModel model;
    private final FontIcon bell = Parts.icon(MaterialDesignB.BELL_OFF_OUTLINE, "state-icon");

    public ReceiverSwitch(ReceiverViewModel model) {
        this.model = model;
        setId("receiver-switch");
        getStyleClass().addAll("status-button", "receiver-switch");
        getStylesheets().add(NotificationStyle.sheet());
        setGraphic(bell);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> {
            model.toggle();
            show();
        });
        model.stateProperty().subscribe(_ -> show());
        model.settingsProperty().subscribe(_ -> show());
    }

    private void show() {
        ReceiverViewModel.State state = model.stateProperty().get();
        setSelected(model.isOn());
        setText(model.settingsProperty().get().shortText());
        Parts.tone(bell, tone(state));
        bell.setIconCode(
                switch (state) {
                    case ReceiverViewModel.State.Off _ -> MaterialDesignB.BELL_OFF_OUTLINE;
                    case ReceiverViewModel.State.Starting _ -> MaterialDesignB.BELL_SLEEP_OUTLINE;
                    case ReceiverViewModel.State.Listening _ -> MaterialDesignB.BELL_OUTLINE;
                    case ReceiverViewModel.State.Restarting _, ReceiverViewModel.State.Failed _ ->
                            MaterialDesignB.BELL_ALERT_OUTLINE;
                });
        Parts.explain(
                this,
                Words.text(
                        "receiver.switch",
                        model.settingsProperty().get().shortText(),
                        model.words()));
    }

    static Tone tone(ReceiverViewModel.State state) {
        return switch (state) {
            case ReceiverViewModel.State.Off _ -> Tone.NEUTRAL;
            case ReceiverViewModel.State.Starting _ -> Tone.ACCENT;
            case ReceiverViewModel.State.Listening _ -> Tone.SUCCESS;
            case ReceiverViewModel.State.Restarting _ -> Tone.WARNING;
            case ReceiverViewModel.State.Failed _ -> Tone.DANGER;
        };
    }
}
