package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.mibs.smi.SmiValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest values as Prometheus's text (exposition format 0.0.4).
 *
 * <p>A series is there as long as its newest round gave a value: where a device does not answer, a
 * worker restarts or a value is missing, it vanishes, and comes back with its next value. Raw
 * values, as the agent gave them: rates are the reader's. Any thread.
 */
public final class Metrics implements Sink {
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final MetricNames names;
    private final Map<RunSeries, MetricNames.Metric> metrics = new HashMap<>();
    private final Map<RunSeries, Told.Value> newest = new LinkedHashMap<>();
    private final Map<String, DeviceState> devices = new LinkedHashMap<>();
    private final Map<RunSeries, Boolean> alarms = new LinkedHashMap<>();
    private final Map<List<String>, String> identities = new HashMap<>();
    private long restarts;

    /** What is counted of a device. */
    private static final class DeviceState {
        private final String address;
        private final Map<Duration, Instant> answered = new TreeMap<>();
        private Instant answer = Instant.EPOCH;
        private boolean up;
        private long values;
        private long gaps;

        private DeviceState(String address) {
            this.address = address;
        }
    }

    /** No values yet. */
    public Metrics(MibNames names) {
        this.names = new MetricNames(names);
    }

    @Override
    public synchronized void take(Told told) {
        switch (told) {
            case Told.Value value -> value(value);
            case Told.Gap gap -> gap(gap);
            case Told.Happened event -> event(event);
            case Told.Job _ -> {}
        }
    }

    private DeviceState device(RunSeries series) {
        return devices.computeIfAbsent(series.device(), _ -> new DeviceState(series.address()));
    }

    private void value(Told.Value value) {
        RunSeries series = value.series();
        DeviceState device = device(series);
        device.up = true;
        device.answer = value.time();
        device.answered.put(series.every(), value.time());
        series.alarm().ifPresent(_ -> alarms.putIfAbsent(series, false));
        if (value.gap().isPresent()) {
            device.gaps++;
            newest.remove(series);
            return;
        }
        device.values++;
        newest.put(series, value);
        MetricNames.Metric metric = metrics.computeIfAbsent(series, names::of);
        if (!metric.identity().isEmpty() && !value.label().isEmpty()) {
            identities.put(row(metric), value.label());
        }
    }

    /** A row of a table of a device. */
    private static List<String> row(MetricNames.Metric metric) {
        return List.copyOf(metric.labels().values());
    }

    private void gap(Told.Gap gap) {
        DeviceState device = device(gap.series());
        device.gaps++;
        Told.Value last = newest.get(gap.series());
        if (last == null || !last.time().isAfter(gap.until())) {
            newest.remove(gap.series());
            if (!device.answer.isAfter(gap.until())) {
                device.up = false;
            }
        }
    }

    private void event(Told.Happened event) {
        switch (event.what()) {
            case ALARM -> event.series().ifPresent(series -> alarms.put(series, true));
            case ALARM_OVER -> event.series().ifPresent(series -> alarms.put(series, false));
            case WORKER_RESTART -> restarts++;
            case STARTED ->
                    event.device()
                            .ifPresent(each ->
                                    devices.putIfAbsent(
                                            each.name(), new DeviceState(each.address())));
            case STOPPED, REBOOT -> {}
        }
    }

    /** All metrics now. */
    public synchronized String text(Instant now) {
        MetricsText text = new MetricsText();
        newest.forEach((series, value) -> {
            if (isFresh(series, value.time(), now)) {
                add(text, series, value);
            }
        });
        own(text, now);
        return text.toString();
    }

    private static boolean isFresh(RunSeries series, Instant time, Instant now) {
        Duration most = series.every().multipliedBy(2).plus(GRACE);
        return Duration.between(time, now).compareTo(most) <= 0;
    }

    private void add(MetricsText text, RunSeries series, Told.Value value) {
        MetricNames.Metric metric = metrics.computeIfAbsent(series, names::of);
        Map<String, String> labels = new LinkedHashMap<>(metric.labels());
        String identity = identities.getOrDefault(row(metric), value.label());
        if (!metric.identity().isEmpty() && !identity.isEmpty()) {
            labels.put(metric.identity(), identity);
        }
        if (value.number().isPresent()) {
            text.add(metric.family(), labels, Numbers.text(value.number().getAsDouble()));
            return;
        }
        SmiValue given = value.value().orElseThrow().value();
        Optional<Number> number = Values.number(given);
        if (number.isPresent()) {
            text.add(metric.family(), labels, number.get().toString());
        } else {
            String label = MetricNames.legal(series.object());
            labels.put(labels.containsKey(label) ? "value" : label, Values.text(given));
            text.add(metric.family(), labels, "1");
        }
    }

    private void own(MetricsText text, Instant now) {
        var up = family("bulkhead_up", "gauge", "Whether the device answered its newest round.");
        var info = family("bulkhead_device_info", "gauge", "Where a device is asked.");
        var last =
                family(
                        "bulkhead_last_answer_timestamp_seconds",
                        "gauge",
                        "When the device last answered, at each interval.");
        var values =
                family("bulkhead_values_total", "counter", "Values that came from the device.");
        var gaps = family("bulkhead_gaps_total", "counter", "Gap marks of the device's series.");
        devices.forEach((name, device) -> {
            Map<String, String> labels = Map.of("device", name);
            text.add(up, labels, isUp(device, now) ? "1" : "0");
            Map<String, String> where = new LinkedHashMap<>(labels);
            where.put("address", device.address);
            text.add(info, where, "1");
            device.answered.forEach((every, time) -> {
                Map<String, String> at = new LinkedHashMap<>(labels);
                at.put("interval", dev.bulkhead.app.pollset.Times.text(every));
                text.add(last, at, BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString());
            });
            text.add(values, labels, Long.toString(device.values));
            text.add(gaps, labels, Long.toString(device.gaps));
        });
        var alarm = family("bulkhead_alarm", "gauge", "Whether an alarm of the series is raised.");
        alarms.forEach((series, raised) -> {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("device", series.device());
            labels.put("name", series.name());
            text.add(alarm, labels, raised ? "1" : "0");
        });
        var restarted =
                family(
                        "bulkhead_worker_restarts_total",
                        "counter",
                        "Worker processes that another one replaced.");
        text.add(restarted, Map.of(), Long.toString(restarts));
    }

    private static boolean isUp(DeviceState device, Instant now) {
        return device.up
                && device.answered.entrySet().stream()
                        .anyMatch(each ->
                                Duration.between(each.getValue(), now)
                                                .compareTo(
                                                        each.getKey().multipliedBy(2).plus(GRACE))
                                        <= 0);
    }

    private static MetricNames.Family family(String name, String type, String help) {
        return new MetricNames.Family(name, type, help);
    }
}
