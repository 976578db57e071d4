package dev.bulkhead.app.packets;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The list of packets, oldest first. Texts are made for the rows on screen only. */
final class PacketTable extends TableView<PacketLine> {
    private static final double SCROLL_BAR = 12;

    PacketTable(PacketsViewModel model) {
        super(model.rows());
        setId("packets-table");
        getStyleClass().add("data-table");
        setAccessibleText(Words.text("packets.table.accessible"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Region());
        number("time", 92, line -> PacketWords.millis(line.since()));
        column("way", 92, line -> Words.text(way(line)), PacketTable::wayIcon);
        text("peer", 136, line -> line.peer(), "mono-cell", "muted-cell");
        text("type", 88, PacketLine::type);
        number("request", 96, PacketLine::requestId);
        column("error", 152, PacketTable::error, PacketTable::errorIcon);
        TableColumn<PacketLine, PacketLine> summary =
                text("summary", 260, line -> PacketWords.summary(line.packet(), model.names()));
        number("size", 60, line -> Integer.toString(line.size()));
        summary.setPrefWidth(260);
        widthProperty().subscribe(width -> widen(summary, width.doubleValue()));
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> {
                    if (line != null) {
                        model.chosenProperty().set(Optional.of(line));
                    }
                });
    }

    /** The summary takes the room that the others leave. */
    private void widen(TableColumn<PacketLine, PacketLine> summary, double width) {
        double others =
                getColumns().stream()
                        .filter(column -> !column.equals(summary))
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
        summary.setPrefWidth(Math.max(160, width - others - SCROLL_BAR));
    }

    private static String way(PacketLine line) {
        return line.packet().sent() ? "packets.sent" : "packets.received";
    }

    private static Optional<Node> wayIcon(PacketLine line) {
        return Optional.of(
                line.packet().sent()
                        ? Parts.icon(MaterialDesignA.ARROW_RIGHT, "packet-icon", "muted")
                        : Parts.icon(MaterialDesignA.ARROW_LEFT, "packet-icon", "accent-text"));
    }

    private static String error(PacketLine line) {
        if (!line.packet().problem().isEmpty()) {
            return Words.text("packets.broken");
        }
        return line.type().equals("REPORT")
                ? Words.text("packets.report")
                : Inert.text(line.error());
    }

    private static Optional<Node> errorIcon(PacketLine line) {
        return error(line).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Parts.icon(
                                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                                "packet-icon",
                                Tone.DANGER.styleClass() + "-text"));
    }

    private TableColumn<PacketLine, PacketLine> number(
            String key, double width, Function<PacketLine, String> words) {
        return text(key, width, words, "number-cell");
    }

    private TableColumn<PacketLine, PacketLine> text(
            String key, double width, Function<PacketLine, String> words, String... classes) {
        TableColumn<PacketLine, PacketLine> column =
                column(key, width, words, _ -> Optional.empty());
        column.getStyleClass().addAll(classes);
        return column;
    }

    private TableColumn<PacketLine, PacketLine> column(
            String key,
            double width,
            Function<PacketLine, String> words,
            Function<PacketLine, Optional<Node>> icon) {
        TableColumn<PacketLine, PacketLine> column =
                new TableColumn<>(Words.text("packets.column." + key));
        column.setId("packets-column-" + key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(words, icon));
        getColumns().add(column);
        return column;
    }

    /** The chosen packets, in order. */
    List<PacketLine> selected() {
        return getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    private static final class Cell extends TableCell<PacketLine, PacketLine> {
        private final Function<PacketLine, String> words;
        private final Function<PacketLine, Optional<Node>> icon;

        Cell(Function<PacketLine, String> words, Function<PacketLine, Optional<Node>> icon) {
            this.words = words;
            this.icon = icon;
        }

        @Override
        protected void updateItem(PacketLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean blank = empty || line == null;
            setText(blank ? null : words.apply(line));
            setGraphic(blank ? null : icon.apply(line).orElse(null));
        }
    }
}
