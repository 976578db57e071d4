package dev.bulkhead.app.table;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One table of one or more devices: reads it, again on demand or by itself, and says which rows and
 * columns are shown. JavaFX's thread, but for {@link #onChange}'s action, which is called from
 * engine threads.
 *
 * <p>Rows are plain and change under their cells; the list of shown rows changes only when rows
 * come, go or change places. While a first reading streams in, rows are appended in the order they
 * come; they are sorted and filtered when it is over, off JavaFX's thread if they are many.
 */
public final class TableViewModel implements AutoCloseable {
    /** How many devices one grid compares. */
    public static final int DEVICE_LIMIT = 16;

    private final JobStarter jobs;
    private final InstantSource clock;
    private final Question question;
    private final TableShape shape;
    private final CellText text;
    private final ColumnChoice choice;
    private final ObservableList<DeviceTable> devices = FXCollections.observableArrayList();
    private final ObservableList<GridColumn> columns = FXCollections.observableArrayList();
    private final ObservableList<GridRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<RefreshInterval> interval =
            new SimpleObjectProperty<>(RefreshInterval.OFF);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final StringProperty filter = new SimpleStringProperty("");
    private final AtomicBoolean dirty = new AtomicBoolean(true);
    private List<RowOrder.Key> sortKeys = List.of();
    private long arrangedVersion = -1;
    private boolean valuesCame;
    private @Nullable Future<?> arranging;
    private Runnable changed = () -> {};
    private Consumer<Runnable> arranger = Runnable::run;

    /**
     * Which table of whom.
     *
     * @param name the table's name, for the tab
     * @param device what the user calls the target
     * @param names the modules known when the table was opened
     */
    public record Question(
            String name, String device, Target target, ObjectType row, MibNames names) {}

    /** A table whose choice of columns ends with it. */
    public TableViewModel(JobStarter jobs, InstantSource clock, Question question) {
        this(jobs, clock, question, Settings.inMemory());
    }

    /**
     * A table that was not read yet.
     *
     * @param settings remember which columns are shown
     */
    public TableViewModel(
            JobStarter jobs, InstantSource clock, Question question, Settings settings) {
        this.jobs = jobs;
        this.clock = clock;
        this.question = question;
        shape = new TableShape(question.row(), question.names());
        text = new CellText(shape);
        choice = new ColumnChoice(shape, settings);
        filter.subscribe(_ -> arrange());
        interval.subscribe(this::intervalChanged);
        paused.subscribe(this::pauseChanged);
        add(new GridDevice(question.device(), question.target()));
    }

    /** Called from any thread whenever there is something new. */
    public void onChange(Runnable action) {
        changed = action;
    }

    private void markDirty() {
        dirty.set(true);
        changed.run();
    }

    /** Whether there was something new since the last call, or something fades. */
    boolean takeNews() {
        Instant now = now();
        boolean fades = devices.stream().anyMatch(device -> device.grid().isFading(now));
        return dirty.getAndSet(false) || fades;
    }

    /** The table and the device it was opened for. */
    public Question question() {
        return question;
    }

    CellText text() {
        return text;
    }

    TableShape shape() {
        return shape;
    }

    Instant now() {
        return clock.instant();
    }

    ObservableList<DeviceTable> devices() {
        return devices;
    }

    /** The devices that are read. */
    public List<GridDevice> gridDevices() {
        return devices.stream().map(DeviceTable::device).toList();
    }

    /** Reads the table of one more device; whether there was room. */
    public boolean add(GridDevice device) {
        boolean known = gridDevices().stream().anyMatch(d -> d.label().equals(device.label()));
        if (known || devices.size() >= DEVICE_LIMIT) {
            return false;
        }
        DeviceTable added = new DeviceTable(jobs, clock, shape, device, this::markDirty);
        added.grid().follow(choice.followed());
        devices.add(added);
        if (devices.size() > 1) {
            added.read();
        }
        showColumns();
        return true;
    }

    /** Reads a device no more; the last one stays. */
    public void remove(GridDevice device) {
        if (devices.size() > 1) {
            devices.stream()
                    .filter(known -> known.device().equals(device))
                    .findFirst()
                    .ifPresent(known -> {
                        known.close();
                        devices.remove(known);
                    });
            showColumns();
            arrange();
        }
    }

    Optional<DeviceTable> deviceOf(GridRow row) {
        return devices.stream().filter(d -> d.device().equals(row.device())).findFirst();
    }

    /** Whether a row's values are those of a reading before. */
    boolean isOld(GridRow row) {
        return deviceOf(row).filter(device -> device.isOld(row)).isPresent();
    }

    /** How often the table is read by itself. */
    public ObjectProperty<RefreshInterval> intervalProperty() {
        return interval;
    }

    /** Whether that is halted. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** What a row must contain to be shown. */
    public StringProperty filterProperty() {
        return filter;
    }

    private void intervalChanged(RefreshInterval now) {
        if (!now.isOn()) {
            paused.set(false);
        } else if (choice.rated()) {
            showColumns();
        }
        dirty.set(true);
    }

    private void pauseChanged(boolean on) {
        if (on) {
            devices.forEach(device -> device.grid().gap(Words.text("poll.reason.paused")));
        }
        dirty.set(true);
    }

    /** Whether the table is read by itself now. */
    boolean isLive() {
        return interval.get().isOn() && !paused.get();
    }

    /** Reads the table of all devices anew, but of those that are being read. */
    public void refresh() {
        devices.forEach(DeviceTable::read);
        dirty.set(true);
    }

    /** Ends all readings; what has come stays. Whether there was one. */
    public boolean cancel() {
        return devices.stream().map(DeviceTable::cancel).reduce(false, Boolean::logicalOr);
    }

    /** The job that read the table of the device it was opened for last. */
    public Optional<JobHandle> job() {
        return devices.getFirst().run().handle();
    }

    /** Takes in values that were read back from a device after a change. */
    public void readBack(Target target, List<VarBind> values) {
        devices.stream()
                .filter(known -> known.device().target().equals(target))
                .forEach(known -> known.grid().readBack(values));
        markDirty();
    }

    /** Does what is due: begins readings, takes away rows that are gone, shows those that came. */
    void tick() {
        if (isLive()) {
            devices.forEach(device -> device.readIfDue(interval.get().period(), now()));
        }
        for (DeviceTable device : devices) {
            device.grid().sweep();
            device.examine();
        }
        if (devices.stream().anyMatch(device -> device.grid().isRated()) && choice.rated()) {
            showColumns();
        }
        takeRows();
    }

    private void takeRows() {
        long version = devices.stream().mapToLong(device -> device.grid().rowVersion()).sum();
        boolean first = devices.size() == 1 && devices.getFirst().grid().isFirst();
        boolean going = devices.stream().anyMatch(DeviceTable::isReading);
        if (first && going && order().isNatural()) {
            append(devices.getFirst().grid());
        } else if (!(first && going) && (version != arrangedVersion || (valuesCame && !going))) {
            arrangedVersion = version;
            valuesCame = false;
            arrange();
        }
        valuesCame |= going && order().isOfValues();
    }

    /** While rows only come behind each other, they are shown as they come. */
    private void append(TableGrid grid) {
        Optional<GridRow> last = rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
        List<GridRow> fresh = grid.rowsBehind(last);
        if (!fresh.isEmpty()) {
            rows.addAll(fresh);
        }
    }

    private RowOrder order() {
        return new RowOrder(filter.get(), sortKeys, columns);
    }

    /** Sorts by columns from now on, by the first one first. */
    void sort(List<RowOrder.Key> keys) {
        if (!keys.equals(sortKeys)) {
            sortKeys = List.copyOf(keys);
            arrange();
        }
    }

    private void arrange() {
        Future<?> before = arranging;
        if (before != null) {
            before.cancel(true);
            arranging = null;
        }
        List<GridRow> all = new ArrayList<>();
        devices.forEach(device -> all.addAll(device.grid().rows()));
        RowOrder order = order();
        if (order.isNatural() || all.size() <= RowOrder.FEW) {
            show(order.arrange(all, text));
        } else {
            arranging =
                    Background.run(
                            "arrange-table",
                            () -> order.arrange(all, text),
                            this::show,
                            problem -> {
                                throw new IllegalStateException(problem);
                            });
        }
    }

    private void show(List<GridRow> arranged) {
        if (!isSame(arranged)) {
            arranger.accept(() -> rows.setAll(arranged));
        }
        dirty.set(true);
    }

    /** Gives a view the chance to do something before and after rows change places. */
    void aroundArranging(Consumer<Runnable> around) {
        arranger = around;
    }

    private boolean isSame(List<GridRow> arranged) {
        if (arranged.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < arranged.size(); i++) {
            if (arranged.get(i) != rows.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The rows that pass the filter, in order. */
    ObservableList<GridRow> rows() {
        return rows;
    }

    /** How many rows there are, those that do not pass the filter among them. */
    int size() {
        return devices.stream().mapToInt(device -> device.grid().size()).sum();
    }

    /** The columns shown, in order. */
    ObservableList<GridColumn> columns() {
        return columns;
    }

    /** All columns that can be hidden. */
    List<GridColumn> choosable() {
        return choice.all(false);
    }

    boolean isShown(GridColumn column) {
        return choice.isShown(column);
    }

    /** Shows these columns only, now and when the table is opened again. */
    void showOnly(Collection<GridColumn> shown) {
        choice.show(shown);
        showColumns();
    }

    /** Takes the order that the user has dragged the columns into. */
    void orderColumns(List<GridColumn> dragged) {
        choice.order(dragged);
        showColumns();
    }

    /** Shows the columns as if nothing had ever been chosen. */
    void resetColumns() {
        choice.reset();
        showColumns();
    }

    private void showColumns() {
        devices.forEach(device -> device.grid().follow(choice.followed()));
        List<GridColumn> shown =
                choice.all(devices.size() > 1).stream()
                        .filter(column ->
                                column.kind() == GridColumn.Kind.DEVICE || choice.isShown(column))
                        .toList();
        if (!shown.equals(columns)) {
            columns.setAll(shown);
        }
        dirty.set(true);
    }

    /** The instance a cell shows; empty for index columns and where there is no value. */
    Optional<Oid> instance(GridRow row, GridColumn column) {
        return column.kind().isOfObject()
                ? column.object()
                        .filter(object -> row.value(object.oid()).isPresent())
                        .map(object -> object.oid().append(row.instance()))
                : Optional.empty();
    }

    /** The value a cell shows, with its instance; empty where {@link #instance} is. */
    Optional<VarBind> value(GridRow row, GridColumn column) {
        return instance(row, column)
                .flatMap(name ->
                        column.object()
                                .flatMap(object -> row.value(object.oid()))
                                .map(value -> new VarBind(name, value)));
    }

    @Override
    public void close() {
        devices.forEach(DeviceTable::close);
    }
}
