package dev.bulkhead.app.notification;

import dev.bulkhead.engine.notification.Notification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The newest notifications, a bounded ring of them. Any thread.
 *
 * <p>Clearing hides what is there; it stays in its places until others take them, so that it can be
 * had back without a copy.
 */
public final class Journal {
    /** How many are kept unless told otherwise. */
    public static final int ROOM = 100_000;

    private static final int HOSTS = 10_000;

    private final @Nullable NotificationLine[] ring;
    private final Map<String, String> hosts = new HashMap<>();

    /** The number of the next one. */
    private long next;

    /** The number of the first that is told. */
    private long first;

    /** How many went because others needed their places, though nobody had cleared them. */
    private long forgotten;

    public Journal() {
        this(ROOM);
    }

    Journal(int room) {
        ring = new NotificationLine[room];
    }

    /** Takes one; the oldest goes if there is no room. */
    public synchronized NotificationLine add(Notification notification, Severity severity) {
        String host = shared(NotificationLine.host(notification.source()));
        NotificationLine line = new NotificationLine(next, notification, host, severity);
        ring[place(next)] = line;
        next++;
        if (next - first > ring.length) {
            first++;
            forgotten++;
        }
        return line;
    }

    /** A flood of one sender has one text of it, not as many as there are messages. */
    private String shared(String host) {
        if (hosts.size() > HOSTS) {
            hosts.clear();
        }
        return hosts.computeIfAbsent(host, same -> same);
    }

    private int place(long number) {
        return (int) (number % ring.length);
    }

    /** Those from this number on, oldest first. */
    public synchronized List<NotificationLine> from(long number) {
        List<NotificationLine> lines = new ArrayList<>();
        for (long at = Math.max(number, first); at < next; at++) {
            NotificationLine line = ring[place(at)];
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The number of the oldest that is kept. */
    public synchronized long first() {
        return first;
    }

    /** The number the next one will have: how many were taken. */
    public synchronized long next() {
        return next;
    }

    /** How many are kept. */
    public synchronized int size() {
        return (int) (next - first);
    }

    /** How many went for want of room. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** Hides all; tells from which number on they were. */
    public synchronized long clear() {
        long before = first;
        first = next;
        return before;
    }

    /** Shows what was hidden, as far as it is still there. */
    public synchronized void restore(long from) {
        first = Math.min(first, Math.max(from, Math.max(0, next - ring.length)));
    }

    /** Judges all anew; in steps, so that nobody waits for long. */
    void judge(UnaryOperator<NotificationLine> judged) {
        for (NotificationLine line : from(0)) {
            NotificationLine fresh = judged.apply(line);
            synchronized (this) {
                NotificationLine now = ring[place(line.number())];
                if (now != null && now.number() == line.number()) {
                    ring[place(line.number())] = fresh;
                }
            }
        }
    }
}
