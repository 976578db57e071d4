package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
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

    /** All lines, and then groups of them, the largest first. */
    static List<NotificationGroup> of(
            List<NotificationLine> lines, Grouping grouping, MibNames names) {
        Map<Object, Sum> sums = new HashMap<>();
        for (NotificationLine line : lines) {
            Object key = grouping == Grouping.SOURCE ? line.host() : line.notification().trapOid();
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
                                            : names.shortName(sum.first.notification().trapOid())),
                            sum.count,
                            sum.worst));
        }
        groups.sort(
                Comparator.comparingLong(NotificationGroup::count)
                        .reversed()
                        .thenComparing(NotificationGroup::name));
        List<NotificationGroup> told = groups.subList(0, Math.min(MOST, groups.size()));
        told.addFirst(all(lines));
        return List.copyOf(told);
    }

    /** All of them, which is no group but stands before the groups. */
    private static NotificationGroup all(List<NotificationLine> lines) {
        Severity worst =
                lines.stream()
                        .map(NotificationLine::severity)
                        .min(Comparator.naturalOrder())
                        .orElse(Severity.CLEARED);
        return new NotificationGroup(
                "", Words.text("notifications.groups.all"), lines.size(), worst);
    }

    /** Whether it stands for all. */
    boolean isAll() {
        return key.isEmpty();
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
