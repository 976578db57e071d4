package dev.bulkhead.app.notification;

import dev.bulkhead.app.agent.Work;
import dev.bulkhead.app.naming.MibNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The notifications that pass the filter, the newest first, their groups, and the chosen one.
 * JavaFX's thread; {@link #refresh} takes in what came.
 *
 * <p>A filter over all that is kept runs in the background, since it puts each into words; what is
 * filtered while they come is a tick's batch. A newer filter outdates an older one's result.
 */
public final class NotificationsViewModel {
    private final Journal journal;
    private final Supplier<MibNames> names;
    private final Work work;
    private final NewestFirst rows = new NewestFirst();
    private final ObservableList<NotificationGroup> groups = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.NONE);
    private final ObjectProperty<Optional<NotificationGroup>> group =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<NotificationLine>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<NotificationText> texts;
    private final AtomicInteger asked = new AtomicInteger();
    private long seen;
    private long looked;
    private boolean filtering;
    private boolean grouped;
    private boolean regroup;

    NotificationsViewModel(Journal journal, Supplier<MibNames> names, Work work) {
        this.journal = journal;
        this.names = names;
        this.work = work;
        texts = new ReadOnlyObjectWrapper<>(new NotificationText(names.get()));
        filter.addListener((_, _, _) -> refilter());
        group.addListener((_, _, _) -> refilter());
        grouping.addListener((_, _, now) -> {
            group.set(Optional.empty());
            groups.clear();
            regroup = now != Grouping.NONE;
        });
        paused.addListener((_, _, now) -> {
            if (!now) {
                refresh();
            }
        });
    }

    /** What is listed, the newest first. */
    public ObservableList<NotificationLine> rows() {
        return rows;
    }

    /** The groups, the largest first; none while nothing is grouped. */
    ObservableList<NotificationGroup> groups() {
        return groups;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    /** The group that alone is listed; empty: all. */
    ObjectProperty<Optional<NotificationGroup>> groupProperty() {
        return group;
    }

    /** Whether the list stands still; notifications are taken all the while. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** The one that is taken apart. */
    public ObjectProperty<Optional<NotificationLine>> chosenProperty() {
        return chosen;
    }

    /** How many came since the user last looked. */
    public ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /** How notifications are put into words now. */
    ReadOnlyObjectProperty<NotificationText> textsProperty() {
        return texts.getReadOnlyProperty();
    }

    /** How many are kept, listed or not. */
    public int kept() {
        return journal.size();
    }

    /** How many went for want of room. */
    public long forgotten() {
        return journal.forgotten();
    }

    /**
     * Takes in what came since the last tick.
     *
     * @return how many lines were put on top of the list
     */
    int refresh() {
        unseen.set((int) Math.min(Integer.MAX_VALUE, journal.next() - looked));
        if (paused.get() || filtering) {
            return 0;
        }
        List<NotificationLine> fresh = journal.from(seen);
        int added = 0;
        if (!fresh.isEmpty()) {
            seen = fresh.getLast().number() + 1;
            List<NotificationLine> passing = passing(fresh, -1);
            rows.addOnTop(passing);
            added = passing.size();
            regroup |= grouping.get() != Grouping.NONE;
        }
        rows.removeBefore(journal.first());
        return added;
    }

    /** The user looks at the list. */
    void looked() {
        looked = journal.next();
        unseen.set(0);
    }

    /** Counts the groups anew, in the background, if there is something new. */
    void regroup() {
        if (!regroup || grouped) {
            return;
        }
        regroup = false;
        grouped = true;
        Grouping by = grouping.get();
        MibNames now = names.get();
        work.run(
                "group-notifications",
                () -> NotificationGroup.of(journal.from(0), by, now),
                found -> show(found, by),
                _ -> grouped = false);
    }

    private void show(List<NotificationGroup> found, Grouping by) {
        grouped = false;
        if (by == grouping.get() && !found.equals(groups)) {
            groups.setAll(found);
        }
    }

    private void refilter() {
        int mine = asked.incrementAndGet();
        if (filter.get().isBlank() && group.get().isEmpty()) {
            filtering = false;
            show(journal.from(0));
            return;
        }
        filtering = true;
        List<NotificationLine> all = journal.from(0);
        long upTo = all.isEmpty() ? journal.next() : all.getLast().number() + 1;
        work.run(
                "filter-notifications",
                () -> passing(all, mine),
                found -> {
                    if (asked.get() == mine) {
                        filtering = false;
                        rows.replace(found);
                        seen = upTo;
                        refresh();
                    }
                },
                _ -> filtering = asked.get() != mine && filtering);
    }

    private void show(List<NotificationLine> lines) {
        seen = lines.isEmpty() ? journal.next() : lines.getLast().number() + 1;
        rows.replace(lines);
    }

    /** Those that pass; no more than needed once a newer filter is asked for. */
    private List<NotificationLine> passing(List<NotificationLine> lines, int mine) {
        Predicate<NotificationLine> passes = filter();
        List<NotificationLine> passing = new ArrayList<>();
        for (NotificationLine line : lines) {
            if (mine >= 0 && asked.get() != mine) {
                break;
            }
            if (passes.test(line)) {
                passing.add(line);
            }
        }
        return passing;
    }

    /** Each word must stand in it somewhere. */
    private Predicate<NotificationLine> filter() {
        String[] wanted = filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        Optional<NotificationGroup> only = group.get();
        Grouping by = grouping.get();
        NotificationText now = texts.get();
        boolean all = filter.get().isBlank();
        return line ->
                only.filter(one -> !one.key().equals(NotificationGroup.key(line, by))).isEmpty()
                        && (all || hasAll(now.words(line), wanted));
    }

    private static boolean hasAll(String words, String... wanted) {
        for (String one : wanted) {
            if (!words.contains(one)) {
                return false;
            }
        }
        return true;
    }

    /** Names or severities are others: puts all into words anew. */
    void again() {
        texts.set(new NotificationText(names.get()));
        regroup = grouping.get() != Grouping.NONE;
        Optional<NotificationLine> before = chosen.get();
        refilter();
        chosen.set(
                before.flatMap(line ->
                        journal.from(line.number()).stream()
                                .findFirst()
                                .filter(now -> now.number() == line.number())
                                .or(() -> before)));
    }

    /**
     * Hides all that is kept.
     *
     * @return shows it again
     */
    public Runnable clear() {
        long from = journal.clear();
        shown();
        return () -> {
            journal.restore(from);
            shown();
        };
    }

    private void shown() {
        chosen.set(Optional.empty());
        regroup = grouping.get() != Grouping.NONE;
        refilter();
    }
}
