package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.Compilation;
import dev.bulkhead.mibs.MibCompiler;
import dev.bulkhead.mibs.MibRepository;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.input.Cancellation;
import dev.bulkhead.mibs.input.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The modules the window knows. Compiled in the background and swapped as a whole, so nobody ever
 * sees half a library.
 *
 * <p>Concurrency: methods and properties belong to JavaFX's thread; {@link #names} may be called
 * from any.
 */
public final class MibLibrary {
    private final Supplier<MibRepository> standard;
    private final Supplier<MibCompiler> compiler;
    private final List<Path> added = new ArrayList<>();
    private final ReadOnlyObjectWrapper<MibNames> names =
            new ReadOnlyObjectWrapper<>(new MibNames(MibIndex.empty()));
    private final ReadOnlyObjectWrapper<Optional<LoadReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> loading = new ReadOnlyObjectWrapper<>(false);
    private volatile MibNames current = names.get();

    /**
     * An empty library.
     *
     * @param standard what is compiled first; asked in the background
     * @param compiler what compiles; asked in the background
     */
    public MibLibrary(Supplier<MibRepository> standard, Supplier<MibCompiler> compiler) {
        this.standard = standard;
        this.compiler = compiler;
    }

    /** The names of all modules now. Any thread. */
    public MibNames names() {
        return current;
    }

    public ReadOnlyObjectProperty<MibNames> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** How the last load went; empty before the first. */
    public ReadOnlyObjectProperty<Optional<LoadReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Boolean> loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Compiles the standard modules and all files and folders added so far, in the background. */
    public void load(List<Path> more) {
        added.addAll(more);
        List<Path> sources = List.copyOf(added);
        loading.set(true);
        var _ =
                Background.run(
                        "compile-mibs",
                        () -> compiler.get().run(standard.get().withSources(sources)),
                        result -> loaded(result, more),
                        problem -> failed(problem, more));
    }

    void loaded(Compilation result, List<Path> asked) {
        MibNames fresh = new MibNames(result.index());
        current = fresh;
        names.set(fresh);
        loading.set(false);
        prepareSearch(result);
        List<Diagnostic> ofAsked =
                result.diagnostics().stream().filter(d -> isBelow(d, asked)).toList();
        long errors = ofAsked.stream().filter(d -> d.severity().isError()).count();
        report.set(
                Optional.of(
                        new LoadReport(
                                result.index().moduleCount(),
                                result.index().objectCount(),
                                errors,
                                ofAsked.size() - errors,
                                result.duration(),
                                Optional.empty())));
    }

    /** Search looks at descriptions as soon as their words are known; until then at names. */
    private static void prepareSearch(Compilation compiled) {
        var _ =
                Background.run(
                        "index-descriptions",
                        () -> {
                            compiled.prepareDescriptions(Cancellation.NEVER, Progress.NONE);
                            return true;
                        },
                        ready -> {},
                        problem -> {});
    }

    private static boolean isBelow(Diagnostic diagnostic, List<Path> asked) {
        String file = diagnostic.location().file();
        return asked.stream().anyMatch(path -> file.startsWith(path.toString()));
    }

    private void failed(Exception problem, List<Path> asked) {
        added.removeAll(asked);
        loading.set(false);
        MibIndex index = current.index();
        report.set(
                Optional.of(
                        new LoadReport(
                                index.modules().size(),
                                index.objectCount(),
                                0,
                                0,
                                Duration.ZERO,
                                Optional.of(String.valueOf(problem.getMessage())))));
    }
}
