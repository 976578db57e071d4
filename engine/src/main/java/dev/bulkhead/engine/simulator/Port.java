package dev.bulkhead.engine.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * One interface of one device.
 *
 * <p>A counter is a closed function of the ticks for which the link was up, plus an offset that
 * only the demo's controls move. The 32-bit counter is the 64-bit one modulo 2^32. Beside them runs
 * a truth that no control and no reboot touches: what really passed since the simulator started.
 */
final class Port {
    /** How long after {@link #wrapSoon} the 32-bit counters wrap, about. */
    static final long SECONDS_TO_WRAP = 5;

    private static final long LOW_32 = 0xFFFF_FFFFL;

    private final PortPlan plan;

    /** Where in its swings this port starts, so that two devices do not move as one. */
    private final long phase;

    private boolean enabled;
    private Flapping flapping = Flapping.NONE;
    private long anchor;
    private long flowBeforeAnchor;
    private long discontinuity;
    private Map<PortCounter, Long> offsets = Map.of();
    private long carriedIn;
    private long carriedOut;
    private long carriedChanges;

    Port(PortPlan plan, long phase) {
        this.plan = plan;
        this.phase = phase;
        enabled = plan.start() != PortPlan.Start.DISABLED;
    }

    PortPlan plan() {
        return plan;
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean isUp(long tick) {
        return enabled && plan.start() != PortPlan.Start.UNPLUGGED && flapping.isUp(tick - anchor);
    }

    /** sysUpTime when the port entered its present state; 0 if before the last boot. */
    long lastChange(long tick) {
        if (!enabled) {
            return anchor;
        }
        return anchor + flapping.lastChange(tick - anchor);
    }

    /** How often the link went up or down since the simulator started. */
    long changes(long tick) {
        return carriedChanges + (enabled ? flapping.changes(tick - anchor) : 0);
    }

    /** sysUpTime when counters last jumped; 0 if not since the last boot. */
    long discontinuity() {
        return discontinuity;
    }

    /** Ticks for which octets have flowed since the last boot. */
    private long flow(long tick) {
        boolean plugged = enabled && plan.start() != PortPlan.Start.UNPLUGGED;
        return flowBeforeAnchor + (plugged ? flapping.upTicks(tick - anchor) : 0);
    }

    private long octets(boolean in, long tick) {
        Traffic traffic = in ? plan.in() : plan.out();
        return traffic.octets(flow(tick) + phase) - traffic.octets(phase);
    }

    /** A counter as 64 bits. */
    long count(PortCounter counter, long tick) {
        long counted = octets(counter.in(), tick) / counter.octetsEach();
        return counted + offsets.getOrDefault(counter, 0L);
    }

    /** A counter as 32 bits. */
    long count32(PortCounter counter, long tick) {
        return count(counter, tick) & LOW_32;
    }

    /** Octets since the simulator started, whatever was reset, wrapped or rebooted. */
    long trueOctets(boolean in, long tick) {
        return (in ? carriedIn : carriedOut) + octets(in, tick);
    }

    /** Octets a second right now. */
    long trueRate(boolean in, long tick) {
        Traffic traffic = in ? plan.in() : plan.out();
        return isUp(tick) ? traffic.perSecond(flow(tick) + phase) : 0;
    }

    void enable(boolean on, long tick) {
        if (on != enabled) {
            boolean wasUp = isUp(tick);
            reanchor(tick);
            enabled = on;
            carriedChanges += wasUp != isUp(tick) ? 1 : 0;
        }
    }

    void flap(Flapping newFlapping, long tick) {
        boolean wasUp = isUp(tick);
        reanchor(tick);
        flapping = newFlapping;
        carriedChanges += wasUp != isUp(tick) ? 1 : 0;
    }

    private void reanchor(long tick) {
        flowBeforeAnchor = flow(tick);
        carriedChanges = changes(tick);
        anchor = tick;
    }

    /** All counters start at zero. */
    void resetCounters(long tick) {
        offsets = Map.of();
        jump(counter -> -count(counter, tick), tick);
    }

    /** All counters jump forward to where their 32 bits wrap within seconds. */
    void wrapSoon(long tick) {
        jump(
                counter -> {
                    long rate = trueRate(counter.in(), tick) / counter.octetsEach();
                    long goal = -Math.max(1, SECONDS_TO_WRAP * rate);
                    long way = (goal - count(counter, tick)) & LOW_32;
                    return offsets.getOrDefault(counter, 0L) + way;
                },
                tick);
    }

    private void jump(ToLongFunction<PortCounter> offset, long tick) {
        Map<PortCounter, Long> moved = new EnumMap<>(PortCounter.class);
        for (PortCounter counter : PortCounter.values()) {
            moved.put(counter, offset.applyAsLong(counter));
        }
        offsets = moved;
        discontinuity = tick;
    }

    /** Starts anew at tick zero; the port stays enabled or disabled as it was. */
    void reboot(long tick) {
        carriedIn = trueOctets(true, tick);
        carriedOut = trueOctets(false, tick);
        carriedChanges = changes(tick);
        flowBeforeAnchor = 0;
        anchor = 0;
        discontinuity = 0;
        offsets = Map.of();
    }
}
