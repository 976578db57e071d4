package dev.bulkhead.engine.worker;

import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.wire.FromWorker;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What goes to the parent, in order and bounded. Written by the job's thread, read by the thread
 * that writes frames.
 *
 * <p><b>When the parent is slow</b> the pipe fills, then this. {@link #put} then blocks, which
 * stops a walk from asking on. {@link #offer}, for polls, never blocks: the oldest sample is
 * dropped, and the drop is told as a gap with the reason {@code backpressure} before the next one.
 * Frames that must not be lost (the end, a root's end) are always taken.
 */
final class Outbound {
    /** Values that may wait in a small worker, long ones counted as several: some 5 MB of heap. */
    private static final int LEAST_VALUES = 20_000;

    /** Heap there is for each that may wait in a larger one, which needs some 250 of them. */
    private static final int OCTETS_EACH = 2_048;

    /** Values put into one frame at most. */
    private static final int FRAME_VALUES = 2_000;

    /**
     * Notifications that may wait, the same: at 5,000 a second four seconds, some 20 MB of heap.
     */
    private static final int MAX_NOTIFICATIONS = 20_000;

    /** Notifications put into one frame at most. */
    private static final int FRAME_NOTIFICATIONS = 200;

    /** Packets of a trace that may wait: some 5 MB of heap. */
    private static final int MAX_PACKETS = 4_000;

    /** Packets put into one frame at most. */
    private static final int FRAME_PACKETS = 50;

    /**
     * How often to tell the parent that we live; it misses us after several of these. The thread
     * that writes frames does so, for to wake another one costs as much as a request.
     */
    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final int maxValues;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private int values;
    private int notifications;
    private int packets;
    private long skippedPackets;
    private @Nullable Instant droppedFrom;
    private @Nullable Instant droppedTo;
    private long nextBeatNanos;
    private boolean resting = true;

    /** One of a small worker. */
    Outbound() {
        this(0);
    }

    /**
     * One for a heap of so many octets. A large worker's poll gives the values of all its targets
     * at once, as fast as they come, and a parent that is busy for a moment must cost none.
     */
    Outbound(long heapOctets) {
        maxValues = Math.clamp(heapOctets / OCTETS_EACH, LEAST_VALUES, Integer.MAX_VALUE);
    }

    /** Adds a sample; blocks while too many wait. */
    synchronized void put(Sample sample) throws InterruptedException {
        while (values > 0 && values + Weight.of(sample) > maxValues) {
            wait();
        }
        add(sample);
    }

    /**
     * Adds samples, dropping the oldest ones if too many wait, and missed rounds, which then become
     * part of the gap for all.
     */
    synchronized void offer(List<Sample> samples, List<MissedRounds> missed) {
        for (Sample sample : samples) {
            while (values > 0 && values + Weight.of(sample) > maxValues && dropOldest()) {
                // One may not be enough.
            }
            waiting.add(sample);
            values += Weight.of(sample);
        }
        for (MissedRounds each : missed) {
            if (values < maxValues) {
                waiting.add(each);
                values++;
            } else {
                dropped(each.from(), each.to());
            }
        }
        notifyAll();
    }

    /** Adds a notification; false if too many wait. */
    synchronized boolean offer(Notification notification) {
        if (notifications >= MAX_NOTIFICATIONS) {
            return false;
        }
        waiting.add(notification);
        notifications += Weight.of(notification);
        notifyAll();
        return true;
    }

    /** Adds a packet of a trace; if too many wait, it is only counted. */
    synchronized void offer(Packet packet) {
        if (packets >= MAX_PACKETS) {
            skippedPackets++;
            return;
        }
        waiting.add(packet.after(skippedPackets));
        skippedPackets = 0;
        packets += Weight.of(packet);
        notifyAll();
    }

    /** Adds a discovery; blocks while too many wait. */
    synchronized void put(Discovery discovery) throws InterruptedException {
        while (values > 0 && values + Weight.of(discovery) > maxValues) {
            wait();
        }
        waiting.add(discovery);
        values += Weight.of(discovery);
        notifyAll();
    }

    /** Adds how far a sweep is, in place of the last one if that waits and nothing came since. */
    synchronized void swept(FromWorker.Swept swept) {
        if (waiting.peekLast() instanceof FromWorker.Swept) {
            waiting.removeLast();
        }
        add(swept);
    }

    private void add(Sample sample) {
        waiting.add(sample);
        values += Weight.of(sample);
        notifyAll();
    }

    private boolean dropOldest() {
        for (Object each : waiting) {
            if (each instanceof Sample sample) {
                waiting.removeFirstOccurrence(sample);
                values -= Weight.of(sample);
                dropped(sample.time(), sample.time());
                return true;
            }
        }
        return false;
    }

    private void dropped(Instant from, Instant to) {
        droppedFrom = droppedFrom == null || from.isBefore(droppedFrom) ? from : droppedFrom;
        droppedTo = droppedTo == null || to.isAfter(droppedTo) ? to : droppedTo;
    }

    /** Samples, notifications and other messages that wait. */
    synchronized int length() {
        return waiting.size();
    }

    /** Adds something that is no sample; never blocks. */
    synchronized void add(FromWorker message) {
        waiting.add(message);
        notifyAll();
    }

    /** A job begins: signs of life are due from now on, up to its end. */
    synchronized void begin() {
        resting = false;
        nextBeatNanos = System.nanoTime() + BEAT_NANOS;
        notifyAll();
    }

    /**
     * The next message; empty if a sign of life is due before it. Blocks until there is either.
     * Samples that wait go together. Between jobs no sign of life is due: the next job's parent
     * would take it for its own.
     */
    synchronized Optional<FromWorker> take() throws InterruptedException {
        while (true) {
            long untilBeat = resting ? Long.MAX_VALUE : nextBeatNanos - System.nanoTime();
            if (untilBeat <= 0) {
                nextBeatNanos = System.nanoTime() + BEAT_NANOS;
                return Optional.empty();
            }
            if (!waiting.isEmpty()) {
                return Optional.of(next());
            }
            wait(resting ? 0 : TimeUnit.NANOSECONDS.toMillis(untilBeat) + 1);
        }
    }

    private FromWorker next() {
        if (droppedFrom != null && droppedTo != null) {
            FromWorker gap = new FromWorker.Gap(droppedFrom, droppedTo, "backpressure");
            droppedFrom = null;
            droppedTo = null;
            return gap;
        }
        Object first = waiting.remove();
        resting |= first instanceof FromWorker.Done;
        return switch (first) {
            case FromWorker message -> message;
            case MissedRounds missed -> missedFrom(missed);
            case Notification notification -> notificationsFrom(notification);
            case Discovery discovery -> discoveriesFrom(discovery);
            case Packet packet -> packetsFrom(packet);
            default -> samplesFrom(first);
        };
    }

    private FromWorker missedFrom(MissedRounds first) {
        List<MissedRounds> together = new ArrayList<>();
        together.add(first);
        while (together.size() < FRAME_VALUES && waiting.peek() instanceof MissedRounds next) {
            waiting.remove();
            together.add(next);
        }
        values -= together.size();
        notifyAll();
        return new FromWorker.Missed(together);
    }

    private FromWorker notificationsFrom(Notification first) {
        List<Notification> together = new ArrayList<>();
        together.add(first);
        int taken = Weight.of(first);
        while (taken < FRAME_NOTIFICATIONS && waiting.peek() instanceof Notification next) {
            waiting.remove();
            together.add(next);
            taken += Weight.of(next);
        }
        notifications -= taken;
        return new FromWorker.Notifications(together);
    }

    private FromWorker packetsFrom(Packet first) {
        List<Packet> together = new ArrayList<>();
        together.add(first);
        int taken = Weight.of(first);
        while (taken < FRAME_PACKETS && waiting.peek() instanceof Packet next) {
            waiting.remove();
            together.add(next);
            taken += Weight.of(next);
        }
        packets -= taken;
        return new FromWorker.Packets(together);
    }

    private FromWorker discoveriesFrom(Discovery first) {
        List<Discovery> together = new ArrayList<>();
        together.add(first);
        int taken = Weight.of(first);
        while (taken < FRAME_VALUES && waiting.peek() instanceof Discovery next) {
            waiting.remove();
            together.add(next);
            taken += Weight.of(next);
        }
        values -= taken;
        notifyAll();
        return new FromWorker.Discoveries(together);
    }

    private FromWorker samplesFrom(Object first) {
        List<Sample> samples = new ArrayList<>();
        int taken = 0;
        for (Object each = first; each instanceof Sample sample; each = waiting.peek()) {
            if (!samples.isEmpty()) {
                waiting.remove();
            }
            samples.add(sample);
            taken += Weight.of(sample);
            if (taken >= FRAME_VALUES) {
                break;
            }
        }
        values -= taken;
        notifyAll();
        return new FromWorker.Samples(samples);
    }
}
