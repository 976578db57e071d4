package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.Series;
import dev.bulkhead.app.chart.Sparkline;
import dev.bulkhead.app.chart.Statistics;
import dev.bulkhead.app.naming.ObjectRate;
import dev.bulkhead.app.naming.PolledObject;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One polled instance of one target: its last answer, and a series of what can be drawn of it.
 *
 * <p>Concurrency: one thread of the engine at a time writes it through its job; any thread reads
 * it. What belongs together is swapped as one {@link Reading}.
 */
public final class PollRow {
    /** Beyond so many periods without an answer a row is late; and a little more for slow links. */
    private static final int LATE_PERIODS = 2;

    private static final Duration GRACE = Duration.ofMillis(500);

    private static final CounterRate.Outcome NOTHING =
            new CounterRate.Outcome.Gap(CounterRate.Reason.MISSING);

    private final Target target;
    private final String targetLabel;
    private volatile Oid instance;
    private final Duration every;
    private final PollNames names;
    private final Series series = new Series();
    private PolledObject polled;
    private ObjectRate rate;
    private Search search = Search.NONE;
    private volatile Reading reading = new Reading(Optional.empty(), Instant.EPOCH, Double.NaN);
    private volatile Optional<Failure> failure = Optional.empty();
    private volatile Optional<Quantity> quantity = Optional.empty();
    private volatile Optional<PollJob> job = Optional.empty();
    private volatile PollObserver observer = PollObserver.NONE;

    /**
     * The last answer that held this instance.
     *
     * @param value empty before the first; may be an exception of RFC 3416 §3
     * @param point what was drawn of it, in units of the series; NaN if nothing
     */
    record Reading(Optional<SmiValue> value, Instant time, double point) {}

    /** Whether what is polled must be looked for: its table was indexed anew. */
    private enum Search {
        NONE,
        NEEDED,
        UNDER_WAY
    }

    /** A row for an instance of {@code item}. */
    PollRow(PollItem item, Oid instance, Duration every, PollNames names) {
        this.target = item.target();
        this.targetLabel = item.targetLabel();
        this.instance = instance;
        this.every = every;
        this.names = names;
        this.polled = names.polled(instance);
        this.rate = new ObjectRate(polled);
    }

    public Target target() {
        return target;
    }

    public String targetLabel() {
        return targetLabel;
    }

    /** What is polled now; another one after the agent has indexed its table anew. */
    public Oid instance() {
        return instance;
    }

    public Duration every() {
        return every;
    }

    /** What can be drawn: rates of counters, other numbers as they are; empty for texts. */
    public Series series() {
        return series;
    }

    /** The last value the agent gave; empty before the first. */
    public Optional<VarBind> value() {
        return reading.value().map(value -> new VarBind(instance, value));
    }

    /** Whether the agent counts here, so that rates are drawn. */
    public boolean isCounter() {
        return quantity.map(Quantity::isCounter).orElse(false);
    }

    /** Whether least, average and greatest say something: not for clocks and enumerations. */
    public boolean isMeasure() {
        return quantity.map(Quantity::isMeasure).orElse(false);
    }

    /** The newest number drawn, in units of the series; NaN if the newest answer gave none. */
    public double point() {
        return reading.point();
    }

    /** How long ago the agent last gave a value; empty before the first. */
    public Optional<Duration> age(Instant now) {
        Reading last = reading;
        return last.value().map(_ -> Duration.between(last.time(), now));
    }

    /** What the last minutes come to; empty without numbers. */
    public Optional<Statistics> statistics(Instant now) {
        long to = now.toEpochMilli();
        return series.statistics(to - Sparkline.LENGTH.toMillis(), to);
    }

    /** The MIB's unit of the value, in short; "" if there is none. */
    public String valueUnit() {
        return Quantity.shortUnit(names.objectOf(instance));
    }

    /** Why the last round brought no answer, if it did not. */
    public Optional<Failure> failure() {
        return failure;
    }

    public PollState state(Instant now) {
        return switch (job.map(PollJob::phase).orElse(PollJob.Phase.ENDED)) {
            case PAUSED -> PollState.PAUSED;
            case ENDED -> PollState.ENDED;
            case RESTARTING -> PollState.RESTARTING;
            case RUNNING -> runningState(now);
        };
    }

    private PollState runningState(Instant now) {
        Optional<Failure> problem = failure;
        Reading last = reading;
        if (problem.isPresent()) {
            return switch (problem.get()) {
                case Failure.Timeout _,
                        Failure.Unreachable _,
                        Failure.UnknownHost _,
                        Failure.NoSecureSession _ ->
                        PollState.NO_ANSWER;
                default -> PollState.ERROR;
            };
        }
        if (last.value().isEmpty()) {
            return PollState.STARTING;
        }
        if (last.value().get() instanceof SmiValue.Marker) {
            return PollState.MISSING;
        }
        Duration patience = every.multipliedBy(LATE_PERIODS).plus(GRACE);
        return Duration.between(last.time(), now).compareTo(patience) > 0
                ? PollState.LATE
                : PollState.OK;
    }

    Optional<PollJob> job() {
        return job;
    }

    void job(PollJob newJob) {
        job = Optional.of(newJob);
    }

    void observer(PollObserver newObserver) {
        observer = newObserver;
    }

    PollObserver observer() {
        return observer;
    }

    /** What is asked of the agent, and beside it. */
    PolledObject polled() {
        return polled;
    }

    /**
     * The agent answered.
     *
     * @param values all that it gave, this instance's among them
     * @return whether something else lies under the instance now, so that it has to be looked for
     */
    boolean answered(Sample sample, Map<Oid, SmiValue> values) {
        SmiValue value = Objects.requireNonNull(values.get(instance));
        failure = Optional.empty();
        if (quantity.isEmpty()) {
            quantity = Quantity.of(value, names.objectOf(instance));
            quantity.ifPresent(found -> series.unit(found.unit()));
        }
        double point = quantity.map(q -> point(q, sample, values)).orElse(Double.NaN);
        long time = sample.time().toEpochMilli();
        if (!Double.isNaN(point)) {
            series.add(time, point);
        } else if (value instanceof SmiValue.Marker) {
            series.gap(time, time, value.typeName());
            observer.gap(this, sample.time(), sample.time(), value.typeName());
        }
        observer.answered(this, sample.time(), value, point);
        reading = new Reading(Optional.of(value), sample.time(), point);
        return search == Search.NEEDED;
    }

    /** The column that names what is polled; the row waits until it is {@link #found}. */
    Optional<Oid> startSearch() {
        search = Search.UNDER_WAY;
        return polled.identity().map(name -> name.prefix(name.size() - 1));
    }

    /**
     * Goes on where its name is now, or where it was if that is nowhere.
     *
     * @param indexes of each name
     * @return whether that is elsewhere
     */
    boolean found(Map<SmiValue, Long> indexes) {
        search = Search.NONE;
        rate.forget();
        Optional<Oid> now =
                rate.former()
                        .map(indexes::get)
                        .map(index -> instance.prefix(instance.size() - 1).append(index))
                        .filter(elsewhere -> !elsewhere.equals(instance));
        now.ifPresent(elsewhere -> {
            instance = elsewhere;
            polled = names.polled(elsewhere);
            rate = new ObjectRate(polled);
        });
        return now.isPresent();
    }

    private double point(Quantity q, Sample sample, Map<Oid, SmiValue> values) {
        SmiValue value = Objects.requireNonNull(values.get(instance));
        if (!q.isCounter()) {
            return q.number(value);
        }
        if (search != Search.NONE) {
            return Double.NaN;
        }
        return switch (rate.next(sample, values).orElse(NOTHING)) {
            case CounterRate.Outcome.Rate(double perSecond, boolean _) -> perSecond * q.factor();
            case CounterRate.Outcome.Gap(CounterRate.Reason reason) -> {
                noRate(reason, sample.time());
                yield Double.NaN;
            }
        };
    }

    /** A first value is no news: either there was nothing before it, or a gap says why. */
    private void noRate(CounterRate.Reason reason, Instant time) {
        if (reason != CounterRate.Reason.FIRST) {
            series.gap(time.toEpochMilli(), time.toEpochMilli(), reason.words());
            observer.gap(this, time, time, reason.words());
        }
        if (reason == CounterRate.Reason.REBOOT) {
            observer.happened(this, time, PollObserver.Happening.REBOOT, reason.words());
        }
        if (reason == CounterRate.Reason.REINDEXED) {
            search = Search.NEEDED;
        }
    }

    /** The round brought no answer. */
    void failed(Instant time, Failure problem, String reason) {
        failure = Optional.of(problem);
        rate.forget();
        reading = new Reading(reading.value(), reading.time(), Double.NaN);
        series.gap(time.toEpochMilli(), time.toEpochMilli(), reason);
        observer.gap(this, time, time, reason);
    }

    /**
     * Rounds were not made as the target was too slow. Rates go on: over the longer time that lies
     * between its answers they are right.
     */
    void missed(Instant from, Instant to, String reason) {
        series.gap(from.toEpochMilli(), to.toEpochMilli(), reason);
        observer.gap(this, from, to, reason);
    }

    /** Rounds were not made, or their values are lost. */
    void gap(Instant from, Instant to, String reason) {
        rate.forget();
        reading = new Reading(reading.value(), reading.time(), Double.NaN);
        series.gap(from.toEpochMilli(), to.toEpochMilli(), reason);
        observer.gap(this, from, to, reason);
    }
}
