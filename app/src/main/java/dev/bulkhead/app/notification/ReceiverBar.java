package dev.bulkhead.app.notification;

import atlantafx.base.theme.Styles;
import dev.bulkhead.app.fx.ClipboardText;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Where the receiver listens, and, where it cannot, why and the command that helps. */
final class ReceiverBar extends VBox {
    private static final Pattern COMMAND = Pattern.compile("(sudo [^.]*\\S)(\\.(\\s.*)?)?$");
    private static final int MOST_PER_SECOND = 999_999;

    private final NotificationDesk desk;
    private final TextField places = new TextField();
    private final TextField limit = new TextField();
    private final Label wrong = Parts.label("receiver-wrong", "danger-text");
    private final HBox row;
    private final SecureRow secure;
    private final VBox failure = new VBox();
    private final Label why = Parts.label("receiver-why", "receiver-why");
    private final Label advice = Parts.label("receiver-advice");
    private final Label after = Parts.label("receiver-after");
    private final HBox commandRow = new HBox();
    private final Label command = Parts.label("receiver-command", "mono");
    private final HBox locked;
    private final Label lockedText = Parts.label("receiver-locked-text");
    private boolean opened;

    ReceiverBar(NotificationDesk desk) {
        this.desk = desk;
        setId("receiver-bar");
        getStyleClass().add("receiver-bar");
        places.setId("receiver-places");
        places.setPromptText(Words.text("receiver.places.prompt"));
        places.setOnAction(_ -> apply());
        HBox.setHgrow(places, Priority.ALWAYS);
        limit.setId("receiver-limit");
        limit.getStyleClass().add("receiver-limit");
        limit.setOnAction(_ -> apply());
        Label placesLabel = Parts.words("receiver.places", "key");
        placesLabel.setLabelFor(places);
        placesLabel.setMinWidth(USE_PREF_SIZE);
        places.setAccessibleText(Words.text("receiver.places"));
        Label limitLabel = Parts.words("receiver.limit", "key");
        limitLabel.setLabelFor(limit);
        limitLabel.setMinWidth(USE_PREF_SIZE);
        limit.setAccessibleText(Words.text("receiver.limit"));
        Button listen = Parts.button("receiver-listen", MaterialDesignP.PLAY, this::apply);
        listen.getStyleClass().add(Styles.ACCENT);
        listen.setMinWidth(USE_PREF_SIZE);
        Button close = Parts.iconButton("receiver-close", MaterialDesignC.CLOSE, this::close);
        row = new HBox(placesLabel, places, limitLabel, limit, listen, close);
        row.getStyleClass().addAll("pane-bar", "receiver-row");
        wrong.setWrapText(true);
        locked = locked();
        secure = new SecureRow(desk::certificates, this::apply);
        places.textProperty().subscribe(_ -> showSecure());
        getChildren().addAll(row, secure, wrong, failure(), locked);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && opened) {
                        close();
                        event.consume();
                    }
                });
        Parts.show(wrong, "");
        desk.receiver().stateProperty().subscribe(this::show);
    }

    private Node failure() {
        failure.setId("receiver-failure");
        failure.getStyleClass().add("receiver-failure");
        why.setGraphic(Parts.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "danger-text"));
        why.setWrapText(true);
        advice.setWrapText(true);
        command.setWrapText(true);
        HBox.setHgrow(command, Priority.ALWAYS);
        command.setMaxWidth(Double.MAX_VALUE);
        commandRow.getStyleClass().add("receiver-command");
        commandRow
                .getChildren()
                .addAll(
                        command,
                        Parts.iconButton(
                                "receiver-copy",
                                MaterialDesignC.CONTENT_COPY,
                                () -> ClipboardText.put(command.getText())));
        after.setWrapText(true);
        failure.getChildren().addAll(why, advice, commandRow, after);
        return failure;
    }

    private HBox locked() {
        lockedText.setWrapText(true);
        HBox.setHgrow(lockedText, Priority.ALWAYS);
        lockedText.setMaxWidth(Double.MAX_VALUE);
        Button unlock =
                Parts.button("receiver-unlock", MaterialDesignL.LOCK_OPEN_OUTLINE, desk::unlock);
        unlock.getStyleClass().add("small-button");
        unlock.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(Parts.icon(MaterialDesignL.LOCK_OUTLINE), lockedText, unlock);
        box.setId("receiver-locked");
        box.getStyleClass().addAll("notice-bar", "warning");
        return box;
    }

    /** Shows the fields, for the user to change them. */
    void open() {
        ReceiverSettings settings = desk.receiver().settingsProperty().get();
        places.setText(settings.places());
        limit.setText(Integer.toString(settings.maxPerSecond()));
        secure.show(settings.secure());
        opened = true;
        show(desk.receiver().stateProperty().get());
        places.requestFocus();
        places.selectAll();
    }

    void close() {
        opened = false;
        Parts.show(wrong, "");
        show(desk.receiver().stateProperty().get());
    }

    private void apply() {
        String typed = limit.getText().strip();
        boolean number = typed.matches("\\d{1,6}") && Integer.parseInt(typed) > 0;
        if (!number) {
            Parts.show(wrong, Words.text("receiver.wrong.limit", MOST_PER_SECOND));
            return;
        }
        ReceiverSettings wanted =
                new ReceiverSettings(
                        true, places.getText(), Integer.parseInt(typed), secure.typed());
        try {
            boolean needsOurs = ReceiverSettings.isSecure(wanted.endpoints());
            wanted.secure().accepted();
            if (needsOurs && wanted.secure().certificate().isEmpty()) {
                Parts.show(wrong, Words.text("receiver.wrong.certificate"));
                return;
            }
        } catch (IllegalArgumentException e) {
            Parts.show(wrong, String.valueOf(e.getMessage()));
            return;
        }
        Parts.show(wrong, "");
        opened = false;
        desk.receiver().change(wanted);
    }

    private void show(ReceiverViewModel.State state) {
        boolean failed = state instanceof ReceiverViewModel.State.Failed;
        if (failed && !opened) {
            ReceiverSettings settings = desk.receiver().settingsProperty().get();
            places.setText(settings.places());
            limit.setText(Integer.toString(settings.maxPerSecond()));
            secure.show(settings.secure());
        }
        show(row, opened || failed);
        showSecure();
        show(failure, failed);
        if (state instanceof ReceiverViewModel.State.Failed(String reason, String help)) {
            showFailure(reason, help);
        }
        refresh();
    }

    private void showSecure() {
        show(secure, row.isVisible() && SecureRow.isFor(places.getText()));
    }

    /** The engine's advice may have a command at its end, or before a last sentence. */
    private void showFailure(String reason, String help) {
        why.setText(
                reason.isEmpty()
                        ? ""
                        : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1));
        Optional<String> found =
                Optional.of(COMMAND.matcher(help)).filter(Matcher::find).map(m -> m.group(1));
        int at = found.map(help::indexOf).orElse(help.length());
        Parts.show(advice, help.substring(0, at).strip());
        command.setText(found.orElse(""));
        show(commandRow, found.isPresent());
        String rest = help.substring(at + command.getText().length());
        Parts.show(after, rest.replaceFirst("^[.\\s]+", ""));
    }

    /** Looks whether stored users are out of reach. */
    void refresh() {
        long out =
                desk.receiver().stateProperty().get() instanceof ReceiverViewModel.State.Off
                        ? 0
                        : desk.shelf().lockedUsers();
        show(locked, out > 0);
        if (out > 0) {
            lockedText.setText(Words.text("receiver.locked", out));
        }
        show(
                this,
                row.isVisible() || failure.isVisible() || locked.isVisible() || wrong.isVisible());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
