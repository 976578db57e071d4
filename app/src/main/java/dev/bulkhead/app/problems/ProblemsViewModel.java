package dev.bulkhead.app.problems;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.mibtree.KnownModule;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * All that the compiler said about the modules loaded: filtered, in groups, and the one problem
 * that is chosen, here or in the text of a file. JavaFX's thread; lists are made on virtual ones.
 */
public final class ProblemsViewModel {
    private final MibLibrary library;
    private final ObjectProperty<Threshold> threshold =
            new SimpleObjectProperty<>(Threshold.WARNINGS);
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.FILE);
    private final StringProperty query = new SimpleStringProperty("");
    private final Set<String> closed = new HashSet<>();
    private final ReadOnlyObjectWrapper<ProblemList> list =
            new ReadOnlyObjectWrapper<>(ProblemList.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Diagnostic>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Future<?> listing;

    public ProblemsViewModel(MibLibrary library) {
        this.library = library;
        library.diagnosticsProperty().subscribe(this::compiled);
        library.modulesProperty().subscribe(_ -> list());
        threshold.subscribe(_ -> list());
        grouping.subscribe(_ -> {
            closed.clear();
            list();
        });
        query.subscribe(_ -> list());
    }

    ObjectProperty<Threshold> thresholdProperty() {
        return threshold;
    }

    ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    /** Words that code, file or message must have. */
    public StringProperty queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<ProblemList> listProperty() {
        return list.getReadOnlyProperty();
    }

    /** The problem that is told of in full. */
    public ReadOnlyObjectProperty<Optional<Diagnostic>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(Diagnostic diagnostic) {
        chosen.set(Optional.of(diagnostic));
    }

    /** Opens or closes a group. */
    void toggle(ProblemRow.Group group) {
        if (!closed.remove(group.key())) {
            closed.add(group.key());
        }
        list();
    }

    /** The next or previous problem listed, round the end. */
    public Optional<Diagnostic> step(int by) {
        List<Diagnostic> shown =
                list.get().rows().stream()
                        .filter(ProblemRow.One.class::isInstance)
                        .map(row -> ((ProblemRow.One) row).diagnostic())
                        .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int now = chosen.get().map(shown::indexOf).orElse(-1);
        int next = now < 0 && by < 0 ? shown.size() - 1 : Math.floorMod(now + by, shown.size());
        choose(shown.get(next));
        return chosen.get();
    }

    /** After a compilation the chosen problem is gone, or the same at perhaps another place. */
    private void compiled(List<Diagnostic> all) {
        Optional<Diagnostic> before = chosen.get();
        if (before.isPresent() && !all.contains(before.get())) {
            chosen.set(all.stream().filter(d -> isSame(d, before.get())).findFirst());
        }
        list();
    }

    private static boolean isSame(Diagnostic one, Diagnostic other) {
        return one.code() == other.code()
                && one.location().file().equals(other.location().file())
                && one.sourceLine().equals(other.sourceLine());
    }

    private Map<String, String> modules() {
        return library.modulesProperty().get().stream()
                .collect(
                        Collectors.toMap(
                                KnownModule::file, KnownModule::name, (a, b) -> a + ", " + b));
    }

    private void list() {
        if (listing != null) {
            listing.cancel(true);
        }
        List<Diagnostic> all = library.diagnosticsProperty().get();
        if (all.isEmpty()) {
            list.set(ProblemList.EMPTY);
            return;
        }
        ProblemList.Wish wish =
                new ProblemList.Wish(
                        threshold.get(), grouping.get(), query.get(), closed, modules());
        listing =
                Background.run(
                        "list-problems",
                        () -> ProblemList.of(all, wish),
                        list::set,
                        _ -> list.set(ProblemList.EMPTY));
    }
}
