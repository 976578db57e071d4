package dev.bulkhead.app.pollrun;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Metrics as lines, those of a family together. What a device or module says is escaped: it can
 * never end a label or begin a line. No metric is written twice.
 */
final class MetricsText {
    private final Map<String, StringBuilder> families = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();

    void add(MetricNames.Family family, Map<String, String> labels, String value) {
        StringBuilder lines =
                families.computeIfAbsent(
                        family.name(),
                        name ->
                                new StringBuilder()
                                        .append("# HELP ")
                                        .append(name)
                                        .append(' ')
                                        .append(help(family.help()))
                                        .append("\n# TYPE ")
                                        .append(name)
                                        .append(' ')
                                        .append(family.type())
                                        .append('\n'));
        StringBuilder metric = new StringBuilder(family.name());
        String before = "{";
        for (Map.Entry<String, String> label : labels.entrySet()) {
            metric.append(before).append(label.getKey()).append("=\"");
            metric.append(escaped(label.getValue())).append('"');
            before = ",";
        }
        metric.append(labels.isEmpty() ? "" : "}");
        if (written.add(metric.toString())) {
            lines.append(metric).append(' ').append(value).append('\n');
        }
    }

    /** Control characters and lone surrogates are shown as spaces. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    boolean shown =
                            c == '\n'
                                    || (!Character.isISOControl(c)
                                            && Character.getType(c) != Character.SURROGATE
                                            && Character.getType(c) != Character.FORMAT);
                    clean.appendCodePoint(shown ? c : ' ');
                });
        return clean.toString();
    }

    private static String help(String text) {
        return clean(text).replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String escaped(String text) {
        return help(text).replace("\"", "\\\"");
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        families.values().forEach(all::append);
        return all.toString();
    }
}
