package dev.bulkhead.app.source;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.mibs.diagnostic.Diagnostic;
import dev.bulkhead.mibs.index.MibIndex;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.model.MibModule;
import dev.bulkhead.mibs.source.SourceFile;
import dev.bulkhead.mibs.source.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which MIB file is shown and where. While its tab shows, it follows the current object; else it
 * catches up when it is shown again. Reading and searching run on virtual threads.
 *
 * <p>JavaFX's thread.
 */
public final class SourceViewModel {
    private static final int MOST_FOUND = 10_000;

    private final MibLibrary library;
    private final CurrentObject current;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.NONE);
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private final StringProperty query = new SimpleStringProperty("");
    private boolean active;
    private boolean behind = true;
    private int turns;
    private @Nullable Future<?> reading;
    private @Nullable Future<?> searching;

    /** The lines that hold what is searched for, and which of them was shown last, -1 for none. */
    record Found(List<Integer> lines, int at) {
        static final Found NOTHING = new Found(List.of(), -1);

        Found {
            lines = List.copyOf(lines);
        }
    }

    public SourceViewModel(MibLibrary library, CurrentObject current) {
        this.library = library;
        this.current = current;
        current.definitionProperty().subscribe(_ -> follow());
        library.namesProperty().subscribe(_ -> readAgain());
        query.subscribe(this::search);
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** What is searched for in the text. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Tells whether the user sees the text. */
    public void setActive(boolean shown) {
        active = shown;
        if (shown && behind) {
            follow();
        }
    }

    /** Whether the user sees the text. */
    public boolean isActive() {
        return active;
    }

    private void follow() {
        behind = !active;
        Optional<Definition> definition = current.definitionProperty().get();
        if (active && definition.isPresent()) {
            show(definition.get());
        }
    }

    private void readAgain() {
        Page shown = page.get();
        if (shown.document().isPresent()) {
            MibIndex index = library.names().index();
            read(() -> Page.at(index, shown.file(), shown.line(), faults()));
        } else {
            behind = true;
            setActive(active);
        }
    }

    /** Opens the text at a definition. */
    public void show(Definition definition) {
        MibIndex index = library.names().index();
        behind = false;
        read(() -> ofDefinition(index, definition));
    }

    private Page ofDefinition(MibIndex index, Definition definition) {
        SourceLocation place = definition.location();
        String file = definition.head().place().source().name();
        return Page.at(index, file, place.line(), faults()).withDefinition();
    }

    /** Opens the text at the place of a diagnostic. */
    public void show(Diagnostic diagnostic) {
        behind = false;
        open(diagnostic.location().file(), diagnostic.location().line());
    }

    /** Opens a file's text at a line. */
    public void open(String file, int line) {
        MibIndex index = library.names().index();
        behind = false;
        read(() -> Page.at(index, file, line, faults()));
    }

    private List<Diagnostic> faults() {
        return library.diagnosticsProperty().get();
    }

    private void read(Callable<Page> work) {
        if (reading != null) {
            reading.cancel(true);
        }
        reading =
                Background.run(
                        "read-mib-source",
                        work,
                        this::turn,
                        problem -> turn(Page.gone(String.valueOf(problem.getMessage()))));
    }

    private void turn(Page next) {
        boolean other = next.document().isEmpty() || !next.file().equals(page.get().file());
        page.set(next.turned(++turns));
        if (other) {
            search(query.get());
        }
    }

    /** Shows another line of the same text. */
    public void goTo(int line) {
        page.set(page.get().withLine(line).turned(++turns));
    }

    /** To the next or previous line of which the compiler said something. */
    public Optional<Diagnostic> stepFault(int by) {
        Optional<Integer> line = page.get().faultyLine(by);
        line.ifPresent(this::goTo);
        return line.flatMap(at -> page.get().faults(at).stream().findFirst());
    }

    private void search(String text) {
        if (searching != null) {
            searching.cancel(true);
        }
        Optional<SourceDocument> document = page.get().document();
        if (text.isBlank() || document.isEmpty()) {
            found.set(Found.NOTHING);
            return;
        }
        searching =
                Background.run(
                        "search-mib-source",
                        () -> document.get().find(text, MOST_FOUND),
                        lines -> found.set(new Found(lines, -1)),
                        _ -> found.set(Found.NOTHING));
    }

    /** To the next or previous line that holds what is searched for, round the end. */
    public void stepFound(int by) {
        List<Integer> lines = found.get().lines();
        if (lines.isEmpty()) {
            return;
        }
        int line = page.get().line();
        int next = 0;
        while (next < lines.size() && lines.get(next) <= line - (by > 0 ? 0 : 1)) {
            next++;
        }
        int at = Math.floorMod(by > 0 ? next : next - 1, lines.size());
        found.set(new Found(lines, at));
        goTo(lines.get(at));
    }

    /** Makes what a name in a line means current; false if no module has it. */
    public boolean jump(int line, String name) {
        Optional<SourceDocument> document = page.get().document();
        if (document.isEmpty()) {
            return false;
        }
        MibIndex index = library.names().index();
        Optional<Definition> meant = meant(index, document.get().moduleAt(line), name);
        if (meant.isPresent()) {
            current.show(meant.get());
            show(meant.get());
            return true;
        }
        Optional<MibModule> module = index.module(name);
        module.ifPresent(m -> open(m.file(), 1));
        return module.isPresent();
    }

    /** The module's own definition, then the one it imports, then any. */
    private static Optional<Definition> meant(MibIndex index, String module, String name) {
        Optional<Definition> own = index.definition(module, name);
        if (own.isPresent()) {
            return own;
        }
        return index.module(module).stream()
                .flatMap(m -> m.imports().stream())
                .filter(clause -> clause.symbols().contains(name))
                .flatMap(clause -> index.definition(clause.module(), name).stream())
                .findFirst()
                .or(() -> index.definitions(name).stream().findFirst());
    }

    /** The text itself; "" if there is none. */
    public String text(int from, int to) {
        Optional<SourceFile> file = page.get().document().map(SourceDocument::file);
        return file.map(f -> f.text(f.lineStart(from), f.lineEnd(to))).orElse("");
    }
}
