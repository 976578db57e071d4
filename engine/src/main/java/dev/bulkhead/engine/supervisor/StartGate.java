package dev.bulkhead.engine.supervisor;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Lets as many JVMs start at once as there are processors: more at once make all of them late.
 *
 * <p>Jobs go first, in the order they came, for somebody waits for them; spares start when no job
 * waits. A job that waits takes a spare as soon as there is one. Any thread.
 */
final class StartGate {
    private final int limit;
    private final Queue<Object> jobs = new ArrayDeque<>();
    private int starting;

    StartGate(int limit) {
        this.limit = limit;
    }

    /**
     * Waits for a job's turn.
     *
     * @param spares gives a spare if there is one; does not block
     * @return a spare; empty for the right to start a JVM, which {@link #done} gives back
     */
    synchronized <W> Optional<W> awaitJobsTurn(Supplier<Optional<W>> spares)
            throws InterruptedException {
        Object ticket = new Object();
        jobs.add(ticket);
        try {
            while (true) {
                Optional<W> spare = spares.get();
                if (spare.isPresent()) {
                    return spare;
                }
                if (starting < limit && ticket.equals(jobs.peek())) {
                    starting++;
                    return Optional.empty();
                }
                wait();
            }
        } finally {
            jobs.remove(ticket);
            notifyAll();
        }
    }

    /** Waits until a spare may start, which {@link #done} ends. */
    synchronized void awaitSparesTurn() throws InterruptedException {
        while (starting >= limit || !jobs.isEmpty()) {
            wait();
        }
        starting++;
    }

    /** A JVM has started, or failed to. */
    synchronized void done() {
        starting--;
        notifyAll();
    }
}
