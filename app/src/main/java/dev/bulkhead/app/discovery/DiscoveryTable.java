package dev.bulkhead.app.discovery;

import dev.bulkhead.app.discovery.Sweep.State;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What a sweep found, a line for each device. */
final class DiscoveryTable extends TableView<FoundDevice> {
    private static final double ADDRESS = 170;
    private static final double NAME = 160;
    private static final double DESCRIPTION = 340;
    private static final double CREDENTIAL = 150;
    private static final double TIME = 90;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final Label empty = Parts.words("discovery.state.idle", "placeholder");

    DiscoveryTable(ObservableList<FoundDevice> found) {
        super(found);
        setId("discovery-found");
        getStyleClass().add("data-table");
        setAccessibleText(Words.text("discovery.found"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(empty);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(text("address", ADDRESS, DiscoveryTable::place, "mono-cell"));
        getColumns().add(text("name", NAME, FoundDevice::name));
        getColumns().add(text("description", DESCRIPTION, FoundDevice::description, "muted-cell"));
        getColumns().add(credential());
        getColumns().add(text("time", TIME, DiscoveryTable::time, "number-cell", "muted-cell"));
    }

    private static String place(FoundDevice one) {
        String address = one.address().contains(":") ? "[" + one.address() + "]" : one.address();
        return address + ":" + one.port();
    }

    private static String time(FoundDevice one) {
        return one.roundTrip()
                .map(time -> Words.text("time.millis.fine", time.toNanos() / NANOS_PER_MILLISECOND))
                .orElse("");
    }

    private static TableColumn<FoundDevice, FoundDevice> text(
            String key, double width, Function<FoundDevice, String> words, String... classes) {
        TableColumn<FoundDevice, FoundDevice> column = column(key, width, classes);
        column.setCellFactory(_ ->
                new TableCell<>() {
                    {
                        getStyleClass().addAll(classes);
                    }

                    @Override
                    protected void updateItem(FoundDevice one, boolean none) {
                        super.updateItem(one, none);
                        setText(none || one == null ? null : words.apply(one));
                    }
                });
        return column;
    }

    private static TableColumn<FoundDevice, FoundDevice> column(
            String key, double width, String... classes) {
        TableColumn<FoundDevice, FoundDevice> column =
                new TableColumn<>(Words.text("discovery.column." + key));
        column.setId("discovery-column-" + key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.getStyleClass().addAll(classes);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        return column;
    }

    private static TableColumn<FoundDevice, FoundDevice> credential() {
        TableColumn<FoundDevice, FoundDevice> column = column("credential", CREDENTIAL);
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(FoundDevice one, boolean none) {
                        super.updateItem(one, none);
                        boolean blank = none || one == null;
                        setText(
                                blank
                                        ? null
                                        : one.credential()
                                                .orElseGet(
                                                        () -> Words.text("discovery.none-fits")));
                        setGraphic(blank ? null : mark(one));
                    }
                });
        return column;
    }

    private static FontIcon mark(FoundDevice one) {
        boolean good = one.credential().isPresent();
        FontIcon icon =
                Parts.icon(
                        good
                                ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
                                : MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                        "state-icon");
        Parts.tone(icon, good ? Tone.SUCCESS : Tone.WARNING);
        return icon;
    }

    /** Says why it is empty. */
    void say(State state) {
        empty.setText(Words.text("discovery.empty." + state.name().toLowerCase(Locale.ROOT)));
    }

    /** The chosen devices that can be asked. */
    List<FoundDevice> chosen() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(one -> one != null && one.credential().isPresent())
                .toList();
    }
}
