package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.notification.Refusal;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets senders connect within {@link ConnectionLimits}, ends what takes too long, and says, once
 * for each source and reason, who was not let in. On the loop's thread.
 */
final class Admission {
    /** A connection, or a session, that is open or opening. */
    interface Guest {
        InetAddress source();

        /** Whether it has had its time. */
        boolean isOverdue(long nanoTime);

        /** Ends it, and says what it was late with. */
        void expire();

        /** Ends it; it is no guest any more. */
        void end();
    }

    /** Refusals that are remembered; a newer one takes the place of the eldest. */
    private static final int REMEMBERED = 256;

    /** Refusals told in a second. */
    private static final int TOLD_PER_SECOND = 20;

    /** A certificate may have long names; characters. */
    private static final int LONGEST_REASON = 600;

    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LONGEST_SWEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Loop loop;
    private final ConnectionLimits limits;
    private final ListenTally tally;
    private final Consumer<Refusal> told;
    private final SourceLimits newOnes;
    private final Set<Guest> guests = new HashSet<>();
    private final Map<InetAddress, Integer> bySource = new HashMap<>();
    private final Set<Refusal> remembered = new LinkedHashSet<>();
    private long secondBegan = System.nanoTime();
    private int toldInSecond;
    private boolean sweeping;
    private boolean closed;

    Admission(Loop loop, ConnectionLimits limits, ListenTally tally, Consumer<Refusal> told) {
        this.loop = loop;
        this.limits = limits;
        this.tally = tally;
        this.told = told;
        this.newOnes = new SourceLimits(limits.perSecond());
    }

    ConnectionLimits limits() {
        return limits;
    }

    /** Whether one more of a source may come; counts and tells it if not. */
    boolean admits(Transport transport, InetAddress source) {
        if (!newOnes.admits(source, System.nanoTime())) {
            refuse(
                    transport,
                    source,
                    "it opens more than %d connections a second".formatted(limits.perSecond()));
            return false;
        }
        return hasRoomFor(transport, source);
    }

    /** The same without regard to how often it comes. */
    boolean hasRoomFor(Transport transport, InetAddress source) {
        if (bySource.getOrDefault(source, 0) >= limits.perSource()) {
            refuse(
                    transport,
                    source,
                    "it has %d connections open already".formatted(limits.perSource()));
            return false;
        }
        if (guests.size() >= limits.total()) {
            refuse(transport, source, "%d connections are open".formatted(limits.total()));
            return false;
        }
        return true;
    }

    /** Counts a sender that was not let in, and tells it unless the same was told lately. */
    void refuse(Transport transport, InetAddress source, String reason) {
        tally.sessionsRefused.incrementAndGet();
        tell(transport, source, reason);
    }

    /** Tells what is wrong with a sender. */
    void tell(Transport transport, InetAddress source, String reason) {
        String words =
                reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        Refusal refusal = new Refusal(transport.prefix() + ":" + source.getHostAddress(), words);
        if (!remembered.contains(refusal) && mayTell()) {
            remembered.add(refusal);
            if (remembered.size() > REMEMBERED) {
                remembered.remove(remembered.iterator().next());
            }
            told.accept(refusal);
        }
    }

    private boolean mayTell() {
        long now = System.nanoTime();
        if (now - secondBegan >= SECOND_NANOS) {
            secondBegan = now;
            toldInSecond = 0;
        }
        return ++toldInSecond <= TOLD_PER_SECOND;
    }

    void add(Guest guest) {
        if (!sweeping) {
            sweepLater();
        }
        guests.add(guest);
        bySource.merge(guest.source(), 1, Integer::sum);
    }

    void remove(Guest guest) {
        if (guests.remove(guest)) {
            bySource.computeIfPresent(guest.source(), (s, count) -> count > 1 ? count - 1 : null);
        }
    }

    private void sweepLater() {
        sweeping = true;
        long shortest = Math.min(limits.message().toNanos(), limits.opening().toNanos()) / 4;
        loop.after(Math.min(LONGEST_SWEEP_NANOS, shortest), this::sweep);
    }

    private void sweep() {
        sweeping = false;
        long now = System.nanoTime();
        for (Guest guest : List.copyOf(guests)) {
            if (guest.isOverdue(now)) {
                guest.expire();
            }
        }
        if (!guests.isEmpty() && !closed) {
            sweepLater();
        }
    }

    /** Ends all. */
    void close() {
        closed = true;
        List.copyOf(guests).forEach(Guest::end);
    }
}
