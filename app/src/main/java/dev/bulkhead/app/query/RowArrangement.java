package dev.bulkhead.app.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which rows are shown and in which order.
 *
 * @param order empty for the order they came in
 */
record RowArrangement(
        Optional<Predicate<ResultRow>> filter, Optional<Comparator<ResultRow>> order) {
    boolean isPlain() {
        return filter.isEmpty() && order.isEmpty();
    }

    /** The rows that are shown, in order; a new list. Any thread. */
    List<ResultRow> of(List<ResultRow> all) {
        List<ResultRow> rows = new ArrayList<>(all);
        filter.ifPresent(passes -> rows.removeIf(passes.negate()));
        order.ifPresent(rows::sort);
        return rows;
    }
}
