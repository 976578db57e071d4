package dev.bulkhead.app.mibtree;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.mibs.index.MibIndex.SearchHit;
import dev.bulkhead.mibs.model.Definition;
import dev.bulkhead.mibs.smi.Oid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Search while typing. Each key cancels the search of the key before; the searching itself runs on
 * a virtual thread.
 */
public final class SearchViewModel {
    private static final int LIMIT = 100;

    private final MibLibrary library;
    private final CurrentObject current;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<Map<SearchHit, String>> excerpts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private Optional<Oid> before = Optional.empty();
    private @Nullable Future<?> running;

    public SearchViewModel(MibLibrary library, CurrentObject current) {
        this.library = library;
        this.current = current;
        query.subscribe(this::search);
        library.searchableProperty().subscribe(_ -> search(query.get()));
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** What matches, best first. */
    public ObservableList<SearchHit> hits() {
        return hits;
    }

    /** Which hit was revealed last, -1 for none. */
    public ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }

    /** Of hits that match by their description, what it says there. */
    public ReadOnlyObjectProperty<Map<SearchHit, String>> excerptsProperty() {
        return excerpts.getReadOnlyProperty();
    }

    private void search(String text) {
        if (running != null) {
            running.cancel(true);
        }
        String wanted = text.strip();
        at.set(-1);
        if (wanted.isEmpty()) {
            hits.clear();
            before = Optional.empty();
            return;
        }
        if (before.isEmpty()) {
            before = Optional.of(current.oidProperty().get());
        }
        running =
                Background.run(
                        "search-mibs",
                        () -> library.names().index().search(wanted, LIMIT),
                        found -> show(wanted, found),
                        _ -> hits.clear());
    }

    private void show(String wanted, List<SearchHit> found) {
        if (wanted.equals(query.get().strip())) {
            hits.setAll(found);
            quote(wanted, found);
        }
    }

    private void quote(String wanted, List<SearchHit> found) {
        List<SearchHit> byText =
                found.stream().filter(hit -> hit.match() == SearchHit.Match.DESCRIPTION).toList();
        if (byText.isEmpty()) {
            excerpts.set(Map.of());
            return;
        }
        running =
                Background.run(
                        "quote-descriptions",
                        () -> quotes(byText, wanted),
                        quotes -> {
                            if (wanted.equals(query.get().strip())) {
                                excerpts.set(quotes);
                            }
                        },
                        _ -> excerpts.set(Map.of()));
    }

    private static Map<SearchHit, String> quotes(List<SearchHit> hits, String wanted)
            throws InterruptedException {
        Map<SearchHit, String> quotes = new HashMap<>();
        for (SearchHit hit : hits) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            hit.node()
                    .definition()
                    .map(Definition::description)
                    .ifPresent(text -> quotes.put(hit, Excerpt.of(text, wanted)));
        }
        return quotes;
    }

    /** Makes a hit the current object and ends the search: Esc leads back no more. */
    public void take(int index) {
        reveal(index);
        before = Optional.empty();
    }

    /** Gives the search up: what was current when it began is so again. */
    public void cancel() {
        Optional<Oid> back = at.get() < 0 ? Optional.empty() : before;
        query.set("");
        back.ifPresent(current::select);
    }

    /** Makes a hit the current object. */
    public void reveal(int index) {
        if (index >= 0 && index < hits.size()) {
            at.set(index);
            current.select(hits.get(index).node().oid());
        }
    }

    /** The next hit, after the last the first again. */
    public void next() {
        step(1);
    }

    /** The hit before, before the first the last. */
    public void previous() {
        step(-1);
    }

    private void step(int by) {
        if (!hits.isEmpty()) {
            int start = at.get() < 0 && by < 0 ? 0 : at.get();
            reveal(Math.floorMod(start + by, hits.size()));
        }
    }

    /** The hit revealed last. */
    public Optional<SearchHit> revealed() {
        return at.get() < 0 ? Optional.empty() : Optional.of(hits.get(at.get()));
    }
}
