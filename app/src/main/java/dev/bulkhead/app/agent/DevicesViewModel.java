package dev.bulkhead.app.agent;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.settings.Unsaved;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.engine.job.Target;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The user's devices. Names are unlike, so that a name means one device. JavaFX's thread; the file
 * is read and written elsewhere.
 */
public final class DevicesViewModel {
    private final DeviceBook book;
    private final Work work;
    private final Teller teller;
    private final ObservableList<SavedDevice> devices = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Undo>> undo =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean loaded;

    /** Those that play recordings; they are in no file. */
    private final List<Device> offline = new ArrayList<>();

    /**
     * No devices yet; {@link #load} reads them.
     *
     * @param folder of the file; empty: nothing is kept
     */
    public DevicesViewModel(Optional<Path> folder, Work work, Teller teller) {
        book = new DeviceBook(folder);
        this.work = work;
        this.teller = teller;
    }

    /** Reads the file; what was added meanwhile stays. */
    public void load() {
        work.run(
                "load-devices",
                book::read,
                content -> {
                    List<SavedDevice> early = List.copyOf(devices);
                    loaded = true;
                    devices.setAll(content.devices());
                    early.forEach(this::add);
                    content.aside().ifPresent(this::tellAside);
                },
                why ->
                        teller.tell(
                                Words.text("devices.unreadable", String.valueOf(why.getMessage())),
                                Tone.DANGER));
    }

    private void tellAside(DeviceBook.Aside aside) {
        teller.tell(
                Words.text("devices.aside", aside.file().toString(), aside.reason()), Tone.DANGER);
    }

    /** All devices, in the order of the file. */
    public ObservableList<SavedDevice> devices() {
        return devices;
    }

    /** What a device must have in its name, address, group, credential or MIB set to be shown. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** What was deleted last and can be had again. */
    public ReadOnlyObjectProperty<Optional<Undo>> undoProperty() {
        return undo.getReadOnlyProperty();
    }

    /** Those that pass the filter. */
    public List<SavedDevice> shown() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        Predicate<SavedDevice> passes =
                one ->
                        String.join(
                                        "\n",
                                        one.name(),
                                        one.device().address(),
                                        one.group(),
                                        one.credential(),
                                        one.mibSet())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted);
        return devices.stream().filter(passes).toList();
    }

    /** The groups there are, sorted. */
    public List<String> groups() {
        return devices.stream()
                .map(SavedDevice::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The device of a name. */
    public Optional<SavedDevice> named(String name) {
        return devices.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The saved device that is this one. */
    public Optional<SavedDevice> at(Device device) {
        return devices.stream()
                .filter(one -> one.device().equals(device) || isAt(one.device(), device))
                .findFirst();
    }

    private static boolean isAt(Device one, Device other) {
        return one.transport() == other.transport()
                && one.host().equals(other.host())
                && one.port() == other.port();
    }

    /** Adds a device at the end; one of the same name or address stays as it is. */
    public void add(SavedDevice fresh) {
        if (named(fresh.name()).isEmpty() && at(fresh.device()).isEmpty()) {
            devices.add(fresh);
            save();
        }
    }

    /** Adds a device that plays a recording, for as long as it does. */
    public void playOffline(Device device) {
        if (named(device.name()).isEmpty()) {
            offline.add(device);
            devices.add(SavedDevice.of(device).inGroup(Words.text("devices.group.offline")));
        }
    }

    /** Takes it away again. */
    public void forgetOffline(Device device) {
        if (offline.remove(device)) {
            devices.removeIf(one -> one.device().equals(device));
        }
    }

    /** Whether a device plays a recording. */
    public boolean isOffline(SavedDevice one) {
        return offline.contains(one.device());
    }

    /** Adds several at once; how many were new. */
    public int addAll(List<SavedDevice> fresh) {
        int before = devices.size();
        fresh.forEach(this::add);
        return devices.size() - before;
    }

    /** Puts a device in the place of another; adds it if that is gone. */
    public void replace(SavedDevice old, SavedDevice fresh) {
        int at = devices.indexOf(old);
        if (at >= 0) {
            devices.set(at, fresh);
            save();
        } else {
            add(fresh);
        }
    }

    /** Moves devices into a group. */
    public void move(List<SavedDevice> some, String group) {
        some.forEach(one -> replace(one, one.inGroup(group)));
    }

    /** Forgets devices; can be undone. */
    public void delete(List<SavedDevice> some) {
        if (some.isEmpty()) {
            return;
        }
        List<SavedDevice> before = new ArrayList<>(devices);
        devices.removeAll(some);
        save();
        undo.set(
                Optional.of(
                        new Undo(
                                Words.text("devices.deleted", some.size(), some.getFirst().name()),
                                () -> bringBack(before, some))));
    }

    /** To where they were, without losing what came since. */
    private void bringBack(List<SavedDevice> before, List<SavedDevice> gone) {
        undo.set(Optional.empty());
        for (SavedDevice one : gone) {
            int at = Math.min(before.indexOf(one), devices.size());
            devices.add(at, one);
        }
        save();
    }

    /** There is nothing to undo any more. */
    public void forgetUndo() {
        undo.set(Optional.empty());
    }

    /** Takes note of how a device was. */
    public void seen(Target target, boolean answered, Instant when) {
        LastSeen.State state = answered ? LastSeen.State.ANSWERED : LastSeen.State.SILENT;
        Device asked = new Device("", target.transport(), target.host(), target.port());
        at(asked)
                .ifPresent(one -> {
                    boolean same = one.seen().state() == state;
                    int at = devices.indexOf(one);
                    devices.set(at, one.seen(new LastSeen(state, Optional.of(when))));
                    if (!same) {
                        save();
                    }
                });
    }

    private void save() {
        if (!loaded) {
            return;
        }
        List<SavedDevice> now = devices.stream().filter(one -> !isOffline(one)).toList();
        work.run("save-devices", () -> book.write(now), this::saved, _ -> {});
    }

    private void saved(Optional<Unsaved> problem) {
        problem.ifPresent(one ->
                teller.tell(
                        Words.text("devices.unsaved", one.file().toString(), one.reason()),
                        Tone.DANGER));
    }
}
