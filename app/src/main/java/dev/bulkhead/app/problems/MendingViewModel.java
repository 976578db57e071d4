package dev.bulkhead.app.problems;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mending.MendedCopies;
import dev.bulkhead.app.mending.TrialCompile;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.diagnostic.Suggestion;
import dev.bulkhead.mibs.doctor.Repair;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.source.SourceFile;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The doctor's fixes: shows what the chosen problem's would change, applies it to a copy that is
 * compiled in the file's place, and takes it back. The user's file itself is only read. JavaFX's
 * thread; reading and mending run on virtual threads.
 */
public final class MendingViewModel {
    private final MibLibrary library;
    private final ProblemsViewModel problems;
    private final ReadOnlyObjectWrapper<Optional<FixPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canFix = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private @Nullable Future<?> looking;

    public MendingViewModel(MibLibrary library, ProblemsViewModel problems) {
        this.library = library;
        this.problems = problems;
        library.loadingProperty().subscribe(_ -> update());
        problems.chosenProperty().subscribe(_ -> look());
        library.namesProperty().subscribe(_ -> look());
    }

    /** What the chosen problem's fix would change; empty if it has none. */
    public ReadOnlyObjectProperty<Optional<FixPreview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Whether the chosen problem can be fixed now. */
    public ReadOnlyBooleanProperty canFixProperty() {
        return canFix.getReadOnlyProperty();
    }

    /** Whether there is a fix to take back. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** What came of the last fix, in a sentence. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    private void look() {
        if (looking != null) {
            looking.cancel(true);
        }
        Optional<Diagnostic> chosen = problems.chosenProperty().get();
        if (chosen.isEmpty()) {
            show(Optional.empty());
            return;
        }
        MibIndex index = library.names().index();
        looking =
                Background.run(
                        "preview-fix",
                        () -> FixPreview.of(chosen.get(), text(index, chosen.get())),
                        this::show,
                        _ -> show(Optional.empty()));
    }

    private static Optional<SourceFile> text(MibIndex index, Diagnostic diagnostic) {
        return index.text(diagnostic.location().file()).file();
    }

    private void show(Optional<FixPreview> found) {
        preview.set(found);
        update();
    }

    /** While it compiles, the offsets of what was found before may be wrong. */
    private void update() {
        boolean idle = !busy.get() && !library.loadingProperty().get();
        canFix.set(idle && preview.get().isPresent());
        canUndo.set(idle && library.mended().last().isPresent());
    }

    /** Applies the chosen problem's suggestion and compiles anew. */
    public void fix() {
        Optional<Diagnostic> chosen = problems.chosenProperty().get();
        if (chosen.isEmpty() || !canFix.get()) {
            return;
        }
        Diagnostic diagnostic = chosen.get();
        MibIndex index = library.names().index();
        start(() -> {
            SourceFile text = text(index, diagnostic).orElseThrow(MendingViewModel::changed);
            Suggestion change = diagnostic.suggestion().orElseThrow(MendingViewModel::changed);
            keep(text.name(), FixPreview.bytes(text, change));
            return Words.text("problems.fixed", diagnostic.message());
        });
    }

    /** Mends all that can be mended of the chosen problem's file. */
    public void fixFile() {
        Optional<Diagnostic> chosen = problems.chosenProperty().get();
        if (chosen.isEmpty() || busy.get() || library.loadingProperty().get()) {
            return;
        }
        Diagnostic diagnostic = chosen.get();
        MibIndex index = library.names().index();
        start(() -> fixFile(index, diagnostic));
    }

    private String fixFile(MibIndex index, Diagnostic diagnostic) throws IOException {
        SourceFile text = text(index, diagnostic).orElseThrow(MendingViewModel::changed);
        if (!MendedCopies.isPossible(text.name())) {
            return Words.text("problems.not-fixed");
        }
        var modules =
                index.modules().stream()
                        .collect(Collectors.toMap(MibModule::name, Function.identity()));
        try (TrialCompile trial = new TrialCompile(text.name(), modules)) {
            Repair repair = Repair.of(text.bytes(), trial::findings);
            if (repair.mended().isEmpty()) {
                return Words.text("problems.not-fixed");
            }
            keep(text.name(), repair.bytes());
            return Words.text(
                    "problems.fixed-file",
                    repair.mended().size(),
                    repair.after().errors(),
                    repair.after().diagnostics().size() - repair.after().errors());
        }
    }

    private void keep(String file, byte[] bytes) throws IOException {
        library.mended().keep(file, bytes);
    }

    private static IllegalStateException changed() {
        return new IllegalStateException(Words.text("problems.changed"));
    }

    /** Takes the last fix back and compiles anew. */
    public void undo() {
        if (!canUndo.get()) {
            return;
        }
        start(() -> {
            Optional<String> file = library.mended().last();
            if (file.isPresent()) {
                library.mended().undo(file.get());
            }
            return Words.text("problems.undone");
        });
    }

    private void start(Callable<String> work) {
        busy.set(true);
        update();
        var _ =
                Background.run(
                        "mend-mib",
                        work,
                        this::done,
                        problem -> ended(String.valueOf(problem.getMessage())));
    }

    private void done(String sentence) {
        ended(sentence);
        library.reload();
    }

    private void ended(String sentence) {
        busy.set(false);
        said.set(sentence);
        update();
    }
}
