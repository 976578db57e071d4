package dev.bulkhead.app.table;

import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Showing;
import dev.bulkhead.app.fx.UiTicker;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.FailurePanel;
import dev.bulkhead.app.query.NoticeBar;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** One table: bar, notices and the grid, as it stands or turned. */
public final class TableTab extends BorderPane implements AutoCloseable {
    static final String STYLESHEET =
            Objects.requireNonNull(TableTab.class.getResource("table.css")).toExternalForm();

    /** Visible cells are repainted so often at most, and only if something is new: 3.3 Hz. */
    private static final Duration REPAINT = Duration.ofMillis(300);

    private final TableViewModel model;
    private final TableBar bar;
    private final TableNotices notices;
    private final NoticeBar limits = new NoticeBar("table-limits");
    private final FailurePanel failure;
    private final ScrollPane failureArea;
    private final TableEmpty empty;
    private final GridTable grid;
    private final TurnedTable turned;
    private final UiTicker.Painter painter;

    /**
     * What the view is given to offer.
     *
     * @param remedies buttons for when there is no answer
     * @param tries buttons for when there are no rows
     */
    public record Offers(Commands commands, List<Button> remedies, List<Button> tries) {}

    /** Cells that are chosen of one device: their values, each once. */
    public record Selection(GridDevice device, List<VarBind> values) {
        public List<Oid> instances() {
            return values.stream().map(VarBind::name).toList();
        }
    }

    /** A tab that starts to read at once. */
    public TableTab(TableViewModel model, UiTicker ticker, Offers offers) {
        this.model = model;
        setId("table-pane");
        getStylesheets().add(STYLESHEET);
        bar = new TableBar(model, offers.commands());
        notices = new TableNotices(model);
        grid = new GridTable(model);
        turned = new TurnedTable(model);
        empty = new TableEmpty(offers.tries());
        failure = new FailurePanel(offers.remedies());
        failureArea = new ScrollPane(failure);
        failureArea.getStyleClass().add("failure-area");
        failureArea.setFitToWidth(true);
        failureArea.setAccessibleText(Words.text("results.failure"));
        setTop(new VBox(bar, notices, limits));
        setCenter(new StackPane(grid, turned, empty, failureArea));
        bar.rotate().selectedProperty().subscribe(this::paint);
        painter = ticker.registerEvery(REPAINT, this::tick);
        model.refresh();
        paint();
    }

    /** Adds a button to the bar. */
    public void addTool(Button tool) {
        bar.addTool(tool);
    }

    /** Reads the table again. */
    public void refresh() {
        model.refresh();
        painter.markDirty();
    }

    private void tick() {
        model.tick();
        if (Showing.isShowing(this)) {
            paint();
        }
    }

    private void paint() {
        Optional<DeviceTable> silent =
                model.size() == 0
                        ? model.devices().stream()
                                .filter(device -> device.silence().isPresent())
                                .findFirst()
                        : Optional.empty();
        bar.repaint();
        notices.repaint(silent);
        paintLimits();
        failureArea.setVisible(silent.isPresent());
        silent.ifPresent(device ->
                failure.show(
                        device.silence().orElseThrow(),
                        device.device().label(),
                        device.examination()));
        boolean bare = silent.isPresent() || paintEmpty();
        grid.setVisible(!bare && !isRotated());
        turned.setVisible(!bare && isRotated());
        if (model.takeNews() || isRotated()) {
            paintCells();
        }
    }

    private void paintCells() {
        if (isRotated()) {
            turned.repaint();
        } else {
            grid.repaint();
        }
    }

    /** Says why there is nothing to see; false if there is, or if it may come any moment. */
    private boolean paintEmpty() {
        empty.hide();
        if (!model.rows().isEmpty()) {
            return false;
        }
        String table = model.question().name();
        String devices =
                model.gridDevices().stream()
                        .map(GridDevice::label)
                        .collect(Collectors.joining(", "));
        if (model.size() > 0) {
            empty.nonePasses(model.filterProperty().get(), model.size());
        } else if (model.devices().stream().allMatch(DeviceTable::isEmpty)) {
            empty.noRows(table, devices);
        } else if (bar.isSlow()) {
            empty.reading(table, devices);
        }
        return empty.isVisible() && model.size() == 0;
    }

    private void paintLimits() {
        long dropped = model.devices().stream().mapToLong(d -> d.grid().dropped()).sum();
        boolean traces = model.devices().stream().anyMatch(d -> d.grid().isTraceLimit());
        List<String> told = new ArrayList<>();
        if (dropped > 0) {
            told.add(Words.text("table.dropped", dropped, TableGrid.ROW_LIMIT));
        }
        if (traces) {
            told.add(Words.text("table.trace-limit", TableGrid.TRACE_LIMIT));
        }
        limits.show(String.join(" ", told), Tone.WARNING);
    }

    public TableViewModel model() {
        return model;
    }

    private boolean isRotated() {
        return bar.rotate().isSelected();
    }

    /** Turns the table by a quarter, or back. */
    void rotate() {
        bar.rotate().setSelected(!isRotated());
        (isRotated() ? turned : grid).requestFocus();
    }

    /** Puts the focus where the next key should go: into the grid. */
    public void focusGrid() {
        (isRotated() ? turned : grid).requestFocus();
    }

    /** Puts the focus into the filter field. */
    public void focusFilter() {
        bar.focusFilter();
    }

    void focusInterval() {
        bar.focusInterval();
    }

    /** Opens the list of columns to choose from. */
    PopOver chooseColumns() {
        List<GridColumn> all = model.choosable();
        List<PickItem> items =
                all.stream()
                        .map(column ->
                                new PickItem(
                                        column.id(), column.fullTitle(), "", model.isShown(column)))
                        .toList();
        CheckPicker picker =
                new CheckPicker(
                        "table-columns-picker", items, () -> model.showOnly(chosen(all, items)));
        Button usual = new Button(Words.text("table.picker.usual"));
        usual.setId("table-columns-usual");
        picker.addButton(usual);
        PopOver shown = picker.showAt(bar.columnsButton());
        usual.setOnAction(_ -> {
            model.resetColumns();
            shown.hide();
        });
        shown.setOnHidden(_ -> focusGrid());
        return shown;
    }

    private static <T> List<T> chosen(List<T> all, List<PickItem> items) {
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (items.get(i).isChosen()) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }

    /** Opens the list of devices to read too. */
    PopOver chooseDevices(List<GridDevice> known) {
        Map<String, GridDevice> all = new LinkedHashMap<>();
        model.gridDevices().forEach(device -> all.put(device.label(), device));
        known.forEach(device -> all.putIfAbsent(device.label(), device));
        List<GridDevice> devices = List.copyOf(all.values());
        List<String> read = model.gridDevices().stream().map(GridDevice::label).toList();
        List<PickItem> items =
                devices.stream()
                        .map(device ->
                                new PickItem(
                                        device.label(),
                                        device.label(),
                                        device.target().address().equals(device.label())
                                                ? ""
                                                : device.target().address(),
                                        read.contains(device.label())))
                        .toList();
        CheckPicker picker =
                new CheckPicker(
                        "table-devices-picker",
                        items,
                        () -> readOnly(devices, chosen(devices, items)));
        PopOver shown = picker.showAt(bar.devicesButton());
        shown.setOnHidden(_ -> focusGrid());
        return shown;
    }

    private void readOnly(List<GridDevice> all, List<GridDevice> wanted) {
        wanted.forEach(model::add);
        all.stream().filter(device -> !wanted.contains(device)).forEach(model::remove);
    }

    /** What the table shows now, to be written or copied. */
    TableExport export() {
        return new TableExport(model.columns(), model.rows(), model.text());
    }

    private List<Slot> selectedSlots() {
        return isRotated() ? turned.selected() : grid.selected();
    }

    /** The values in the chosen cells, by their devices. */
    public List<Selection> selection() {
        return selection(selectedSlots());
    }

    private List<Selection> selection(List<Slot> slots) {
        Map<GridDevice, Map<Oid, VarBind>> byDevice = new LinkedHashMap<>();
        for (Slot slot : slots) {
            model.value(slot.row(), slot.column())
                    .ifPresent(value ->
                            byDevice.computeIfAbsent(
                                            slot.row().device(), _ -> new LinkedHashMap<>())
                                    .putIfAbsent(value.name(), value));
        }
        return byDevice.entrySet().stream()
                .map(entry -> new Selection(entry.getKey(), List.copyOf(entry.getValue().values())))
                .toList();
    }

    /** The value in the cell in focus; empty if that has none. */
    public Optional<Selection> focused() {
        Optional<Slot> slot = isRotated() ? turned.focused() : grid.focused();
        return selection(slot.stream().toList()).stream().findFirst();
    }

    /** The chosen cells' texts, tabs between columns, a line for each row. */
    public String selectedText() {
        StringBuilder text = new StringBuilder();
        Object line = null;
        for (Slot slot : selectedSlots()) {
            Object here = isRotated() ? slot.column() : slot.row();
            if (line != null) {
                text.append(line.equals(here) ? '\t' : '\n');
            }
            line = here;
            text.append(model.text().of(slot.row(), slot.column()));
        }
        return text.toString();
    }

    /** The menu of cells, made anew each time. */
    public void onContextMenu(Supplier<ContextMenu> menu) {
        Parts.contextMenu(grid, menu);
        Parts.contextMenu(turned, menu);
    }

    @Override
    public void close() {
        model.close();
        painter.close();
    }
}
