package dev.bulkhead.app.polling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order of rows, within their groups. Immutable lists in, immutable lists out. */
final class PollOrder {
    private PollOrder() {}

    /** The rows by their groups, in the order in which these first appear; "" first. */
    static Map<String, List<PollRow>> byGroup(List<PollRow> rows) {
        Map<String, List<PollRow>> groups = new LinkedHashMap<>();
        groups.put("", new ArrayList<>());
        for (PollRow row : rows) {
            groups.computeIfAbsent(row.settings().group(), _ -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    /**
     * Moves rows by one place among those of their own group; those at its end stay.
     *
     * @param by -1 up, 1 down
     */
    static List<PollRow> moved(List<PollRow> rows, Collection<PollRow> some, int by) {
        List<PollRow> order = new ArrayList<>();
        Set<PollRow> moving = new HashSet<>(some);
        byGroup(rows).values().forEach(group -> order.addAll(shifted(group, moving, by)));
        return List.copyOf(order);
    }

    private static List<PollRow> shifted(List<PollRow> group, Set<PollRow> moving, int by) {
        List<PollRow> order = new ArrayList<>(by < 0 ? group : group.reversed());
        for (int i = 1; i < order.size(); i++) {
            if (moving.contains(order.get(i)) && !moving.contains(order.get(i - 1))) {
                order.add(i - 1, order.remove(i));
            }
        }
        return by < 0 ? order : order.reversed();
    }

    /** Puts rows before another one, in their order; at the end if that is not among the rest. */
    static List<PollRow> put(List<PollRow> rows, Collection<PollRow> some, PollRow before) {
        Set<PollRow> moving = new HashSet<>(some);
        List<PollRow> order = new ArrayList<>(rows);
        order.removeAll(moving);
        int at = order.indexOf(before);
        List<PollRow> kept = rows.stream().filter(moving::contains).toList();
        order.addAll(at < 0 ? order.size() : at, kept);
        return List.copyOf(order);
    }

    /** Puts rows back to where they stood in {@code old}, as far as their neighbours are here. */
    static List<PollRow> putBack(List<PollRow> rows, List<PollRow> gone, List<PollRow> old) {
        List<PollRow> order = new ArrayList<>(rows);
        for (PollRow row : gone) {
            int at = 0;
            for (int i = old.indexOf(row) - 1; i >= 0 && at == 0; i--) {
                at = order.indexOf(old.get(i)) + 1;
            }
            order.add(at, row);
        }
        return List.copyOf(order);
    }
}
