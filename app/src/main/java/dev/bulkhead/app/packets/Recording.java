package dev.bulkhead.app.packets;

import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.trace.Packet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The packets of one job, the newest of them: a ring. Any thread.
 *
 * <p>Limits: {@link #MOST_PACKETS} and {@link #MOST_BYTES}; the oldest are dropped and counted.
 */
public final class Recording {
    /** How many packets are kept. */
    public static final int MOST_PACKETS = 10_000;

    /** How much heap they may take, about. */
    public static final long MOST_BYTES = 16L * 1024 * 1024;

    private final JobSpec spec;
    private final Instant begun;
    private final Function<Packet, String> words;
    private final Deque<PacketLine> ring = new ArrayDeque<>();
    private @Nullable Instant zero;
    private long count;
    private long bytes;
    private long dropped;
    private long skipped;
    private volatile boolean over;
    private volatile @Nullable JobHandle handle;

    /**
     * No packets yet.
     *
     * @param words what a filter looks at
     */
    Recording(JobSpec spec, Instant begun, Function<Packet, String> words) {
        this.spec = spec;
        this.begun = begun;
        this.words = words;
    }

    public JobSpec spec() {
        return spec;
    }

    /** When the recording began. */
    public Instant begun() {
        return begun;
    }

    void of(JobHandle job) {
        handle = job;
    }

    /** Whose packets they are; empty before the job was submitted. */
    public Optional<JobHandle> handle() {
        return Optional.ofNullable(handle);
    }

    /** Whether no more packets come. */
    public boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    synchronized void take(List<Packet> packets) {
        for (Packet packet : packets) {
            Instant first = zero == null ? packet.time() : zero;
            zero = first;
            skipped += packet.skipped();
            count++;
            Duration since = Duration.between(first, packet.time());
            PacketLine line = new PacketLine(count, since, packet, words.apply(packet));
            ring.add(line);
            bytes += line.weight();
            makeRoom();
        }
    }

    private void makeRoom() {
        while (ring.size() > 1 && (ring.size() > MOST_PACKETS || bytes > MOST_BYTES)) {
            bytes -= ring.removeFirst().weight();
            dropped++;
        }
    }

    /** The packets after that number which are kept, oldest first. */
    public synchronized List<PacketLine> after(long number) {
        List<PacketLine> fresh = new ArrayList<>();
        Iterator<PacketLine> newestFirst = ring.descendingIterator();
        while (newestFirst.hasNext()) {
            PacketLine line = newestFirst.next();
            if (line.number() <= number) {
                break;
            }
            fresh.add(line);
        }
        return fresh.reversed();
    }

    /** The number of the oldest packet that is kept; one more than all if none is. */
    public synchronized long firstNumber() {
        return ring.isEmpty() ? count + 1 : ring.getFirst().number();
    }

    /** Packets that came, those that are not kept included. */
    public synchronized long count() {
        return count;
    }

    /** Packets that were dropped for want of room here. */
    public synchronized long dropped() {
        return dropped;
    }

    /** Packets that the worker could not tell of, so many were there. */
    public synchronized long skipped() {
        return skipped;
    }

    /** Forgets what came so far. */
    public synchronized void clear() {
        ring.clear();
        bytes = 0;
        dropped = 0;
        skipped = 0;
    }
}
