package dev.bulkhead.app.palette;

import dev.bulkhead.app.command.Command;
import dev.bulkhead.app.command.Commands;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.mibtree.CurrentObject;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the palette offers for what is typed: after {@code >} commands, those that can be done now
 * first; else objects, and commands after them.
 */
public final class PaletteViewModel {
    /** What a text that asks for commands only begins with. */
    static final String COMMANDS_ONLY = ">";

    private static final int OBJECTS = 40;

    private final Commands commands;
    private final MibLibrary library;
    private final CurrentObject current;
    private final Set<String> leftOut;
    private final StringProperty query = new SimpleStringProperty(COMMANDS_ONLY + " ");
    private final ObservableList<PaletteEntry> entries = FXCollections.observableArrayList();
    private @Nullable Future<?> searching;

    /**
     * A palette over the registry and the library.
     *
     * @param leftOut commands that make no sense in a list of commands
     */
    public PaletteViewModel(
            Commands commands, MibLibrary library, CurrentObject current, Set<String> leftOut) {
        this.commands = commands;
        this.library = library;
        this.current = current;
        this.leftOut = Set.copyOf(leftOut);
        query.subscribe(this::search);
    }

    /** What is typed. */
    public StringProperty queryProperty() {
        return query;
    }

    /** What answers it, best first. */
    ObservableList<PaletteEntry> entries() {
        return entries;
    }

    /** Asks for commands anew. */
    public void open() {
        query.set("");
        query.set(COMMANDS_ONLY + " ");
    }

    private void search(String text) {
        Future<?> before = searching;
        if (before != null) {
            before.cancel(true);
            searching = null;
        }
        if (text.startsWith(COMMANDS_ONLY)) {
            entries.setAll(commands(text.substring(COMMANDS_ONLY.length())));
        } else if (text.isBlank()) {
            entries.setAll(commands(""));
        } else {
            searching =
                    Background.run(
                            "palette-objects",
                            () -> library.names().index().search(text.strip(), OBJECTS),
                            found -> show(text, found),
                            _ -> entries.setAll(commands(text)));
        }
    }

    private void show(String text, List<SearchHit> found) {
        if (text.equals(query.get())) {
            List<PaletteEntry> all = new ArrayList<>();
            found.forEach(hit -> all.add(new PaletteEntry.OfObject(hit.node())));
            all.addAll(commands(text));
            entries.setAll(all);
        }
    }

    private List<PaletteEntry> commands(String wanted) {
        record Ranked(Command command, int rank) {}
        List<Ranked> found = new ArrayList<>();
        for (Command command : commands.all()) {
            OptionalInt rank = Ranking.of(command.text(), wanted);
            if (rank.isPresent() && !leftOut.contains(command.id())) {
                found.add(new Ranked(command, rank.getAsInt()));
            }
        }
        found.sort(
                Comparator.comparing((Ranked r) -> !r.command().enabled().get())
                        .thenComparingInt(Ranked::rank));
        return found.stream()
                .<PaletteEntry>map(ranked -> new PaletteEntry.OfCommand(ranked.command()))
                .toList();
    }

    /** Does what an entry stands for; whether that was possible. */
    boolean run(PaletteEntry entry) {
        if (entry.isPossible()) {
            switch (entry) {
                case PaletteEntry.OfCommand(Command command) -> command.run();
                case PaletteEntry.OfObject(var node) -> current.select(node.oid());
            }
        }
        return entry.isPossible();
    }
}
