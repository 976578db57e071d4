package dev.bulkhead.app.pollrun;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A device as one job asks it. One thread at a time. */
final class RunDevice {
    private final Told.Device device;
    private final Target target;
    private final List<SeriesState> series;
    private long lastMillis = Long.MIN_VALUE;

    RunDevice(Told.Device device, Target target, List<SeriesState> series) {
        this.device = device;
        this.target = target;
        this.series = List.copyOf(series);
    }

    Told.Device device() {
        return device;
    }

    Target target() {
        return target;
    }

    List<SeriesState> series() {
        return series;
    }

    JobSpec.Poll.Item item() {
        Set<Oid> all = new LinkedHashSet<>();
        series.forEach(each -> all.add(each.series().oid()));
        series.forEach(each -> all.addAll(each.asked()));
        return new JobSpec.Poll.Item(target, List.copyOf(all));
    }

    /** What a round comes to; that the agent restarted is told once. */
    List<Told> answered(Sample answer) {
        Sample sample = inOrder(answer);
        Map<Oid, SmiValue> values = new HashMap<>();
        for (VarBind varBind : sample.varBinds()) {
            values.put(varBind.name(), varBind.value());
        }
        List<Told> told = new ArrayList<>();
        boolean rebooted = false;
        for (SeriesState each : series) {
            for (Told one : each.next(sample, values)) {
                boolean isReboot =
                        one instanceof Told.Happened event && event.what() == Told.What.REBOOT;
                if (!isReboot || !rebooted) {
                    told.add(one);
                }
                rebooted |= isReboot;
            }
        }
        return told;
    }

    /** Late answers may come in one millisecond, which is the key of a value in a history. */
    private Sample inOrder(Sample sample) {
        long millis = Math.max(sample.time().toEpochMilli(), lastMillis + 1);
        lastMillis = millis;
        return new Sample(
                sample.target(),
                sample.round(),
                Instant.ofEpochMilli(millis),
                sample.roundTrip(),
                sample.upTimeTicks(),
                sample.engineBoots(),
                sample.varBinds(),
                sample.failure());
    }

    void forget() {
        series.forEach(SeriesState::forget);
    }
}
