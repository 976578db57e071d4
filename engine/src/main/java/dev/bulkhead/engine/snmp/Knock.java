package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One endpoint that a sweep is asking. On the loop's thread. */
final class Knock {
    final long position;
    final String host;
    final int port;
    final int id;

    private final long[] sentNanos;

    /** Probes that need not be sent again. */
    private final BitSet settled = new BitSet();

    private @Nullable InetSocketAddress address;
    private int step;
    private Timers.@Nullable Timer timer;
    private boolean ended;
    private @Nullable OctetString engineId;
    private int readings;
    private List<Failure> refusals = List.of();

    Knock(SweepPlan.Spot spot, int id, int probes) {
        this.position = spot.position();
        this.host = spot.host();
        this.port = spot.port();
        this.id = id;
        this.sentNanos = new long[probes];
    }

    void resolvedTo(InetSocketAddress found) {
        address = found;
    }

    InetSocketAddress address() {
        InetSocketAddress known = address;
        if (known == null) {
            throw new IllegalStateException("the name is not resolved");
        }
        return known;
    }

    /** Without port. */
    String addressText() {
        return address().getAddress().getHostAddress();
    }

    /** Whether there is another probe to send; moves on to it. */
    boolean hasStep(int rounds) {
        while (step < rounds * sentNanos.length && settled.get(probe())) {
            step++;
        }
        return step < rounds * sentNanos.length;
    }

    /** The place of the probe to send next. */
    int probe() {
        return step % sentNanos.length;
    }

    int round() {
        return step / sentNanos.length;
    }

    void sent(long nowNanos) {
        sentNanos[probe()] = nowNanos;
        step++;
    }

    /** When a probe was last sent; 0 if it was not. */
    long sentNanos(int probe) {
        return sentNanos[probe];
    }

    /** When an answer that may still come was last asked for. */
    long lastSentNanos() {
        long last = 0;
        for (int i = 0; i < sentNanos.length; i++) {
            if (!settled.get(i) && sentNanos[i] != 0) {
                last = last == 0 || sentNanos[i] - last > 0 ? sentNanos[i] : last;
            }
        }
        return last;
    }

    void settle(int probe) {
        settled.set(probe);
    }

    boolean isSettled(int probe) {
        return settled.get(probe);
    }

    boolean allSettled() {
        return settled.cardinality() == sentNanos.length;
    }

    void waitFor(Timers.Timer next) {
        stopTimer();
        timer = next;
    }

    void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    void end() {
        stopTimer();
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    void speaksFor(OctetString engine) {
        engineId = engine;
    }

    Optional<OctetString> engineId() {
        return Optional.ofNullable(engineId);
    }

    /** Some credential is going to read the values, or does. */
    void startReading() {
        readings++;
    }

    void endReading() {
        readings--;
    }

    boolean isBeingRead() {
        return readings > 0;
    }

    void refused(Failure why) {
        List<Failure> more = new ArrayList<>(refusals);
        more.add(why);
        refusals = more;
    }

    List<Failure> refusals() {
        return refusals;
    }

    /** Whether somebody is there. */
    boolean isInhabited() {
        return engineId != null || !refusals.isEmpty();
    }
}
