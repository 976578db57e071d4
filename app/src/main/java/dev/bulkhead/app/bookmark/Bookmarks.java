package dev.bulkhead.app.bookmark;

import dev.bulkhead.app.command.UndoStack;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The user's bookmarks, in their order. Each change is put into the settings and can be undone. */
public final class Bookmarks {
    static final int LIMIT = 200;
    private static final String KEY = "bookmark";

    private final Settings settings;
    private final UndoStack undo;
    private final ObservableList<Bookmark> all = FXCollections.observableArrayList();
    private final ObservableList<Bookmark> shown = FXCollections.unmodifiableObservableList(all);
    private Runnable changed = () -> {};

    public Bookmarks(Settings settings, UndoStack undo) {
        this.settings = settings;
        this.undo = undo;
        settings.list(KEY).stream()
                .flatMap(line -> Bookmark.parse(line).stream())
                .forEach(all::add);
    }

    /** Called whenever the settings were changed, to have them written. */
    public void onChange(Runnable action) {
        changed = action;
    }

    public ObservableList<Bookmark> all() {
        return shown;
    }

    /** The bookmark of an OID, if it has one. */
    public Optional<Bookmark> of(Oid oid) {
        return all.stream().filter(bookmark -> bookmark.oid().equals(oid)).findFirst();
    }

    /** Marks an OID, or takes its mark away. */
    public void toggle(Bookmark bookmark) {
        of(bookmark.oid()).ifPresentOrElse(this::remove, () -> add(bookmark));
    }

    /** Adds a bookmark at the end; beyond the limit it is not taken. */
    public void add(Bookmark bookmark) {
        if (all.size() < LIMIT && !all.contains(bookmark)) {
            change(Words.text("bookmark.added", bookmark.name()), () -> all.add(bookmark));
        }
    }

    public void remove(Bookmark bookmark) {
        change(Words.text("bookmark.removed", bookmark.name()), () -> all.remove(bookmark));
    }

    /** Calls a bookmark something else. */
    public void rename(Bookmark bookmark, String name) {
        int at = all.indexOf(bookmark);
        Bookmark renamed = bookmark.named(name);
        if (at >= 0 && !renamed.equals(bookmark)) {
            change(
                    Words.text("bookmark.renamed", bookmark.name(), renamed.name()),
                    () -> all.set(at, renamed));
        }
    }

    private void change(String what, Runnable deed) {
        List<Bookmark> before = List.copyOf(all);
        deed.run();
        keep();
        undo.did(
                what,
                () -> {
                    all.setAll(before);
                    keep();
                });
    }

    private void keep() {
        settings.putList(KEY, all.stream().map(Bookmark::line).toList());
        changed.run();
    }
}
