package dev.bulkhead.app.modules;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.agent.TargetViewModel;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.mibtree.KnownModule;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.settings.FolderSwitches;
import dev.bulkhead.app.settings.MibChoices;
import dev.bulkhead.app.settings.MibSet;
import dev.bulkhead.mibs.input.MibFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The modules, where they come from, and the sets of them. The set bound to the device that is the
 * target is the one in use. JavaFX's thread.
 */
public final class ModulesViewModel {
    private final MibLibrary library;
    private final TargetViewModel target;
    private final FolderSwitches switches;
    private final Supplier<List<MibFolders.Place>> machine;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<KnownModule> shown = FXCollections.observableArrayList();
    private final ObservableList<MibSource> sources = FXCollections.observableArrayList();
    private final ObservableList<String> sets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Device>> device =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * The modules of a library.
     *
     * @param machine the machine's folders with MIBs; asked in the background
     */
    public ModulesViewModel(
            MibLibrary library,
            TargetViewModel target,
            FolderSwitches switches,
            Supplier<List<MibFolders.Place>> machine) {
        this.library = library;
        this.target = target;
        this.switches = switches;
        this.machine = machine;
        library.modulesProperty().subscribe(_ -> filter());
        library.loadingProperty().subscribe(this::compiled);
        query.subscribe(_ -> filter());
        target.addressProperty().subscribe(_ -> followTarget());
        readSets();
    }

    private MibChoices choices() {
        return library.choices();
    }

    /** What name, file or state must have. */
    public StringProperty queryProperty() {
        return query;
    }

    /** The modules that match. */
    public ObservableList<KnownModule> shown() {
        return shown;
    }

    /** How many are loaded, those only others need included. */
    int loadedCount() {
        return (int) all().stream().filter(KnownModule::isShown).count();
    }

    List<KnownModule> all() {
        return library.modulesProperty().get();
    }

    private void filter() {
        String[] words = query.get().strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        shown.setAll(all().stream().filter(module -> matches(module, words)).toList());
    }

    private void compiled(boolean loading) {
        if (!loading && !all().isEmpty()) {
            readSources();
        }
    }

    private static boolean matches(KnownModule module, String[] words) {
        String text = (module.name() + '\n' + module.file()).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Loads or unloads modules. */
    public void setLoaded(Collection<KnownModule> chosen, boolean load) {
        List<String> names =
                chosen.stream()
                        .filter(m -> load != (m.state() == KnownModule.State.LOADED))
                        .map(KnownModule::name)
                        .toList();
        if (!names.isEmpty()) {
            library.setLoaded(names, load);
        }
    }

    /** Where modules come from: what was added, then the machine's folders. */
    public ObservableList<MibSource> sources() {
        return sources;
    }

    private void readSources() {
        var _ =
                Background.run(
                        "list-mib-folders",
                        () -> {
                            List<MibSource> now = new ArrayList<>();
                            choices().sources().forEach(path -> now.add(added(path)));
                            machine.get().forEach(place -> now.add(ofMachine(place)));
                            return now;
                        },
                        sources::setAll,
                        _ -> sources.clear());
    }

    private static MibSource added(Path path) {
        return new MibSource(path, true, Files.isRegularFile(path), true, "");
    }

    private MibSource ofMachine(MibFolders.Place place) {
        boolean isOn = !switches.isOff(place.path());
        return new MibSource(place.path(), false, false, isOn, place.origin().words());
    }

    /** Forgets what was added. */
    public void remove(Collection<MibSource> gone) {
        List<Path> paths = gone.stream().filter(MibSource::isAdded).map(MibSource::path).toList();
        if (!paths.isEmpty()) {
            library.remove(paths);
        }
    }

    /** Uses a folder of the machine, or leaves it out. */
    public void switchFolder(MibSource folder, boolean on) {
        switches.set(folder.path(), on);
        library.reload();
    }

    /** Loads all modules of a folder of the machine, which else serves for imports only. */
    public void loadAllOf(MibSource folder) {
        library.load(List.of(folder.path()));
    }

    /** The names of the sets. */
    public ObservableList<String> sets() {
        return sets;
    }

    private void readSets() {
        sets.setAll(choices().sets().stream().map(MibSet::name).toList());
    }

    /** Uses a set, or all modules. */
    public void use(Optional<String> set) {
        library.use(set);
    }

    /** Makes a set of these modules, or of all that are loaded if there are none, and uses it. */
    public boolean saveSet(String name, Collection<KnownModule> chosen) {
        String kept = name.strip();
        Collection<KnownModule> members =
                chosen.isEmpty()
                        ? all().stream().filter(m -> m.state() == KnownModule.State.LOADED).toList()
                        : chosen;
        try {
            choices().put(new MibSet(kept, members.stream().map(KnownModule::name).toList()));
        } catch (IllegalArgumentException unnamed) {
            return false;
        }
        readSets();
        if (library.activeSetProperty().get().filter(kept::equals).isPresent()) {
            library.reload();
        } else {
            library.use(Optional.of(kept));
        }
        return true;
    }

    /** Forgets the set in use; all modules are loaded then. */
    public void removeSet() {
        library.activeSetProperty()
                .get()
                .ifPresent(name -> {
                    choices().remove(name);
                    readSets();
                    library.use(Optional.empty());
                });
    }

    /** The device that is the target; empty if the address names none. */
    public ReadOnlyObjectProperty<Optional<Device>> deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /** Whether the device's set is the one in use. */
    public boolean isBound() {
        Optional<String> bound =
                device.get().map(Device::label).flatMap(choices()::setOf).map(MibSet::name);
        return bound.isPresent() && bound.equals(library.activeSetProperty().get());
    }

    /** Binds the device to the set in use, or to none. */
    public void bind(boolean bound) {
        device.get()
                .ifPresent(to ->
                        choices()
                                .bind(
                                        to.label(),
                                        bound
                                                ? library.activeSetProperty().get()
                                                : Optional.empty()));
        var _ =
                Background.run(
                        "save-settings",
                        () -> {
                            choices().save();
                            return true;
                        },
                        _ -> {},
                        _ -> {});
    }

    /** Only a device with a set, or leaving one, changes what is loaded. */
    private void followTarget() {
        Optional<Device> before = device.get();
        Optional<Device> now = target.device();
        if (now.isEmpty() || now.equals(before)) {
            return;
        }
        Optional<MibSet> left = before.map(Device::label).flatMap(choices()::setOf);
        Optional<MibSet> bound = now.map(Device::label).flatMap(choices()::setOf);
        device.set(now);
        if (bound.isPresent()) {
            library.use(bound.map(MibSet::name));
        } else if (left.map(MibSet::name).equals(library.activeSetProperty().get())) {
            library.use(Optional.empty());
        }
    }
}
