package dev.bulkhead.app.notification;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.query.Inert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notifications of one source, or of one kind.
 *
 * @param key a host, or an OID's text
 * @param worst how bad the worst of them is
 */
record NotificationGroup(String key, String name, long count, Severity worst) {
    /** More groups are not told apart in a list. */
    static final int MOST = 1_000;

    /** Groups of lines, the largest first. */
    static List<NotificationGroup> of(
            List<NotificationLine> lines, Grouping grouping, MibNames names) {
        Map<Object, Sum> sums = new HashMap<>();
        for (NotificationLine line : lines) {
            Object key =
                    grouping == Grouping.SOURCE ? line.host() : line.notification().trapOid();
            sums.computeIfAbsent(key, _ -> new Sum(line)).add(line.severity());
        }
        List<NotificationGroup> groups = new ArrayList<>();
        for (Sum sum : sums.values()) {
            groups.add(
                    new NotificationGroup(
                            key(sum.first, grouping),
                            Inert.text(
                                    grouping == Grouping.SOURCE
                                            ? sum.first.host()
                                            : names.shortName(
                                                    sum.first.notification().trapOid())),
                            sum.count,
                            sum.worst));
        }
        groups.sort(
                Comparator.comparingLong(NotificationGroup::count)
                        .reversed()
                        .thenComparing(NotificationGroup::name));
        return List.copyOf(groups.subList(0, Math.min(MOST, groups.size())));
    }

    /** What tells a line's group. */
    static String key(NotificationLine line, Grouping grouping) {
        return switch (grouping) {
            case NONE -> "";
            case SOURCE -> line.host();
            case NOTIFICATION -> line.notification().trapOid().toString();
        };
    }

    private static final class Sum {
        private final NotificationLine first;
        private long count;
        private Severity worst = Severity.CLEARED;

        Sum(NotificationLine first) {
            this.first = first;
        }

        void add(Severity severity) {
            count++;
            worst = severity.isAtLeast(worst) ? severity : worst;
        }
    }
}
