package dev.bulkhead.app.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What can be taken back, the latest first. JavaFX's thread; knows no scene. */
public final class UndoStack {
    /** More steps are forgotten, since each may hold the rows of a run. */
    static final int LIMIT = 10;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Step>> latest =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Step>> news =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * One deed.
     *
     * @param what was done, in the user's words, such as {@code Walk ifTable cleared}
     */
    public record Step(String what, Runnable undo) {}

    /** What {@link #undo} takes back; empty if there is nothing. */
    public ReadOnlyObjectProperty<Optional<Step>> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /** What was done just now; empty again once anything was taken back. */
    public ReadOnlyObjectProperty<Optional<Step>> newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** Remembers how to take a deed back. */
    public void did(String what, Runnable undo) {
        Step step = new Step(what, undo);
        steps.push(step);
        if (steps.size() > LIMIT) {
            steps.removeLast();
        }
        latest.set(Optional.of(step));
        news.set(Optional.of(step));
    }

    /** Takes the latest deed back, if there is one. */
    public void undo() {
        if (!steps.isEmpty()) {
            steps.pop().undo().run();
            latest.set(Optional.ofNullable(steps.peek()));
            news.set(Optional.empty());
        }
    }
}
