package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.mending.MendedCopies;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.settings.MibChoices;
import dev.bulkhead.app.settings.MibSet;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import dev.bulkhead.mibs.model.MibModule;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The modules the window knows. Compiled in the background and swapped as a whole, so nobody ever
 * sees half a library. What is asked for while it compiles is done in one go afterwards: of
 * several, only the last outcome is shown.
 *
 * <p>Where some modules are left out, by the user or since a set is in use, all are compiled too:
 * only so can be told what is left out. Both come from the cache nearly always.
 *
 * <p>Concurrency: methods and properties belong to JavaFX's thread; {@link #names} may be called
 * from any.
 */
public final class MibLibrary {
    private final Supplier<MibRepository> standard;
    private final Supplier<MibCompiler> compiler;
    private final MibChoices choices;
    private final MendedCopies mended;
    private final ReadOnlyObjectWrapper<MibNames> names =
            new ReadOnlyObjectWrapper<>(new MibNames(MibIndex.empty()));
    private final ReadOnlyObjectWrapper<MibNames> searchable =
            new ReadOnlyObjectWrapper<>(names.get());
    private final ReadOnlyObjectWrapper<Optional<LoadReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> loading = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<List<Diagnostic>> diagnostics =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<KnownModule>> modules =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> activeSet =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile MibNames current = names.get();
    private Map<String, Path> mendedFiles = Map.of();
    private int wanted;

    /** A library that keeps no choices. */
    public MibLibrary(Supplier<MibRepository> standard, Supplier<MibCompiler> compiler) {
        this(standard, compiler, Settings.inMemory());
    }

    /**
     * An empty library.
     *
     * @param standard what is compiled first; asked in the background
     * @param compiler what compiles; asked in the background
     * @param settings where it is kept what the user added, left out and mended
     */
    public MibLibrary(
            Supplier<MibRepository> standard, Supplier<MibCompiler> compiler, Settings settings) {
        this.standard = standard;
        this.compiler = compiler;
        choices = new MibChoices(settings);
        mended = new MendedCopies(settings);
    }

    /** The names of all modules now. Any thread. */
    public MibNames names() {
        return current;
    }

    public ReadOnlyObjectProperty<MibNames> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** The names whose descriptions can be searched, too; a moment behind the names. */
    public ReadOnlyObjectProperty<MibNames> searchableProperty() {
        return searchable.getReadOnlyProperty();
    }

    /** How the last load went; empty before the first. */
    public ReadOnlyObjectProperty<Optional<LoadReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Boolean> loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** What is wrong with the modules loaded, by file and place. */
    public ReadOnlyObjectProperty<List<Diagnostic>> diagnosticsProperty() {
        return diagnostics.getReadOnlyProperty();
    }

    /** All modules that are known, by name. */
    public ReadOnlyObjectProperty<List<KnownModule>> modulesProperty() {
        return modules.getReadOnlyProperty();
    }

    /** The set in use; empty for all modules but those left out. */
    public ReadOnlyObjectProperty<Optional<String>> activeSetProperty() {
        return activeSet.getReadOnlyProperty();
    }

    /** What the user chose; whoever changes it asks for {@link #reload}. */
    public MibChoices choices() {
        return choices;
    }

    /** The mended copies that are compiled in the place of files. */
    public MendedCopies mended() {
        return mended;
    }

    /** Whether a mended copy was compiled in the place of a file. */
    public boolean isMended(String file) {
        return mendedFiles.containsKey(file);
    }

    /** Compiles the standard modules and all files and folders added so far, in the background. */
    public void load(List<Path> more) {
        List<Path> asked = more.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        choices.addSources(asked);
        start(asked);
    }

    /** Compiles everything anew, in the background. */
    public void reload() {
        start(List.of());
    }

    /** Uses a set of modules, or all; the outcome is there once it is compiled. */
    public void use(Optional<String> set) {
        if (!set.equals(activeSet.get())) {
            activeSet.set(set);
            reload();
        }
    }

    /** Loads or unloads modules: of the set in use, or for all. */
    public void setLoaded(Collection<String> chosen, boolean load) {
        Optional<MibSet> set = activeSet.get().flatMap(choices::set);
        Set<String> changed = new HashSet<>(set.map(MibSet::modules).orElse(choices.leftOut()));
        if (load == set.isPresent()) {
            changed.addAll(chosen);
        } else {
            changed.removeAll(Set.copyOf(chosen));
        }
        if (set.isPresent()) {
            choices.put(new MibSet(set.get().name(), changed));
        } else {
            choices.leaveOut(changed);
        }
        reload();
    }

    /** Forgets files, folders or archives that were added. */
    public void remove(Collection<Path> sources) {
        choices.removeSources(sources);
        reload();
    }

    /**
     * What a compilation in the background yields.
     *
     * @param all what there is, of which {@code shown} is what is wanted
     * @param fresh the modules of the files that were just added
     */
    private record Compiled(
            Compilation all,
            Compilation shown,
            Optional<Set<String>> restriction,
            Map<String, Path> mended,
            Set<String> fresh) {}

    /** What is told of it, which takes its time with thousands of modules. */
    private record Told(List<KnownModule> modules, LoadReport report) {}

    private void start(List<Path> asked) {
        int ticket = ++wanted;
        loading.set(true);
        Optional<String> set = activeSet.get();
        inBackground(
                "compile-mibs",
                () -> compile(set, asked),
                ticket,
                compiled -> {
                    show(compiled.shown(), compiled.mended());
                    tell(compiled, asked, ticket);
                },
                asked);
    }

    /** The tree need not wait for this. */
    private void tell(Compiled compiled, List<Path> asked, int ticket) {
        inBackground(
                "list-mibs",
                () ->
                        new Told(
                                Catalogue.of(
                                        compiled.all(), compiled.restriction(), compiled.shown()),
                                report(compiled.shown(), asked, compiled.fresh().size())),
                ticket,
                this::told,
                asked);
    }

    private <T> void inBackground(
            String name, Callable<T> work, int ticket, Consumer<T> done, List<Path> asked) {
        var _ =
                Background.run(
                        name,
                        work,
                        result -> {
                            if (ticket == wanted) {
                                done.accept(result);
                            }
                        },
                        problem -> {
                            if (ticket == wanted) {
                                failed(problem, asked);
                            }
                        });
    }

    private Compiled compile(Optional<String> setName, List<Path> asked) {
        Map<String, Path> copies = mended.current();
        MibRepository repository =
                standard.get().withSources(choices.sources()).withReplacements(copies);
        MibCompiler compiling = compiler.get();
        Compilation all = compiling.run(repository);
        Set<String> fresh =
                asked.isEmpty()
                        ? Set.of()
                        : all.modules().stream()
                                .filter(module -> isBelow(module.file(), asked))
                                .map(MibModule::name)
                                .collect(Collectors.toSet());
        want(setName, fresh);
        Optional<Set<String>> restriction = restriction(setName, all);
        Compilation shown =
                restriction.map(only -> compiling.run(repository.restrictedTo(only))).orElse(all);
        choices.save();
        return new Compiled(all, shown, restriction, copies, fresh);
    }

    /** Modules of files that were just added are wanted, whatever was said before. */
    private void want(Optional<String> setName, Set<String> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Set<String> leftOut = choices.leftOut();
        if (leftOut.removeAll(fresh)) {
            choices.leaveOut(leftOut);
        }
        setName.flatMap(choices::set)
                .ifPresent(set -> {
                    Set<String> grown = new HashSet<>(set.modules());
                    grown.addAll(fresh);
                    choices.put(new MibSet(set.name(), grown));
                });
    }

    private Optional<Set<String>> restriction(Optional<String> setName, Compilation all) {
        Optional<MibSet> set = setName.flatMap(choices::set);
        if (set.isPresent()) {
            return Optional.of(set.get().modules());
        }
        Set<String> leftOut = choices.leftOut();
        if (leftOut.isEmpty()) {
            return Optional.empty();
        }
        Set<String> kept = new HashSet<>(all.index().moduleNames());
        kept.removeAll(leftOut);
        return Optional.of(kept);
    }

    /** Shows a compilation of everything. */
    void loaded(Compilation result, List<Path> asked) {
        show(result, Map.of());
        told(new Told(Catalogue.of(result, Optional.empty(), result), report(result, asked, 0)));
    }

    private void show(Compilation shown, Map<String, Path> copies) {
        MibNames fresh = new MibNames(shown.index());
        current = fresh;
        mendedFiles = copies;
        diagnostics.set(shown.diagnostics());
        names.set(fresh);
        prepareSearch(shown, fresh);
    }

    private void told(Told told) {
        modules.set(told.modules());
        loading.set(false);
        report.set(Optional.of(told.report()));
    }

    private static LoadReport report(Compilation shown, List<Path> asked, int modulesOfAsked) {
        List<Diagnostic> ofAsked =
                asked.isEmpty()
                        ? List.of()
                        : shown.diagnostics().stream()
                                .filter(d -> isBelow(d.location().file(), asked))
                                .toList();
        long errors = ofAsked.stream().filter(d -> d.severity().isError()).count();
        return new LoadReport(
                shown.index().moduleCount(),
                shown.index().objectCount(),
                asked,
                modulesOfAsked,
                errors,
                ofAsked.size() - errors,
                shown.duration(),
                Optional.empty());
    }

    /** Search looks at descriptions as soon as their words are known; until then at names. */
    private void prepareSearch(Compilation compiled, MibNames fresh) {
        var _ =
                Background.run(
                        "index-descriptions",
                        () -> {
                            compiled.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
                            return true;
                        },
                        _ -> {
                            searchable.set(fresh);
                            SearchRehearsal.start(fresh.index());
                        },
                        problem -> {});
    }

    /** Whether a file is one of these, lies in one of these folders, or in such an archive. */
    private static boolean isBelow(String file, List<Path> asked) {
        return asked.stream()
                .map(Path::toString)
                .anyMatch(path ->
                        file.equals(path)
                                || file.startsWith(path + "!/")
                                || file.startsWith(path + File.separator));
    }

    private void failed(Exception problem, List<Path> asked) {
        choices.removeSources(asked);
        loading.set(false);
        MibIndex index = current.index();
        report.set(
                Optional.of(
                        new LoadReport(
                                index.moduleCount(),
                                index.objectCount(),
                                asked,
                                0,
                                0,
                                0,
                                Duration.ZERO,
                                Optional.of(String.valueOf(problem.getMessage())))));
    }
}
