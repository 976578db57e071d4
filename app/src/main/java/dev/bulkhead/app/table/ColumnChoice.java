package dev.bulkhead.app.table;

import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.table.GridColumn.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which columns of a table the user wants to see, and in which order; remembered for each table.
 * What was never chosen is shown if it is a value, or a rate of octets in a table that has rates.
 * JavaFX's thread.
 */
final class ColumnChoice {
    private final TableShape shape;
    private final Settings settings;
    private final String prefix;
    private final Map<String, Boolean> chosen = new HashMap<>();
    private List<String> order = List.of();
    private boolean rated;

    ColumnChoice(TableShape shape, Settings settings) {
        this.shape = shape;
        this.settings = settings;
        prefix = "table." + shape.row().oid() + ".";
        read("shown").forEach(id -> chosen.put(id, true));
        read("hidden").forEach(id -> chosen.put(id, false));
        order = List.copyOf(read("order"));
    }

    private Set<String> read(String key) {
        return Arrays.stream(settings.get(prefix + key).orElse("").split(" ", -1))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All columns, in the user's order: the frozen ones first. */
    List<GridColumn> all(boolean severalDevices) {
        List<GridColumn> columns = new ArrayList<>();
        if (severalDevices) {
            columns.add(GridColumn.device());
        }
        List<GridColumn> movable = new ArrayList<>();
        for (GridColumn column : shape.columns()) {
            (column.isFrozen() ? columns : movable).add(column);
        }
        Map<String, Integer> places = places(movable);
        movable.sort(Comparator.comparing(column -> places.getOrDefault(column.id(), 0)));
        columns.addAll(movable);
        return columns;
    }

    /** Columns that were never moved stay behind the one that they follow in the MIB. */
    private Map<String, Integer> places(List<GridColumn> movable) {
        List<String> ids = new ArrayList<>(order);
        String before = "";
        for (GridColumn column : movable) {
            if (!ids.contains(column.id())) {
                ids.add(ids.indexOf(before) + 1, column.id());
            }
            before = column.id();
        }
        Map<String, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        return places;
    }

    boolean isShown(GridColumn column) {
        return chosen.getOrDefault(column.id(), isShownUnlessChosen(column));
    }

    private boolean isShownUnlessChosen(GridColumn column) {
        return switch (column.kind()) {
            case DEVICE, INDEX, VALUE -> true;
            case RATE -> rated && isOctets(column);
            case TREND -> rated && isOctets(column) && column.name().contains("In");
        };
    }

    private static boolean isOctets(GridColumn column) {
        return column.name().endsWith("Octets");
    }

    /** There are rates, so their columns are worth their room; whether that is new. */
    boolean rated() {
        boolean before = rated;
        rated = true;
        return !before;
    }

    /** Shows these columns only, of all. */
    void show(Collection<GridColumn> shown) {
        Set<GridColumn> wanted = Set.copyOf(shown);
        for (GridColumn column : shape.columns()) {
            boolean is = wanted.contains(column);
            if (is != isShown(column)) {
                chosen.put(column.id(), is);
            }
        }
        keep();
    }

    /** Takes the order that the user has dragged the columns into. */
    void order(List<GridColumn> columns) {
        order = columns.stream().filter(column -> !column.isFrozen()).map(GridColumn::id).toList();
        keep();
    }

    /** Forgets all choices. */
    void reset() {
        chosen.clear();
        order = List.of();
        keep();
    }

    private void keep() {
        settings.put(prefix + "shown", ids(true));
        settings.put(prefix + "hidden", ids(false));
        settings.put(prefix + "order", String.join(" ", order));
    }

    private String ids(boolean shown) {
        return chosen.entrySet().stream()
                .filter(entry -> entry.getValue() == shown)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" "));
    }

    /** The places of the counters whose rates are shown, or may be soon. */
    Set<Integer> followed() {
        return shape.columns().stream()
                .filter(column -> column.kind() == Kind.RATE || column.kind() == Kind.TREND)
                .filter(column -> isShown(column) || isOctets(column))
                .map(shape::place)
                .collect(Collectors.toUnmodifiableSet());
    }
}
