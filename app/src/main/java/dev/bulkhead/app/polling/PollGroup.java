package dev.bulkhead.app.polling;

import java.util.List;

/**
 * The head of a group of polls, over its rows.
 *
 * @param rows in their order, shown or not
 * @param isOpen whether they are shown
 */
record PollGroup(String name, List<PollRow> rows, boolean isOpen) implements PollEntry {
    PollGroup {
        rows = List.copyOf(rows);
    }

    long alarms() {
        return rows.stream().filter(PollRow::isAlarm).count();
    }
}
