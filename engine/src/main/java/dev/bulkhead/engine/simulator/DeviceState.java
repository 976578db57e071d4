package dev.bulkhead.engine.simulator;

import dev.bulkhead.engine.job.SimulatedDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * All that one device has for itself: its clock, its ports, and what was written to it.
 *
 * <p>Its own monitor guards it: a request holds it from its first variable to its last, so all its
 * values are of one instant.
 */
final class DeviceState {
    private final String name;
    private final long seed;
    private final DeviceClock clock;
    private final List<Port> ports;
    private final Map<OID, Variable> kept = new HashMap<>();
    private long boots;
    private long silenceSeconds;
    private volatile Duration silence = Duration.ZERO;
    private volatile @Nullable BooleanSupplier otherSilence;
    private long flapSeconds;
    private @Nullable Runnable afterAnswer;
    private final PacketCounters packets = new PacketCounters();
    private final List<Runnable> afterReboot = new ArrayList<>();
    private Notices notices = Notices.NONE;

    DeviceState(SimulatedDevice device, List<PortPlan> plans, TimeSource time) {
        name = device.name();
        seed = mix(name.hashCode());
        clock = new DeviceClock(time, Duration.ofSeconds(900_000 + within(4_000_000)));
        ports = plans.stream().map(plan -> new Port(plan, within(8_640_000))).toList();
        // Grows from one start of a simulator to the next without a file (RFC 3414 §2.2).
        boots = Math.max(1, time.now().getEpochSecond() - 1_767_225_600L) & 0x7FFF_FFFF;
        flapEvery(20);
    }

    String name() {
        return name;
    }

    /** A number of this device's own, the same at every start, in {@code 0..bound-1}. */
    long within(long bound) {
        return Math.floorMod(seed, bound);
    }

    /** MurmurHash3's finalizer: near names get far seeds. */
    private static long mix(long value) {
        long h = value * 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }

    DeviceClock clock() {
        return clock;
    }

    long tick() {
        return clock.tick();
    }

    List<Port> ports() {
        return ports;
    }

    PacketCounters packets() {
        return packets;
    }

    /** snmpEngineTime (RFC 3411): seconds since the last boot. */
    long upSeconds() {
        return tick() / DeviceClock.TICKS_PER_SECOND;
    }

    /** snmpEngineBoots (RFC 3411). */
    long boots() {
        return boots;
    }

    /** What was written to an instance, or what it starts with. */
    Variable kept(OID instance, Variable initial) {
        return kept.getOrDefault(instance, initial);
    }

    void keep(OID instance, Variable value) {
        kept.put(instance, (Variable) value.clone());
    }

    /** Seconds from one flap to the next; 0 for none. */
    long flapSeconds() {
        return flapSeconds;
    }

    void flapEvery(long seconds) {
        flapSeconds = seconds;
        for (Port port : ports) {
            if (port.plan().start() == PortPlan.Start.FLAPPING) {
                port.flap(Flapping.everySeconds(seconds), tick());
            }
        }
    }

    long silenceSeconds() {
        return silenceSeconds;
    }

    void silenceSeconds(long seconds) {
        silenceSeconds = seconds;
    }

    /** Hears nothing at other times either; asked with the monitor held and the clock set. */
    void silentWhile(BooleanSupplier isSilent) {
        otherSilence = isSilent;
    }

    /** Whether it is rebooting, or replays a silence, and hears nothing. */
    boolean isSilent() {
        if (!silence.isZero() && clock.bootedWithin(silence)) {
            return true;
        }
        BooleanSupplier other = otherSilence;
        if (other == null) {
            return false;
        }
        synchronized (this) {
            clock.advance();
            return other.getAsBoolean();
        }
    }

    /** Reboots as soon as the request at hand is answered. */
    void rebootAfterAnswer() {
        afterAnswer = this::reboot;
    }

    private void reboot() {
        long tick = tick();
        ports.forEach(port -> port.reboot(tick));
        clock.reboot();
        boots++;
        packets.clear();
        silence = Duration.ofSeconds(silenceSeconds);
        afterReboot.forEach(Runnable::run);
        notices.rebooted();
    }

    /** Adds what else has to start anew. */
    void onReboot(Runnable restart) {
        afterReboot.add(restart);
    }

    void resetCounters() {
        ports.forEach(port -> port.resetCounters(tick()));
    }

    void wrapCountersSoon() {
        ports.forEach(port -> port.wrapSoon(tick()));
    }

    /** To be called when an answer has left. */
    void answered() {
        Runnable due = afterAnswer;
        afterAnswer = null;
        if (due != null) {
            due.run();
        }
    }

    void tell(Notices newNotices) {
        notices = newNotices;
    }

    Notices notices() {
        return notices;
    }
}
