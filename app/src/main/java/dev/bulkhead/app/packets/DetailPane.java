package dev.bulkhead.app.packets;

import dev.bulkhead.app.i18n.Words;
import java.util.Optional;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The chosen packet: its fields left, its octets right. */
final class DetailPane extends SplitPane {
    private static final double FIELDS_SHARE = 0.46;

    private final FieldTree fields = new FieldTree();
    private final HexView octets = new HexView();
    private final ToggleButton asSent = choice("packets-as-sent");
    private final ToggleButton decrypted = choice("packets-decrypted");
    private final BorderPane right = new BorderPane(octets);
    private Optional<PacketDetail> detail = Optional.empty();

    DetailPane(PacketsViewModel model) {
        setId("packets-detail");
        ToggleGroup group = new ToggleGroup();
        asSent.setToggleGroup(group);
        decrypted.setToggleGroup(group);
        asSent.setSelected(true);
        HBox choices = new HBox(asSent, decrypted);
        choices.getStyleClass().add("hex-choices");
        right.setTop(choices);
        getItems().addAll(fields, right);
        setDividerPositions(FIELDS_SHARE);
        fields.getSelectionModel().selectedItemProperty().subscribe(_ -> mark());
        asSent.setOnAction(_ -> choose(false));
        decrypted.setOnAction(_ -> choose(true));
        model.detailProperty().subscribe(this::show);
    }

    private static ToggleButton choice(String id) {
        ToggleButton button = new ToggleButton(Words.text("button." + id));
        button.setId(id);
        return button;
    }

    private void show(Optional<PacketDetail> shown) {
        int kept = fields.getSelectionModel().getSelectedIndex();
        boolean same =
                shown.isPresent()
                        && detail.filter(old -> old.packet().equals(shown.get().packet()))
                                .isPresent();
        detail = shown;
        fields.show(shown);
        decrypted.setDisable(shown.filter(packet -> packet.plain().length > 0).isEmpty());
        choose(false);
        if (same) {
            fields.getSelectionModel().select(kept);
        }
    }

    /** Shows one of the two texts of an encrypted message; one of them is always chosen. */
    private void choose(boolean plain) {
        asSent.setSelected(!plain);
        decrypted.setSelected(plain);
        paint();
    }

    /** Shows where the chosen field stands. */
    private void mark() {
        fields.chosen().ifPresentOrElse(line -> choose(line.field().opened()), this::paint);
    }

    private void paint() {
        boolean plain = decrypted.isSelected();
        byte[] shown =
                detail.map(packet -> plain ? packet.plain() : packet.octets()).orElse(new byte[0]);
        octets.show(
                fields.chosen()
                        .map(PacketDetail.Line::field)
                        .filter(field -> field.opened() == plain)
                        .map(field ->
                                new HexDump(shown, field.from(), end(field.from(), field.length())))
                        .orElseGet(() -> new HexDump(shown, 0, 0)));
    }

    private static int end(int from, int length) {
        return (int) Math.min(Integer.MAX_VALUE, (long) from + length);
    }

    /** The chosen field as it is shown, or the whole packet's fields; "" if none is chosen. */
    String text() {
        return fields.chosen()
                .map(line -> line.value().isEmpty() ? line.label() : line.value())
                .or(() -> detail.map(PacketDetail::text))
                .orElse("");
    }

    boolean hasFocus() {
        return fields.isFocused() || octets.isFocused();
    }
}
