package dev.bulkhead.app.table;

import dev.bulkhead.app.naming.Library;
import dev.bulkhead.app.polling.SettableClock;
import dev.bulkhead.app.query.FakeJob;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobId;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table of ifTable whose devices say what a test lets them say, at the times it wants. */
final class FakeTable {
    static final Oid IF_ENTRY = Oid.parse("1.3.6.1.2.1.2.2.1");
    static final Oid DESCR = IF_ENTRY.append(2);
    static final Oid OPER_STATUS = IF_ENTRY.append(8);
    static final Oid IN_OCTETS = IF_ENTRY.append(10);
    static final Oid IN_ERRORS = IF_ENTRY.append(14);
    static final Failure SILENCE = new Failure.Timeout("192.0.2.1:161", Duration.ofSeconds(1), 0);

    final SettableClock clock = new SettableClock();
    final FakeJob.Starter jobs = new FakeJob.Starter();
    final Settings settings;
    final TableViewModel model;
    private long ticks = 100_000;

    FakeTable() {
        this(Settings.inMemory());
    }

    FakeTable(Settings settings) {
        this.settings = settings;
        model =
                new TableViewModel(
                        jobs,
                        clock,
                        new TableViewModel.Question(
                                "ifTable", "sw-1", target("192.0.2.1"), row(), Library.NAMES),
                        settings);
    }

    static ObjectType row() {
        return (ObjectType)
                Library.NAMES.index().node(IF_ENTRY).orElseThrow().definition().orElseThrow();
    }

    static Target target(String host) {
        return new Target(
                host,
                161,
                new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                Duration.ofSeconds(1),
                0);
    }

    static GridDevice device(String label) {
        return new GridDevice(label, target(label));
    }

    /** Time passes, here and at the agent. */
    void pass(Duration time) {
        clock.advance(time);
        ticks += time.toMillis() / 10;
    }

    static VarBind cell(Oid column, int index, SmiValue value) {
        return new VarBind(column.append(index), value);
    }

    /** A row with its counter of octets, and a status. */
    static List<VarBind> row(int index, long octets, int status) {
        return List.of(
                cell(IN_OCTETS, index, new SmiValue.Counter32(octets)),
                cell(OPER_STATUS, index, new SmiValue.Integer32(status)));
    }

    /** The newest job gives rows. */
    @SafeVarargs
    final void gives(List<VarBind>... rows) {
        gives(jobs.last(), rows);
    }

    @SafeVarargs
    final void gives(FakeJob job, List<VarBind>... rows) {
        List<VarBind> cells = new ArrayList<>();
        for (List<VarBind> row : rows) {
            cells.addAll(row);
        }
        job.says(
                new JobEvent.Samples(
                        new JobId(1),
                        clock.instant(),
                        List.of(
                                new Sample(
                                        0,
                                        0,
                                        clock.instant(),
                                        Duration.ofMillis(3),
                                        Optional.of(ticks),
                                        cells,
                                        Optional.empty()))));
    }

    /** Reads it once and shows what came. */
    @SafeVarargs
    final void reads(List<VarBind>... rows) {
        model.refresh();
        gives(rows);
        jobs.last().finishes();
        model.tick();
    }

    GridColumn column(String id) {
        return model.shape().columns().stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    GridRow shown(int place) {
        return model.rows().get(place);
    }

    String text(int place, String column) {
        return model.text().of(shown(place), column(column));
    }

    /** How fresh the change of a cell is; 0 for none. */
    int freshness(int place, String column) {
        return shown(place)
                .change(model.shape().place(column(column)))
                .map(change -> change.freshness(clock.instant()))
                .orElse(0);
    }
}
