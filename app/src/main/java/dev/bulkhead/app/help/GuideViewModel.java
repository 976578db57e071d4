package dev.bulkhead.app.help;

import dev.bulkhead.app.guide.Guide;
import dev.bulkhead.app.guide.GuideHit;
import dev.bulkhead.app.guide.GuidePage;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The page that is read, and the pages that were looked for. Knows no scene. */
public final class GuideViewModel {
    private final Guide guide;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<GuideHit> hits = FXCollections.observableArrayList();

    /** One for all who listen: a view of a list holds its listeners only while it is held. */
    private final ObservableList<GuideHit> shownHits =
            FXCollections.unmodifiableObservableList(hits);

    private final ReadOnlyObjectWrapper<GuidePage> page;

    /** A guide, open at its first page. */
    public GuideViewModel(Guide guide) {
        this.guide = guide;
        page = new ReadOnlyObjectWrapper<>(guide.pages().getFirst());
        query.subscribe(words -> hits.setAll(guide.search(words)));
    }

    /** What is looked for; all pages are shown while it is blank. */
    public StringProperty queryProperty() {
        return query;
    }

    /** The pages found, best first. */
    public ObservableList<GuideHit> hits() {
        return shownHits;
    }

    public ReadOnlyObjectProperty<GuidePage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Opens a page by its name; nothing happens if there is none. */
    public void open(String name) {
        guide.page(name).ifPresent(page::set);
    }

    /** Goes so many pages on or, below zero, back; stays where the guide ends. */
    public void turn(int by) {
        if (canTurn(by)) {
            page.set(guide.pages().get(at() + by));
        }
    }

    /** Whether there is a page so far away. */
    public boolean canTurn(int by) {
        List<GuidePage> pages = guide.pages();
        return at() + by >= 0 && at() + by < pages.size();
    }

    /** The page after this one, or this one if there is none. */
    public GuidePage next() {
        return canTurn(1) ? guide.pages().get(at() + 1) : page.get();
    }

    private int at() {
        return guide.pages().indexOf(page.get());
    }
}
