package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** What a receiver over TLS and DTLS needs: its own certificate, and whom it lets in. */
final class SecureRow extends HBox {
    private final Supplier<List<String>> names;
    private final ComboBox<String> certificate = new ComboBox<>();
    private final TextField senders = new TextField();

    /** A row that offers these certificates. */
    SecureRow(Supplier<List<String>> names, Runnable apply) {
        this.names = names;
        setId("receiver-secure");
        getStyleClass().addAll("pane-bar", "receiver-row");
        certificate.setId("receiver-certificate");
        certificate.setMinWidth(USE_PREF_SIZE);
        certificate.setConverter(new NameConverter());
        certificate.setOnShowing(_ -> offer());
        senders.setId("receiver-senders");
        senders.getStyleClass().add("mono");
        senders.setPromptText(Words.text("receiver.senders.prompt"));
        senders.setOnAction(_ -> apply.run());
        setHgrow(senders, Priority.ALWAYS);
        Label ours = Parts.words("receiver.certificate", "key");
        ours.setLabelFor(certificate);
        ours.setMinWidth(USE_PREF_SIZE);
        certificate.setAccessibleText(ours.getText());
        Label theirs = Parts.words("receiver.senders", "key");
        theirs.setLabelFor(senders);
        theirs.setMinWidth(USE_PREF_SIZE);
        senders.setAccessibleText(theirs.getText());
        getChildren().addAll(ours, certificate, theirs, senders);
    }

    /** Whether a text names places for TLS or DTLS. */
    static boolean isFor(String places) {
        return places.toLowerCase(Locale.ROOT).contains("tls:");
    }

    private void offer() {
        String before = certificate.getValue();
        certificate.getItems().setAll(names.get());
        if (before != null && !before.isEmpty() && !certificate.getItems().contains(before)) {
            certificate.getItems().add(before);
        }
        certificate.setValue(before);
    }

    void show(ReceiverSettings.Secure secure) {
        String only = names.get().size() == 1 ? names.get().getFirst() : "";
        certificate.setValue(secure.certificate().isEmpty() ? only : secure.certificate());
        offer();
        senders.setText(secure.senders());
    }

    /** What the user wants. */
    ReceiverSettings.Secure typed() {
        String name = certificate.getValue() == null ? "" : certificate.getValue();
        return new ReceiverSettings.Secure(name, senders.getText().strip());
    }

    private static final class NameConverter extends StringConverter<String> {
        @Override
        public String toString(String name) {
            return name == null || name.isEmpty() ? Words.text("receiver.certificate.none") : name;
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
