package dev.bulkhead.app.change;

import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An agent with one table whose rows an EntryStatus makes and removes, as RFC 2819 wants it. */
final class EntryAgent implements JobStarter {
    private static final SmiValue VALID = new SmiValue.Integer32(1);
    private static final SmiValue CREATE_REQUEST = new SmiValue.Integer32(2);
    private static final SmiValue UNDER_CREATION = new SmiValue.Integer32(3);
    private static final SmiValue INVALID = new SmiValue.Integer32(4);

    private final FakeJob.Starter jobs = new FakeJob.Starter();
    private final Oid status;
    private final Oid needed;
    private final SortedMap<Oid, SmiValue> values = new TreeMap<>();
    private final List<List<VarBind>> sets = new ArrayList<>();
    private boolean wantsBareRequest;

    /**
     * An empty table.
     *
     * @param status its column of states
     * @param needed the column without which a row cannot become valid
     */
    EntryAgent(Oid status, Oid needed) {
        this.status = status;
        this.needed = needed;
    }

    /** From now on a createRequest must come alone. */
    void wantBareRequest() {
        wantsBareRequest = true;
    }

    SortedMap<Oid, SmiValue> values() {
        return values;
    }

    /** The SETs that came. */
    List<List<VarBind>> sets() {
        return sets;
    }

    @Override
    public JobHandle submit(JobSpec spec, Consumer<JobEvent> listener) {
        JobHandle handle = jobs.submit(spec, listener);
        FakeJob job = jobs.last();
        switch (spec) {
            case JobSpec.Get get -> {
                job.gives(get.oids().stream().map(this::read).toArray(VarBind[]::new));
                job.finishes();
            }
            case JobSpec.Set set -> write(job, set.varBinds());
            default -> throw new IllegalArgumentException(spec.toString());
        }
        return handle;
    }

    private VarBind read(Oid name) {
        return new VarBind(name, values.getOrDefault(name, SmiValue.Marker.NO_SUCH_INSTANCE));
    }

    private void write(FakeJob job, List<VarBind> varBinds) {
        sets.add(varBinds);
        for (int i = 0; i < varBinds.size(); i++) {
            if (!isAllowed(varBinds.get(i), varBinds)) {
                job.fails(
                        new Failure.ErrorResponse(
                                "probe",
                                ErrorStatus.INCONSISTENT_VALUE,
                                i + 1,
                                Optional.of(varBinds.get(i).name())));
                return;
            }
        }
        varBinds.forEach(this::put);
        job.finishes();
    }

    private boolean isAllowed(VarBind varBind, List<VarBind> all) {
        Oid row = varBind.name().suffix(status.size());
        boolean exists = values.containsKey(status.append(row));
        if (!varBind.name().startsWith(status)) {
            boolean comes =
                    all.stream()
                            .anyMatch(each ->
                                    each.name().equals(status.append(row))
                                            && each.value().equals(CREATE_REQUEST));
            return exists || comes;
        }
        if (varBind.value().equals(CREATE_REQUEST)) {
            return !exists && (!wantsBareRequest || all.size() == 1);
        }
        return exists && (!varBind.value().equals(VALID) || values.containsKey(needed.append(row)));
    }

    private void put(VarBind varBind) {
        if (varBind.value().equals(INVALID)) {
            Oid row = varBind.name().suffix(status.size());
            values.keySet().removeIf(name -> name.suffix(status.size()).equals(row));
        } else {
            boolean request = varBind.name().startsWith(status);
            request &= varBind.value().equals(CREATE_REQUEST);
            values.put(varBind.name(), request ? UNDER_CREATION : varBind.value());
        }
    }
}
