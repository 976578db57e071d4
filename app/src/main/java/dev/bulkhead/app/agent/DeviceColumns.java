package dev.bulkhead.app.agent;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The columns of the device tree. */
final class DeviceColumns {
    private static final double NAME = 205;
    private static final double ADDRESS = 165;
    private static final double CREDENTIAL = 120;
    private static final double MIBS = 85;
    private static final double SEEN = 205;

    private DeviceColumns() {}

    static List<TreeTableColumn<DeviceNode, DeviceNode>> all() {
        return List.of(
                column("name", NAME, DeviceColumns::name),
                text("address", ADDRESS, d -> d.device().address(), "mono-cell", "muted-cell"),
                text("credential", CREDENTIAL, SavedDevice::credential),
                text("mibs", MIBS, SavedDevice::mibSet),
                column("seen", SEEN, DeviceColumns::seen));
    }

    private static TreeTableColumn<DeviceNode, DeviceNode> text(
            String key, double width, Function<SavedDevice, String> words, String... classes) {
        return column(
                key,
                width,
                (node, cell) -> {
                    cell.setText(
                            node instanceof DeviceNode.One(SavedDevice one)
                                    ? words.apply(one)
                                    : null);
                    cell.setGraphic(null);
                },
                classes);
    }

    private static TreeTableColumn<DeviceNode, DeviceNode> column(
            String key,
            double width,
            BiConsumer<DeviceNode, TreeTableCell<DeviceNode, DeviceNode>> show,
            String... classes) {
        TreeTableColumn<DeviceNode, DeviceNode> column =
                new TreeTableColumn<>(Words.text("devices." + key));
        column.setId("devices-" + key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.getStyleClass().addAll(classes);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
        column.setCellFactory(_ -> new Cell(show, classes));
        return column;
    }

    private static void name(DeviceNode node, TreeTableCell<DeviceNode, DeviceNode> cell) {
        switch (node) {
            case DeviceNode.Group group -> {
                cell.setText(Words.text("devices.group-line", group.name(), group.devices()));
                cell.setGraphic(Parts.icon(MaterialDesignF.FOLDER_OUTLINE, "kind-node"));
            }
            case DeviceNode.One(SavedDevice device) -> {
                cell.setText(device.name());
                boolean offline = device.group().equals(Words.text("devices.group.offline"));
                cell.setGraphic(
                        Parts.icon(
                                offline
                                        ? MaterialDesignR.RECORD_REC
                                        : MaterialDesignR.ROUTER_NETWORK,
                                "muted"));
            }
        }
    }

    private static void seen(DeviceNode node, TreeTableCell<DeviceNode, DeviceNode> cell) {
        if (!(node instanceof DeviceNode.One(SavedDevice device))) {
            cell.setText(null);
            cell.setGraphic(null);
            return;
        }
        LastSeen seen = device.seen();
        FontIcon icon =
                Parts.icon(
                        switch (seen.state()) {
                            case NEVER -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
                            case ANSWERED -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                            case SILENT -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
                        },
                        "state-icon");
        Parts.tone(
                icon,
                switch (seen.state()) {
                    case NEVER -> Tone.NEUTRAL;
                    case ANSWERED -> Tone.SUCCESS;
                    case SILENT -> Tone.DANGER;
                });
        cell.setGraphic(icon);
        cell.setText(
                Words.text(
                        "devices.seen." + seen.state().name().toLowerCase(Locale.ROOT),
                        seen.when().map(DeviceColumns::time).orElse("")));
    }

    /** The time of day if it was today, else the day, too. */
    private static String time(Instant when) {
        ZoneId zone = ZoneId.systemDefault();
        boolean today = LocalDate.ofInstant(when, zone).equals(LocalDate.now(zone));
        DateTimeFormatter format =
                today
                        ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);
        return format.withLocale(Locale.getDefault()).withZone(zone).format(when);
    }

    private static final class Cell extends TreeTableCell<DeviceNode, DeviceNode> {
        private final BiConsumer<DeviceNode, TreeTableCell<DeviceNode, DeviceNode>> show;

        Cell(
                BiConsumer<DeviceNode, TreeTableCell<DeviceNode, DeviceNode>> show,
                String... classes) {
            this.show = show;
            getStyleClass().addAll(classes);
        }

        @Override
        protected void updateItem(DeviceNode node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setText(null);
                setGraphic(null);
            } else {
                show.accept(node, this);
            }
        }
    }
}
