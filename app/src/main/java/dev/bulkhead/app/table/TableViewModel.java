package dev.bulkhead.app.table;

import dev.bulkhead.app.naming.MibNames;
import dev.bulkhead.app.polling.JobStarter;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.WalkOptions;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One table of one device: reads it, and again on demand. JavaFX's thread, but for {@link
 * #onChange}'s action, which is called from engine threads.
 */
public final class TableViewModel {
    private final JobStarter jobs;
    private final InstantSource clock;
    private final Question question;
    private TableRun run;
    private Runnable changed = () -> {};

    /**
     * Which table of whom.
     *
     * @param name the table's name, for the tab
     * @param device what the user calls the target
     * @param names the modules known when the table was opened
     */
    public record Question(
            String name, String device, Target target, ObjectType row, MibNames names) {}

    public TableViewModel(JobStarter jobs, InstantSource clock, Question question) {
        this.jobs = jobs;
        this.clock = clock;
        this.question = question;
        run = new TableRun(newGrid(), clock.instant());
    }

    private TableGrid newGrid() {
        return new TableGrid(question.row(), question.names().index());
    }

    /** Called from any thread whenever there is something new. */
    public void onChange(Runnable action) {
        changed = action;
    }

    public Question question() {
        return question;
    }

    TableRun run() {
        return run;
    }

    /** The job that read it last. */
    public Optional<JobHandle> job() {
        return run.handle();
    }

    /** Reads the table anew; the old rows stay until the first new ones come. */
    public void refresh() {
        run.handle().ifPresent(JobHandle::cancel);
        TableRun fresh = new TableRun(newGrid(), clock.instant());
        run = fresh;
        fresh.submitted(
                jobs.submit(
                        new JobSpec.Table(
                                question.target(), fresh.grid().asked(), WalkOptions.DEFAULT),
                        event -> {
                            fresh.on(event);
                            changed.run();
                        }));
    }

    /** Takes in values that were read back after a change. */
    public void readBack(List<VarBind> values) {
        Duration none = Duration.ZERO;
        run.grid()
                .take(
                        new Sample(
                                0,
                                0,
                                clock.instant(),
                                none,
                                Optional.empty(),
                                values,
                                Optional.empty()));
    }

    /** Ends the reading; what has come stays. Whether there was one. */
    public boolean cancel() {
        boolean going = !run.progress().state().isOver();
        run.handle().ifPresent(JobHandle::cancel);
        return going;
    }

    /** A cell's text: numbers with their digits grouped, labels without number. */
    String text(GridRow row, GridColumn column) {
        if (column.indexPart().isPresent()) {
            int part = column.indexPart().get();
            return part < row.key().size() ? row.key().get(part) : "";
        }
        ObjectType object = column.object().orElseThrow();
        return row.value(object.oid()).map(value -> text(object, row, value)).orElse("");
    }

    private String text(ObjectType object, GridRow row, SmiValue value) {
        return switch (value) {
            case SmiValue.Counter32 counter -> grouped(counter.value());
            case SmiValue.Counter64 counter ->
                    counter.value() < 0
                            ? Long.toUnsignedString(counter.value())
                            : grouped(counter.value());
            case SmiValue.Gauge32 gauge when object.syntax().displayHint().isEmpty() ->
                    grouped(gauge.value());
            case SmiValue.Integer32 number ->
                    object.syntax()
                            .label(number.value())
                            .orElseGet(() -> plain(object, row, value));
            default -> plain(object, row, value);
        };
    }

    private String plain(ObjectType object, GridRow row, SmiValue value) {
        return question.names().value(new VarBind(object.oid().append(row.instance()), value));
    }

    private static String grouped(long number) {
        return NumberFormat.getIntegerInstance(Locale.getDefault()).format(number);
    }

    /** The instance a cell shows; empty for index columns and where there is no value. */
    Optional<Oid> instance(GridRow row, GridColumn column) {
        return column.object()
                .filter(object -> row.value(object.oid()).isPresent())
                .map(object -> object.oid().append(row.instance()));
    }

    /** The columns that a grid turned by a quarter shows, one a row. */
    List<GridRow> rows() {
        return run.grid().rows();
    }
}
