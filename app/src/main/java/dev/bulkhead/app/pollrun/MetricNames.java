package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.naming.PollPlan;
import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a series is called in metrics: its object's name, and labels for what its INDEX says, as
 * snmp_exporter calls them. The same series has the same names in every run. Any thread.
 */
final class MetricNames {
    private static final int LONGEST_HELP = 400;
    private final MibNames names;

    MetricNames(MibNames names) {
        this.names = names;
    }

    /**
     * A family of metrics.
     *
     * @param type {@code counter}, {@code gauge} or {@code untyped}
     */
    record Family(String name, String type, String help) {}

    /**
     * A series among metrics.
     *
     * @param labels in order
     * @param identity the label that takes what names the row, such as {@code ifName}; "" for none
     */
    record Metric(Family family, Map<String, String> labels, String identity) {}

    Metric of(RunSeries series) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("device", series.device());
        if (series.formula().isPresent()) {
            labels.put("name", series.name());
            labels.put("unit", series.unit());
            Family family =
                    new Family(
                            "bulkhead_formula", "gauge", "What a formula of the poll set gives.");
            return new Metric(family, labels, "");
        }
        Optional<ObjectType> object = names.index().objectOf(series.oid());
        if (object.isEmpty()) {
            labels.put("oid", series.oid().toString());
            Family family =
                    new Family(
                            "bulkhead_oid", "untyped", "The value of an OID that no module names.");
            return new Metric(family, labels, "");
        }
        index(object.get(), series.oid(), labels);
        String identity =
                PollPlan.object(names, series.oid())
                        .identity()
                        .flatMap(oid -> names.object(oid))
                        .map(each -> legal(each.name()))
                        .filter(name -> !labels.containsKey(name))
                        .orElse("");
        return new Metric(family(object.get()), labels, identity);
    }

    private Family family(ObjectType object) {
        long bearers =
                names.index().definitions(object.name()).stream()
                        .filter(ObjectType.class::isInstance)
                        .map(each -> ((ObjectType) each).oid())
                        .distinct()
                        .count();
        String name = bearers > 1 ? object.head().module() + "_" + object.name() : object.name();
        BaseType base = object.syntax().base();
        boolean counts = base == BaseType.COUNTER32 || base == BaseType.COUNTER64;
        return new Family(legal(name), counts ? "counter" : "gauge", help(object));
    }

    private static String help(ObjectType object) {
        String text = object.description().replaceAll("\\s+", " ").strip();
        int end = text.indexOf(". ");
        String first = end > 0 ? text.substring(0, end) : text.replaceAll("\\.$", "");
        if (first.length() > LONGEST_HELP) {
            first = first.substring(0, LONGEST_HELP) + "...";
        }
        return (first.isEmpty() ? object.name() : first) + " - " + object.oid();
    }

    private void index(ObjectType object, Oid instance, Map<String, String> labels) {
        if (instance.size() == object.oid().size() + 1
                && instance.last() == 0
                && names.index().rowOf(object.oid()).isEmpty()) {
            return;
        }
        List<String> keys =
                names.index().rowOf(object.oid()).stream()
                        .flatMap(row -> row.index().stream())
                        .map(part -> legal(part.object().name()))
                        .toList();
        List<String> parts = names.indexParts(instance);
        boolean fits =
                keys.size() == parts.size()
                        && keys.stream().distinct().count() == keys.size()
                        && !keys.contains("device");
        if (fits) {
            for (int i = 0; i < keys.size(); i++) {
                labels.put(keys.get(i), parts.get(i));
            }
        } else {
            labels.put("index", instance.suffix(object.oid().size()).toString());
        }
    }

    /** A name of metric or label (letters, digits, underscores). */
    static String legal(String name) {
        String legal = name.replaceAll("[^A-Za-z0-9_]", "_");
        return legal.matches("[0-9].*") ? "_" + legal : legal;
    }
}
