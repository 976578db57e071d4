package dev.bulkhead.app.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which rows are shown, and in which order. Sorting takes all keys first: values change under it.
 * Immutable; any thread.
 *
 * @param filter what a row must contain somewhere; "" for all
 * @param keys columns to sort by, the first one first; none for the order of devices and instances
 * @param shown the columns whose texts the filter looks into
 */
record RowOrder(String filter, List<Key> keys, List<GridColumn> shown) {
    /** Rows by which a list is short enough to be arranged at once. */
    static final int FEW = 2_000;

    /** The natural order of all rows. */
    static final RowOrder NATURAL = new RowOrder("", List.of(), List.of());

    RowOrder {
        keys = List.copyOf(keys);
        shown = List.copyOf(shown);
    }

    /** One column to sort by. */
    record Key(GridColumn column, boolean ascending) {}

    boolean isNatural() {
        return filter.isBlank() && keys.isEmpty();
    }

    /** Whether other values may mean another order or choice. */
    boolean isOfValues() {
        return !filter.isBlank() || keys.stream().anyMatch(key -> !key.column().isFrozen());
    }

    /**
     * The rows that pass the filter, in order. Ends early, with nothing that makes sense, when its
     * thread is interrupted.
     *
     * @param rows in their natural order
     */
    List<GridRow> arrange(List<GridRow> rows, CellText text) {
        List<GridRow> passing = filter.isBlank() ? rows : passing(rows, text);
        return keys.isEmpty() ? passing : sorted(passing, text);
    }

    private List<GridRow> passing(List<GridRow> rows, CellText text) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        List<GridRow> passing = new ArrayList<>();
        for (GridRow row : rows) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            if (passes(row, wanted, text)) {
                passing.add(row);
            }
        }
        return passing;
    }

    private boolean passes(GridRow row, String wanted, CellText text) {
        return shown.stream()
                .anyMatch(column -> text.of(row, column).toLowerCase(Locale.ROOT).contains(wanted));
    }

    private List<GridRow> sorted(List<GridRow> rows, CellText text) {
        Keyed[] keyed = new Keyed[rows.size()];
        for (int i = 0; i < keyed.length; i++) {
            GridRow row = rows.get(i);
            keyed[i] =
                    new Keyed(
                            row,
                            i,
                            keys.stream()
                                    .<Object>map(key -> text.order(row, key.column()))
                                    .toList());
        }
        Arrays.sort(keyed, this::compare);
        return Arrays.stream(keyed).map(Keyed::row).toList();
    }

    /** A row with what it is sorted by, and its natural place for equals. */
    private record Keyed(GridRow row, int place, List<Object> values) {}

    private int compare(Keyed one, Keyed other) {
        for (int i = 0; i < keys.size(); i++) {
            int order =
                    compare(one.values().get(i), other.values().get(i), keys.get(i).ascending());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.place(), other.place());
    }

    /** Numbers before texts; what is nothing comes last, however the column is sorted. */
    private static int compare(Object one, Object other, boolean ascending) {
        boolean nothing = isNothing(one);
        if (nothing || isNothing(other)) {
            return Boolean.compare(nothing, isNothing(other));
        }
        int order =
                one instanceof Double a && other instanceof Double b
                        ? Double.compare(a, b)
                        : one instanceof Double
                                ? -1
                                : other instanceof Double
                                        ? 1
                                        : String.CASE_INSENSITIVE_ORDER.compare(
                                                one.toString(), other.toString());
        return ascending ? order : -order;
    }

    private static boolean isNothing(Object value) {
        return value.equals("") || value.equals(Double.NaN);
    }
}
