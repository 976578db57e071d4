package dev.bulkhead.tests.faults;

import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One item of a poll whose answers are spoilt: a canary, whose value only right answers carry and
 * which is another in each of them, and values of several types. Judges each sample: its names are
 * those that were asked, its values those of the right answer or of a spoilt one that was sent.
 *
 * <p>After some spoilt answers the item is left alone until a canary has arrived. Any thread.
 */
final class FuzzedItem {
    static final Name ITEMS = Name.parse("1.3.6.1.4.1.8072.9999.9999.2");

    /** Canaries are above this, where no spoilt value is by chance. */
    private static final int FIRST_CANARY = 1_000_000_000;

    /** Spoilt answers before a canary is waited for. */
    private static final int SPOILT_TOGETHER = 10;

    /** Samples made since without it: one was under way, one may have cost a timeout. */
    private static final int MOST_WITHOUT_CANARY = 3;

    /** Messages that a sample may have been made of. */
    private static final int REMEMBERED = 80;

    private static final List<byte[]> RIGHT =
            List.of(
                    Ber.integer(42),
                    Ber.text("right"),
                    Ber.unsigned(Ber.COUNTER_32, 7),
                    Ber.name(Name.parse("1.3.6.1.4.1.9")),
                    Ber.element(Ber.IP_ADDRESS, Ber.octets(127, 0, 0, 1)),
                    Ber.unsigned(Ber.TIME_TICKS, 100),
                    Ber.unsigned(Ber.GAUGE_32, 9),
                    Ber.element(Ber.OPAQUE, Ber.octets(0x9F, 0x78, 4, 0x40, 0x60, 0, 0)),
                    Ber.text(""),
                    Ber.unsigned(Ber.COUNTER_64, 1L << 40));

    private static final List<byte[]> DECOYS =
            List.of(
                    Ber.integer(-43),
                    Ber.text("decoy"),
                    Ber.unsigned(Ber.COUNTER_32, 0xFFFF_FFFFL),
                    Ber.name(Name.parse("1.3.6.1.4.1.4294967295")),
                    Ber.element(Ber.IP_ADDRESS, Ber.octets(127, 0, 0, 2)),
                    Ber.unsigned(Ber.TIME_TICKS, 101),
                    Ber.unsigned(Ber.GAUGE_32, 10),
                    Ber.element(Ber.OPAQUE, Ber.octets(0x9F, 0x78, 4, 0x41, 0x60, 0, 0)),
                    Ber.nothing(Ber.NULL),
                    Ber.unsigned(Ber.COUNTER_64, -2));

    private final int index;
    private final List<Name> asked;
    private final byte[] right;
    private final Deque<byte[]> spoilt = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private int untilCanary = SPOILT_TOGETHER;
    private boolean waiting;
    private int lastNumber;
    private int waitingSince;
    private Instant waitingBegan = Instant.MIN;
    private int without;
    private int canaries;
    private int samples;
    private int failures;
    private int timeouts;
    private int deceived;

    FuzzedItem(int index) {
        this.index = index;
        // v1 has no Counter64, which is the last.
        int types = RIGHT.size() - 1;
        this.asked = List.of(name(0), name(1 + index % types), name(1 + (index + 4) % types));
        this.right =
                Ber.join(
                        IntStream.range(0, RIGHT.size())
                                .mapToObj(i -> Ber.join(Ber.name(name(1 + i)), RIGHT.get(i)))
                                .toArray(byte[][]::new));
    }

    private Name name(int column) {
        return ITEMS.child(index, column);
    }

    JobSpec.Poll.Item of(Target target) {
        return Scene.item(target, asked.toArray(Name[]::new));
    }

    void putInto(Device device) {
        device.put(name(0), Ber.integer(0));
        for (int i = 0; i < RIGHT.size(); i++) {
            device.put(name(1 + i), RIGHT.get(i));
        }
    }

    /** All that can be asked of it, with other values. */
    List<Pdu.Variable> decoys(int number) {
        List<Pdu.Variable> all = new ArrayList<>();
        all.add(Pdu.Variable.of(Device.SYSTEM.child(3, 0), Ber.unsigned(Ber.TIME_TICKS, 12_345)));
        all.add(Pdu.Variable.of(name(0), Ber.integer(-1_000_000 - number)));
        for (int i = 0; i < DECOYS.size(); i++) {
            all.add(Pdu.Variable.of(name(1 + i), DECOYS.get(i)));
        }
        return all;
    }

    /** Whether an answer may be spoilt now; counts it. */
    synchronized boolean takesSpoilt() {
        if (waiting) {
            return false;
        }
        untilCanary--;
        if (untilCanary <= 0) {
            leaveAlone();
        }
        return true;
    }

    /** Nothing is spoilt until a canary has arrived. */
    synchronized void leaveAlone() {
        if (!waiting) {
            waiting = true;
            waitingSince = lastNumber;
            waitingBegan = Instant.now();
            without = 0;
        }
    }

    /** The canary of a right answer with this number, which is about to be sent. */
    synchronized byte[] canary(int number) {
        lastNumber = number;
        return Ber.integer(FIRST_CANARY + number);
    }

    synchronized void spoiltSent(byte[]... octets) {
        for (byte[] each : octets) {
            spoilt.add(each);
        }
        while (spoilt.size() > REMEMBERED) {
            spoilt.remove();
        }
    }

    /** A sample of it arrived. */
    synchronized void arrived(Sample sample) {
        samples++;
        long canary = 0;
        if (sample.failure().isPresent()) {
            failures++;
            timeouts += sample.failure().get() instanceof Failure.Timeout ? 1 : 0;
        } else {
            canary = judged(sample.varBinds());
        }
        if (waiting && canary > waitingSince) {
            canaries++;
            waiting = false;
            untilCanary = SPOILT_TOGETHER;
        } else if (waiting
                && sample.time().isAfter(waitingBegan)
                && ++without > MOST_WITHOUT_CANARY) {
            problems.add("item " + index + ": no canary, but " + sample);
        }
    }

    /** The number of the right answer that it is; 0 if it is none. */
    private long judged(List<VarBind> varBinds) {
        List<Oid> names = varBinds.stream().map(VarBind::name).toList();
        List<Oid> wanted = asked.stream().map(Name::oid).toList();
        if (!names.equals(wanted)) {
            problems.add("item " + index + ": asked " + wanted + ", told " + names);
        }
        boolean allRight = true;
        for (VarBind varBind : varBinds.subList(1, varBinds.size())) {
            boolean isRight = Carried.isIn(right, varBind);
            allRight &= isRight;
            if (!isRight && !wasSpoiltTo(varBind)) {
                problems.add("item " + index + ": nobody sent " + varBind);
            }
        }
        VarBind canary = varBinds.getFirst();
        if (canary.value() instanceof SmiValue.Integer32(int number)
                && number > FIRST_CANARY
                && number <= FIRST_CANARY + lastNumber) {
            return allRight ? number - FIRST_CANARY : 0;
        }
        deceived++;
        if (!wasSpoiltTo(canary)) {
            problems.add("item " + index + ": nobody sent " + canary);
        }
        return 0;
    }

    /** Markers are no values; the engine has them for what an agent had errors instead of. */
    private boolean wasSpoiltTo(VarBind varBind) {
        return varBind.value() instanceof SmiValue.Marker
                || spoilt.stream().anyMatch(octets -> Carried.isIn(octets, varBind));
    }

    synchronized boolean isWaiting() {
        return waiting;
    }

    synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    /** What came of it. */
    synchronized Tally tally() {
        return new Tally(samples, failures, timeouts, deceived, canaries);
    }

    /**
     * What came of items.
     *
     * @param deceived samples with the canary of a spoilt answer
     */
    record Tally(int samples, int failures, int timeouts, int deceived, int canaries) {
        static final Tally ZERO = new Tally(0, 0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    samples + other.samples,
                    failures + other.failures,
                    timeouts + other.timeouts,
                    deceived + other.deceived,
                    canaries + other.canaries);
        }
    }
}
