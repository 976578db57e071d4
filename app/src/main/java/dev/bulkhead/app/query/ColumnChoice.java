package dev.bulkhead.app.query;

import dev.bulkhead.app.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which columns of the results are shown and in which order; kept in the settings. */
final class ColumnChoice {
    private static final String ORDER = "results.columns";
    private static final String HIDDEN = "results.hidden";

    /** What few need stays out of sight until it is asked for. */
    private static final List<String> USUALLY_HIDDEN = List.of("oid", "raw");

    private final Settings settings;

    ColumnChoice(Settings settings) {
        this.settings = settings;
    }

    /** These columns in the order the user wants; those never seen before at their usual places. */
    List<String> order(List<String> usual) {
        List<String> known = read(ORDER, usual);
        List<String> order = new ArrayList<>(known.stream().filter(usual::contains).toList());
        for (String id : usual) {
            if (!order.contains(id)) {
                order.add(Math.min(usual.indexOf(id), order.size()), id);
            }
        }
        return order;
    }

    boolean isHidden(String id) {
        return read(HIDDEN, USUALLY_HIDDEN).contains(id);
    }

    void keep(List<String> order, Set<String> hidden) {
        settings.put(ORDER, String.join(",", order));
        settings.put(HIDDEN, String.join(",", hidden));
    }

    private List<String> read(String key, List<String> usual) {
        return settings.get(key).map(text -> Arrays.asList(text.split(",", -1))).orElse(usual);
    }
}
