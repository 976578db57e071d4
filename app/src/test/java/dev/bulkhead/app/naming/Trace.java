package dev.bulkhead.app.naming;

import dev.bulkhead.engine.sample.CounterRate.Outcome;
import dev.bulkhead.engine.sample.CounterRate.Reason;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The rounds of one port of a made-up device, each with what an honest poller has to say of it: a
 * rate that is true, or a gap for the right reason.
 *
 * <p>The port counts what it carries, by its own clock; each method is something that happens to
 * it, and then it is polled once more, or several times.
 */
final class Trace {
    static final Oid IN_OCTETS = Oid.parse("1.3.6.1.2.1.2.2.1.10.7");
    static final Oid HC_IN_OCTETS = Oid.parse("1.3.6.1.2.1.31.1.1.1.6.7");
    private static final Oid DISCONTINUITY = Oid.parse("1.3.6.1.2.1.31.1.1.1.19.7");
    private static final Oid NAME = Oid.parse("1.3.6.1.2.1.31.1.1.1.1.7");
    private static final Oid HIGH_SPEED = Oid.parse("1.3.6.1.2.1.31.1.1.1.15.7");
    private static final Oid SPEED = Oid.parse("1.3.6.1.2.1.2.2.1.5.7");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long TWO_32 = 1L << 32;

    /** What has to be said of a round. */
    sealed interface Expected {
        /** A rate, within 2 %. */
        record Rate(double perSecond) implements Expected {}

        /** Any rate that the line can carry. */
        record AnyRate() implements Expected {}

        /** A gap for one of these reasons. */
        record Gap(Set<Reason> reasons) implements Expected {}

        default boolean isMetBy(Outcome outcome) {
            return switch (this) {
                case Rate(double true_) ->
                        outcome instanceof Outcome.Rate(double told, boolean _)
                                && Math.abs(told - true_) <= true_ * 0.02 + 0.01;
                case AnyRate() -> outcome instanceof Outcome.Rate;
                case Gap(Set<Reason> reasons) ->
                        outcome instanceof Outcome.Gap(Reason reason) && reasons.contains(reason);
            };
        }
    }

    /** A response and what has to be said of it. */
    record Round(Sample sample, Expected expected) {}

    final String kind;
    final double octetsPerSecond;
    final List<Round> rounds = new ArrayList<>();
    private final Random random;
    private final double every;
    private final Oid counter;
    private boolean wide;
    private long megabits;
    private double load;
    private double jitter = 0.5;
    private double clockSpeed = 1;
    private double total;
    private long base;
    private double now;
    private double ticks;
    private long discontinuity;
    private String name = "Gi1/0/7";
    private double goodTotal;
    private double goodTicks;

    /**
     * A port, polled once.
     *
     * @param kind what happens to it
     * @param wide whether it counts with 64 bits
     * @param every seconds between rounds
     * @param load what it carries on average, as a part of its line's speed
     */
    Trace(String kind, long seed, boolean wide, long megabits, double every, double load) {
        this.kind = kind;
        this.random = new Random(seed);
        this.wide = wide;
        this.counter = wide ? HC_IN_OCTETS : IN_OCTETS;
        this.megabits = megabits;
        this.octetsPerSecond = megabits * 125_000.0;
        this.every = every;
        this.load = load;
        this.ticks = 8_640_000 + random.nextInt(1_000_000_000);
        this.base = wide ? random.nextLong(1L << 50) + (1L << 40) : random.nextLong(TWO_32);
    }

    Trace upTime(long startTicks) {
        ticks = startTicks;
        return this;
    }

    Trace count(long start) {
        base = start;
        return this;
    }

    Trace jitter(double part) {
        jitter = part;
        return this;
    }

    /** The device tells another speed than its line has; 0 for none. */
    Trace tells(long otherMegabits) {
        megabits = otherMegabits;
        return this;
    }

    Trace clockSpeed(double factor) {
        clockSpeed = factor;
        return this;
    }

    Trace load(double part) {
        load = part;
        return this;
    }

    private void pass(double seconds) {
        now += seconds;
        ticks += Math.round(seconds * 100 * clockSpeed);
        double carried = load * (1 - jitter + 2 * jitter * random.nextDouble());
        total += Math.rint(Math.min(carried, 1) * octetsPerSecond * seconds);
    }

    private long count() {
        long count = base + (long) total;
        return wide ? count : Math.floorMod(count, TWO_32);
    }

    private void count(double seconds, long newCount) {
        pass(seconds);
        base = newCount - (long) total;
    }

    // What is polled

    private Sample sample(SmiValue value, double at, Optional<Long> upTime) {
        List<VarBind> varBinds = new ArrayList<>();
        varBinds.add(new VarBind(counter, value));
        varBinds.add(new VarBind(DISCONTINUITY, new SmiValue.TimeTicks(discontinuity)));
        byte[] octets = name.getBytes(StandardCharsets.UTF_8);
        varBinds.add(new VarBind(NAME, new SmiValue.OctetString(octets)));
        varBinds.add(new VarBind(HIGH_SPEED, new SmiValue.Gauge32(megabits)));
        long bits = Math.min(megabits * 1_000_000, TWO_32 - 1);
        varBinds.add(new VarBind(SPEED, new SmiValue.Gauge32(bits)));
        Instant time = START.plusMillis(Math.round(at * 1000));
        return new Sample(
                0, rounds.size(), time, Duration.ZERO, upTime, varBinds, Optional.empty());
    }

    private SmiValue value(long count) {
        return wide ? new SmiValue.Counter64(count) : new SmiValue.Counter32(count);
    }

    private long told() {
        return Math.floorMod(Math.round(ticks), TWO_32);
    }

    private Trace poll(Expected expected) {
        return poll(value(count()), expected);
    }

    private Trace poll(SmiValue value, Expected expected) {
        rounds.add(new Round(sample(value, now, Optional.of(told())), expected));
        return this;
    }

    private static Expected gap(Reason first, Reason... others) {
        return new Expected.Gap(EnumSet.of(first, others));
    }

    private void good() {
        goodTotal = total;
        goodTicks = ticks;
    }

    private Trace pollRate() {
        poll(new Expected.Rate((total - goodTotal) * 100 / (ticks - goodTicks)));
        good();
        return this;
    }

    /** Polled, a gap; from here on it counts anew. */
    private Trace pollAnew(Reason first, Reason... others) {
        poll(gap(first, others));
        good();
        return this;
    }

    // What happens

    Trace first() {
        return pollAnew(Reason.FIRST);
    }

    Trace healthy(int times) {
        for (int i = 0; i < times; i++) {
            pass(every);
            pollRate();
        }
        return this;
    }

    /** The poller sleeps. */
    Trace suspended(double seconds) {
        pass(seconds);
        return pollRate();
    }

    Trace cannotBeKnown(double seconds) {
        pass(seconds);
        return pollAnew(Reason.MANY_WRAPS);
    }

    /** The device starts again, with its counter anywhere. */
    Trace reboot(double downSeconds, long newCount) {
        count(downSeconds + every, newCount);
        ticks = Math.round(every * 100 * random.nextDouble());
        discontinuity = 0;
        return pollAnew(Reason.REBOOT);
    }

    /** The counter jumps and goes on there; nothing else tells of it. */
    Trace jumpsTo(long newCount) {
        count(every, newCount);
        return pollAnew(Reason.RESET, Reason.GLITCH);
    }

    /** As when the counters run back by a part of their value. */
    Trace stepsBack(double part) {
        pass(every);
        base -= (long) (count() * part);
        return pollAnew(Reason.RESET);
    }

    /** The counter begins anew, and the device says so. */
    Trace warmReset(long newCount) {
        count(every, newCount);
        discontinuity = told() - 10;
        return pollAnew(Reason.DISCONTINUITY);
    }

    Trace becomes(String otherName, long newCount) {
        count(every, newCount);
        name = otherName;
        return pollAnew(Reason.REINDEXED);
    }

    /** One answer with a wild value; the next are good again. */
    Trace glitch(long wild) {
        pass(every);
        return poll(value(wild), gap(Reason.GLITCH, Reason.RESET));
    }

    Trace missing(int times) {
        for (int i = 0; i < times; i++) {
            pass(every);
            poll(SmiValue.Marker.NO_SUCH_INSTANCE, gap(Reason.MISSING));
        }
        pass(every);
        return pollAnew(Reason.FIRST);
    }

    Trace withoutUpTime(int times) {
        for (int i = 0; i < times; i++) {
            pass(every);
            Sample sample = sample(value(count()), now, Optional.empty());
            rounds.add(new Round(sample, gap(Reason.NO_UPTIME)));
        }
        return this;
    }

    /** sysUpTime stands still while the device counts, and then is right again. */
    Trace frozenUpTime(int times) {
        double right = ticks;
        for (int i = 0; i < times; i++) {
            double before = ticks;
            pass(every);
            right += ticks - before;
            ticks = before;
            poll(gap(Reason.SAME_TIME));
        }
        ticks = right;
        return this;
    }

    Trace duplicate() {
        Sample last = rounds.getLast().sample();
        now += 0.005;
        return poll(last.varBinds().getFirst().value(), gap(Reason.SAME_TIME));
    }

    /** The round before the last is heard of once more. */
    Trace outOfOrder() {
        Sample old = rounds.get(rounds.size() - 2).sample();
        rounds.add(new Round(old, gap(Reason.OUT_OF_ORDER)));
        return this;
    }

    /** A cache on the way answers with something old. */
    Trace staleAnswer() {
        Sample old = rounds.get(rounds.size() - 2).sample();
        pass(every);
        SmiValue value = old.varBinds().getFirst().value();
        rounds.add(new Round(sample(value, now, old.upTimeTicks()), gap(Reason.TIME_BACK)));
        return this;
    }

    /** Another processor takes over, with an uptime of its own. */
    Trace switchover(long otherTicks, long newCount) {
        count(every, newCount);
        ticks = otherTicks;
        return pollAnew(Reason.TIME_BACK, Reason.CLOCK);
    }

    Trace upTimeJumps(long by) {
        pass(every);
        ticks += by;
        return pollAnew(Reason.CLOCK);
    }

    /** Our own clock is set. */
    Trace ourClockJumps(double seconds) {
        pass(every);
        now += seconds;
        return pollAnew(Reason.CLOCK);
    }

    Trace doesNotKeepTime(int times) {
        for (int i = 0; i < times; i++) {
            pass(every);
            pollAnew(Reason.CLOCK);
        }
        return this;
    }

    Trace above(int times) {
        for (int i = 0; i < times; i++) {
            pass(every);
            pollAnew(Reason.GLITCH);
        }
        return this;
    }

    /** The same variable now has 64 bits. */
    Trace widens() {
        pass(every);
        wide = true;
        return pollAnew(Reason.TYPE_CHANGED);
    }

    Oid counter() {
        return counter;
    }

    /** The agent looks at its counters only once in some rounds. */
    Trace cached(int times, int period) {
        long seen = count();
        for (int i = 1; i <= times; i++) {
            pass(every);
            seen = i % period == 0 ? count() : seen;
            poll(value(seen), new Expected.AnyRate());
        }
        return this;
    }

    @Override
    public String toString() {
        return "%s, %d Mb/s every %s s".formatted(kind, Math.round(octetsPerSecond * 8e-6), every);
    }
}
