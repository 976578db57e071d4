package dev.bulkhead.app.query;

import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run: what was asked of whom, and what came so far.
 *
 * <p>Concurrency: {@link #on} is called by one engine thread; everything else by any. Rows wait in
 * {@code fresh} until the window takes them.
 *
 * <p>Limits: at most {@link #limit} rows are kept; the others are counted.
 */
public final class QueryRun {
    /** How many values a run keeps at most. */
    public static final int LIMIT = 1_000_000;

    private final Question question;
    private final JobProgress progress;
    private volatile @Nullable JobHandle handle;
    private volatile @Nullable Examination examination;
    private final int limit;
    private List<ResultRow> fresh = new ArrayList<>();
    private long kept;
    private long dropped;

    /**
     * What is asked.
     *
     * @param what the object's name, as the run's title shows it
     * @param device what the user calls the target
     */
    public record Question(Verb verb, String what, String device, Target target, String oidText) {}

    public QueryRun(Question question, Instant begun) {
        this(question, begun, LIMIT);
    }

    QueryRun(Question question, Instant begun, int limit) {
        this.question = question;
        this.limit = limit;
        progress = new JobProgress(begun);
    }

    public Question question() {
        return question;
    }

    public JobProgress progress() {
        return progress;
    }

    /** The running job; empty before it was submitted. */
    public Optional<JobHandle> handle() {
        return Optional.ofNullable(handle);
    }

    void submitted(JobHandle submitted) {
        handle = submitted;
    }

    void on(JobEvent event) {
        progress.on(event);
        if (event instanceof JobEvent.Samples samples) {
            samples.samples().forEach(this::take);
        }
    }

    private synchronized void take(Sample sample) {
        for (VarBind varBind : sample.varBinds()) {
            if (kept < limit) {
                kept++;
                fresh.add(new ResultRow(varBind, question.target().address(), sample.roundTrip()));
            } else {
                dropped++;
            }
        }
    }

    /** The rows that came since the last call. */
    public synchronized List<ResultRow> drain() {
        List<ResultRow> taken = fresh;
        fresh = new ArrayList<>();
        return taken;
    }

    /** How many values came, the dropped ones included. */
    public synchronized long count() {
        return kept + dropped;
    }

    /** How many values it keeps. */
    public int limit() {
        return limit;
    }

    /** How many values came after the limit and were not kept. */
    public synchronized long dropped() {
        return dropped;
    }

    /** Whether it got nothing at all, and why. */
    public Optional<Failure> silence() {
        return count() == 0 && progress.state().isOver() ? progress.failure() : Optional.empty();
    }

    /** What is found out about its silence; empty if that needs no examination. */
    public Optional<Examination> examination() {
        return Optional.ofNullable(examination);
    }

    void examined(Examination by) {
        examination = by;
    }

    /** Ends the job; what has come stays. */
    public void cancel() {
        handle().ifPresent(JobHandle::cancel);
        examination().ifPresent(Examination::cancel);
    }
}
