package dev.bulkhead.app.notification;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * Lines, the newest first, kept the other way round, so that a batch on top costs what the batch
 * costs and not what the list does. JavaFX's thread.
 */
final class NewestFirst extends ObservableListBase<NotificationLine> {
    private final List<NotificationLine> oldestFirst = new ArrayList<>();

    @Override
    public NotificationLine get(int index) {
        return oldestFirst.get(oldestFirst.size() - 1 - index);
    }

    @Override
    public int size() {
        return oldestFirst.size();
    }

    /** Puts newer ones on top. */
    void addOnTop(List<NotificationLine> newer) {
        if (newer.isEmpty()) {
            return;
        }
        beginChange();
        oldestFirst.addAll(newer);
        nextAdd(0, newer.size());
        endChange();
    }

    /** Takes away those with a smaller number. */
    void removeBefore(long number) {
        int gone = 0;
        while (gone < oldestFirst.size() && oldestFirst.get(gone).number() < number) {
            gone++;
        }
        if (gone == 0) {
            return;
        }
        beginChange();
        List<NotificationLine> head = oldestFirst.subList(0, gone);
        List<NotificationLine> removed = List.copyOf(head).reversed();
        head.clear();
        nextRemove(oldestFirst.size(), removed);
        endChange();
    }

    /** Has these from now on, given oldest first. */
    void replace(List<NotificationLine> lines) {
        beginChange();
        List<NotificationLine> removed = List.copyOf(oldestFirst).reversed();
        oldestFirst.clear();
        oldestFirst.addAll(lines);
        nextReplace(0, oldestFirst.size(), removed);
        endChange();
    }
}
