package dev.bulkhead.app.polling;

import dev.bulkhead.app.chart.Series;
import dev.bulkhead.app.chart.Sparkline;
import dev.bulkhead.app.chart.Statistics;
import dev.bulkhead.app.formula.Formula;
import dev.bulkhead.app.formula.Outcome;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One polled instance, or one formula, of one target: its last answer, and a series of what can be
 * drawn of it.
 *
 * <p>Concurrency: one thread of the engine at a time writes it through its job; any thread reads
 * it. What belongs together is swapped as one {@link Reading}. Interval and settings are changed by
 * {@link PollingViewModel} under its lock.
 */
public final class PollRow implements PollEntry {
    /** Beyond so many periods without an answer a row is late; and a little more for slow links. */
    private static final int LATE_PERIODS = 2;

    private static final Duration GRACE = Duration.ofMillis(500);

    private static final CounterRate.Outcome NOTHING =
            new CounterRate.Outcome.Gap(CounterRate.Reason.MISSING);

    private volatile Target target;
    private final String targetLabel;
    private volatile Oid instance;
    private volatile Duration every;
    private volatile long patienceMillis;
    private final PollContext context;
    private final Optional<FormulaSource> formula;
    private final String title;
    private final Series series = new Series();
    private final AlarmState alarm;
    private PolledObject polled;
    private ObjectRate rate;
    private Search search = Search.NONE;
    private volatile Reading reading =
            new Reading(Optional.empty(), Instant.EPOCH, Double.NaN, false);
    private volatile Optional<Failure> failure = Optional.empty();
    private volatile Optional<String> undefined = Optional.empty();
    private volatile Optional<Quantity> quantity = Optional.empty();
    private volatile Optional<PollJob> job = Optional.empty();
    private volatile PollObserver observer = PollObserver.NONE;
    private volatile PollSettings settings = PollSettings.NONE;
    private volatile ObjectRate.Growth total = ObjectRate.Growth.NONE;
    private volatile Optional<PollReference> waiting = Optional.empty();

    /**
     * The last answer that held this instance.
     *
     * @param value empty before the first, and of formulas; may be an exception of RFC 3416 §3
     * @param point what was drawn of it, in units of the series; NaN if nothing
     * @param isAnswer whether there was one
     */
    record Reading(Optional<SmiValue> value, Instant time, double point, boolean isAnswer) {}

    /** Whether what is polled must be looked for: its table was indexed anew. */
    private enum Search {
        NONE,
        NEEDED,
        UNDER_WAY
    }

    /** A row for an instance of {@code item}. */
    PollRow(PollItem item, Oid instance, Duration every, PollContext context) {
        this(item, new What(instance, Optional.empty(), ""), every, context);
    }

    /** A row for a formula over instances of {@code item}. */
    PollRow(PollItem item, Formula formula, String title, Duration every, PollContext context) {
        this(
                item,
                new What(
                        formula.operands().getFirst().instance(),
                        Optional.of(new FormulaSource(formula, context.names()::polled)),
                        title),
                every,
                context);
        quantity = Optional.of(new Quantity(false, 1, formula.unit(), true));
        series.unit(formula.unit());
    }

    private record What(Oid instance, Optional<FormulaSource> formula, String title) {}

    private PollRow(PollItem item, What what, Duration every, PollContext context) {
        this.target = item.target();
        this.targetLabel = item.targetLabel();
        this.instance = what.instance();
        this.every = every;
        this.patienceMillis = patience(every);
        this.context = context;
        this.formula = what.formula();
        this.title = what.title();
        this.polled = context.names().polled(instance);
        this.rate = new ObjectRate(polled);
        this.alarm = new AlarmState(this);
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

    /** The formula, where it is one; its first operand is the {@link #instance}. */
    public Optional<Formula> formula() {
        return formula.map(FormulaSource::formula);
    }

    /** What the user calls it: of formulas. */
    public String title() {
        return title;
    }

    public Duration every() {
        return every;
    }

    void every(Duration other) {
        every = other;
        patienceMillis = patience(other);
    }

    private static long patience(Duration every) {
        return LATE_PERIODS * every.toMillis() + GRACE.toMillis();
    }

    public PollSettings settings() {
        return settings;
    }

    void settings(PollSettings other) {
        settings = other;
        alarm.threshold(other.threshold());
    }

    /** Whom to ask once that is known; empty where {@link #target} is to be asked. */
    public Optional<PollReference> waiting() {
        return waiting;
    }

    void waitFor(PollReference reference) {
        waiting = Optional.of(reference);
    }

    /** From now on this one is asked. */
    void ask(Target known) {
        target = known;
        waiting = Optional.empty();
    }

    /** Whether it is to be asked for. */
    boolean isWanted() {
        return !settings.isPaused() && waiting.isEmpty();
    }

    /** Whether its value is beyond its threshold. */
    public boolean isAlarm() {
        return alarm.isRaised();
    }

    /** What can be drawn: rates of counters, other numbers as they are; empty for texts. */
    public Series series() {
        return series;
    }

    /** The last value the agent gave; empty before the first, and of formulas. */
    public Optional<VarBind> value() {
        return reading.value().map(value -> new VarBind(instance, value));
    }

    /** Whether the agent counts here, so that rates are drawn. */
    public boolean isCounter() {
        return quantity.map(Quantity::isCounter).orElse(false);
    }

    /** What the agent has counted while it was polled, as far as is known; of counters. */
    public Optional<PollTotal> total() {
        ObjectRate.Growth counted = total;
        return quantity.filter(q -> q.isCounter() && counted.seconds() > 0)
                .map(q -> new PollTotal(counted.amount(), q.totalUnit(), counted.seconds()));
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
        return last.isAnswer() ? Optional.of(Duration.between(last.time(), now)) : Optional.empty();
    }

    /** What the last minutes come to; empty without numbers. */
    public Optional<Statistics> statistics(Instant now) {
        long to = now.toEpochMilli();
        return series.statistics(to - Sparkline.LENGTH.toMillis(), to);
    }

    /** The MIB's unit of the value, in short; "" if there is none. */
    public String valueUnit() {
        return formula.isPresent()
                ? series.unit()
                : Quantity.shortUnit(context.names().objectOf(instance));
    }

    /** Why the last round brought no answer, if it did not. */
    public Optional<Failure> failure() {
        return failure;
    }

    /** Why the last answer gave a formula no number, if it did not. */
    public Optional<String> undefined() {
        return undefined;
    }

    public PollState state(Instant now) {
        if (waiting.isPresent()) {
            return PollState.WAITING;
        }
        if (settings.isPaused()) {
            return PollState.PAUSED;
        }
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
        if (!last.isAnswer()) {
            return PollState.STARTING;
        }
        if (last.value().orElse(null) instanceof SmiValue.Marker) {
            return PollState.MISSING;
        }
        if (now.toEpochMilli() - last.time().toEpochMilli() > patienceMillis) {
            return PollState.LATE;
        }
        if (isAlarm()) {
            return PollState.ALARM;
        }
        return undefined.isPresent() ? PollState.UNDEFINED : PollState.OK;
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

    PollContext context() {
        return context;
    }

    /** What is asked of the agent. */
    List<Oid> instances() {
        return formula.map(FormulaSource::instances).orElseGet(() -> List.of(instance));
    }

    /** What is asked beside it, to understand it. */
    List<Oid> companions() {
        return formula.map(FormulaSource::companions).orElseGet(polled::companions);
    }

    /**
     * The agent answered.
     *
     * @param values all that it gave, what this row asks for among them
     * @return whether something else lies under the instance now, so that it has to be looked for
     */
    boolean answered(Sample sample, Map<Oid, SmiValue> values) {
        failure = Optional.empty();
        if (formula.isPresent()) {
            computed(formula.get().next(sample, values), sample);
            return false;
        }
        SmiValue value = Objects.requireNonNull(values.get(instance));
        if (quantity.isEmpty()) {
            quantity = Quantity.of(value, context.names().objectOf(instance));
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
        reading = new Reading(Optional.of(value), sample.time(), point, true);
        alarm.next(point, sample.time());
        return search == Search.NEEDED;
    }

    private void computed(Outcome outcome, Sample sample) {
        long time = sample.time().toEpochMilli();
        double point =
                switch (outcome) {
                    case Outcome.Value(double number) -> number;
                    case Outcome.None _ -> Double.NaN;
                };
        if (outcome instanceof Outcome.None none && !FormulaSource.isFirst(none)) {
            series.gap(time, time, none.reason());
            undefined = Optional.of(none.reason());
        } else {
            undefined = Optional.empty();
        }
        if (!Double.isNaN(point)) {
            series.add(time, point);
        }
        reading = new Reading(Optional.empty(), sample.time(), point, true);
        alarm.next(point, sample.time());
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
            polled = context.names().polled(elsewhere);
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
        CounterRate.Outcome outcome = rate.next(sample, values).orElse(NOTHING);
        total = total.plus(rate.growth());
        return switch (outcome) {
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
        gap(time, time, reason);
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
        formula.ifPresent(FormulaSource::forget);
        Reading last = reading;
        reading = new Reading(last.value(), last.time(), Double.NaN, last.isAnswer());
        series.gap(from.toEpochMilli(), to.toEpochMilli(), reason);
        observer.gap(this, from, to, reason);
    }
}
