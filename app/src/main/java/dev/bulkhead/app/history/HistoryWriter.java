package dev.bulkhead.app.history;

import dev.bulkhead.app.history.HistoryState.Notice;
import dev.bulkhead.app.history.HistoryState.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Writes one history file.
 *
 * <p>Concurrency: any thread hands entries over, which never waits; one thread of its own opens the
 * file, writes, rolls up and deletes what is too old.
 *
 * <p>States: opening, writing, and problem, from which it tries again every second. What could not
 * be written waits in the queue and is written when the trouble is over. Values that find the queue
 * full are counted as lost, and a gap with the reason stands in their place.
 *
 * <p>Limits: {@value #QUEUE} entries wait at most; a transaction holds at most {@value #BATCH} and
 * is committed at the latest {@value #COMMIT_MILLIS} ms after its first entry came.
 */
public final class HistoryWriter implements AutoCloseable {
    private static final int QUEUE = 131_072;
    private static final int BATCH = 20_000;
    private static final long COMMIT_MILLIS = 400;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration ROLL_UP_EVERY = Duration.ofMinutes(1);
    private static final Duration RETENTION_EVERY = Duration.ofMinutes(10);
    private static final Duration END_AT_MOST = Duration.ofSeconds(20);

    /** A batch that fails so often although the file can be opened is given up. */
    private static final int MOST_TRIES = 5;

    private final Path wanted;
    private final Supplier<Keep> keep;
    private final InstantSource clock;
    private final BlockingQueue<Object> queue;
    private final List<Entry> batch = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final QuickCheck check = new QuickCheck(this::damaged);
    private final Thread thread;
    private @Nullable ClaimedFile claim;
    private int firstNumber = 1;
    private boolean opened;
    private int tries;
    private long nextRollUp;
    private long nextRetention;
    private volatile boolean closing;
    private volatile HistoryState state =
            new HistoryState(Phase.OPENING, Optional.empty(), Optional.empty(), List.of(), 0, 0);
    private long committed;
    private final AtomicLong lost = new AtomicLong();

    /** Something to do between two transactions. */
    private record Task(Work work, CompletableFuture<Void> done) {}

    /** What a task does with the open file. */
    @FunctionalInterface
    private interface Work {
        void run(Ledger ledger) throws SQLException;
    }

    /**
     * Opens a file soon, or one beside it if another process writes it.
     *
     * @param keep asked again whenever something may be deleted
     */
    public HistoryWriter(Path file, Supplier<Keep> keep, InstantSource clock) {
        this(file, keep, clock, QUEUE);
    }

    HistoryWriter(Path file, Supplier<Keep> keep, InstantSource clock, int room) {
        this.wanted = file;
        this.keep = keep;
        this.clock = clock;
        this.queue = new ArrayBlockingQueue<>(room);
        thread = Thread.ofPlatform().daemon().name("history-writer").start(this::run);
    }

    /** A series to write. */
    public RecordedSeries series(SeriesKey key) {
        return new RecordedSeries(key);
    }

    /** How it goes. */
    public HistoryState state() {
        HistoryState now = state;
        return new HistoryState(
                now.phase(), now.file(), now.problem(), now.notices(), now.committed(), lost.get());
    }

    /** Hands an entry over; it is lost, and counted, if there is no room. Never waits. */
    public void write(Entry entry) {
        if (entry instanceof Entry.Value value) {
            write(value);
        } else if (!closing) {
            queue.offer(entry);
        }
    }

    private void write(Entry.Value value) {
        RecordedSeries series = value.series();
        if (closing
                || (series.isLosing() && !queue.offer(series.lostGap(value.time())))
                || !queue.offer(value)) {
            series.lose(value.time(), whyLost());
            lost.incrementAndGet();
            return;
        }
        if (series.isLosing()) {
            series.loseNoMore();
        }
    }

    private String whyLost() {
        return state.problem()
                .map(problem -> "the history could not be written: " + problem.kind().words())
                .orElse("the history could not keep up");
    }

    /** Hands an entry over and waits for room, as imports do. */
    public void writeAll(Iterable<? extends Entry> entries) throws InterruptedException {
        for (Entry entry : entries) {
            queue.put(entry);
        }
    }

    /** Deletes a series; done when it is gone, with an exception if it cannot be. */
    public CompletableFuture<Void> delete(long series) {
        return submit(ledger -> {
            new Retention(ledger.connection()).delete(series);
            ledger.forget(series);
        });
    }

    /** Rolls up and deletes what is too old, now. */
    public CompletableFuture<Void> tidy() {
        return submit(this::tidy);
    }

    private CompletableFuture<Void> submit(Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (closing || !queue.offer(new Task(work, done))) {
            done.completeExceptionally(new IOException("the history is busy or closed"));
        }
        return done;
    }

    /** A check found the file damaged. */
    private void damaged(String how) {
        var _ =
                submit(_ -> {
                    throw new SQLException(how, "", SQLiteErrorCode.SQLITE_CORRUPT.code);
                });
    }

    private void run() {
        while (!closing || !queue.isEmpty() || !batch.isEmpty()) {
            try (Ledger ledger = open()) {
                work(ledger);
            } catch (SQLException | IOException e) {
                failed(e);
                if (closing) {
                    break;
                }
            }
        }
        lost.addAndGet(values(batch) + values(queue));
        check.close();
        release();
        tell(Phase.CLOSED, Optional.empty());
    }

    private Ledger open() throws SQLException, IOException {
        ClaimedFile file = claim;
        if (file == null) {
            file = ClaimedFile.of(wanted, firstNumber);
            claim = file;
            if (!file.isFirst() && firstNumber == 1) {
                notices.add(new Notice(Notice.What.LOCKED, wanted, file.file()));
            }
        }
        Connection connection = Sqlite.writer(file.file());
        try {
            boolean cut = SessionTable.endCut(connection);
            String why = cut ? "the program ended without closing the history" : "not polled";
            Ledger ledger = new Ledger(connection, clock.millis(), why);
            if (cut && !opened) {
                check.start(file.file());
            }
            opened = true;
            tell(Phase.WRITING, Optional.empty());
            return ledger;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void work(Ledger ledger) throws SQLException {
        while (true) {
            Optional<Task> task = collect();
            if (!batch.isEmpty()) {
                for (Entry entry : batch) {
                    ledger.add(entry);
                }
                ledger.commit();
                committed += values(batch);
                batch.clear();
                tries = 0;
                tell(Phase.WRITING, Optional.empty());
            }
            if (task.isPresent()) {
                run(task.get(), ledger);
            }
            tidyIfDue(ledger);
            if (closing && queue.isEmpty()) {
                ledger.rollUp();
                ledger.end(clock.millis());
                return;
            }
        }
    }

    private static long values(Collection<?> entries) {
        return entries.stream().filter(Entry.Value.class::isInstance).count();
    }

    private static void run(Task task, Ledger ledger) throws SQLException {
        try {
            task.work().run(ledger);
            task.done().complete(null);
        } catch (SQLException e) {
            task.done().completeExceptionally(e);
            throw e;
        }
    }

    /** Fills the batch with what comes until it is time to commit, or a task is next. */
    private Optional<Task> collect() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(COMMIT_MILLIS);
        while (batch.size() < BATCH) {
            long left = closing ? 0 : until - System.nanoTime();
            Object next = next(Math.max(0, left));
            if (next instanceof Task task) {
                return Optional.of(task);
            }
            if (next == null) {
                return Optional.empty();
            }
            batch.add((Entry) next);
        }
        return Optional.empty();
    }

    private @Nullable Object next(long nanos) {
        try {
            return queue.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
            return queue.poll();
        }
    }

    private void tidyIfDue(Ledger ledger) throws SQLException {
        long now = System.nanoTime();
        if (nextRollUp == 0) {
            nextRollUp = now + ROLL_UP_EVERY.toNanos();
            nextRetention = now + ROLL_UP_EVERY.toNanos();
        } else if (now - nextRetention > 0) {
            tidy(ledger);
            nextRetention = now + RETENTION_EVERY.toNanos();
        } else if (now - nextRollUp > 0) {
            ledger.rollUp();
            nextRollUp = now + ROLL_UP_EVERY.toNanos();
        }
    }

    private void tidy(Ledger ledger) throws SQLException {
        ledger.rollUp();
        new Retention(ledger.connection()).apply(keep.get(), clock.millis());
    }

    private void failed(Exception e) {
        HistoryProblem problem = HistoryProblem.of(e);
        tell(Phase.PROBLEM, Optional.of(problem));
        switch (problem.kind()) {
            case CORRUPT -> moveAside(problem);
            case NEWER -> takeNext();
            case FULL, UNWRITABLE, LOCKED -> await();
            case OTHER -> {
                tries++;
                if (tries > MOST_TRIES) {
                    giveUp();
                    tries = 0;
                }
                await();
            }
        }
    }

    private void giveUp() {
        String why = whyLost();
        for (Entry entry : batch) {
            if (entry instanceof Entry.Value value) {
                value.series().lose(value.time(), why);
                lost.incrementAndGet();
            }
        }
        batch.clear();
    }

    private void moveAside(HistoryProblem problem) {
        ClaimedFile file = claim;
        if (file == null) {
            return;
        }
        try {
            Path aside = file.moveAside();
            if (!aside.equals(file.file())) {
                notices.add(new Notice(Notice.What.DAMAGED, file.file(), aside));
            }
        } catch (IOException stays) {
            tell(Phase.PROBLEM, Optional.of(new HistoryProblem(problem.kind(), stays.toString())));
            await();
        }
    }

    private void takeNext() {
        ClaimedFile file = claim;
        release();
        firstNumber++;
        if (file != null) {
            Path next = ClaimedFile.numbered(wanted.toAbsolutePath(), firstNumber);
            notices.add(new Notice(Notice.What.NEWER, file.file(), next));
        }
    }

    private void release() {
        ClaimedFile file = claim;
        claim = null;
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // The lock goes with the process at the latest.
                return;
            }
        }
    }

    private synchronized void await() {
        long until = System.nanoTime() + RETRY.toNanos();
        try {
            for (long left = RETRY.toMillis();
                    left > 0 && !closing;
                    left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) {
                wait(left);
            }
        } catch (InterruptedException hurry) {
            return;
        }
    }

    private void tell(Phase phase, Optional<HistoryProblem> problem) {
        ClaimedFile file = claim;
        state =
                new HistoryState(
                        phase,
                        file == null ? state.file() : Optional.of(file.file()),
                        problem,
                        List.copyOf(notices),
                        committed,
                        0);
    }

    /** Writes what still waits, and closes the file. Blocks for {@code END_AT_MOST} at most. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        queue.offer(new Task(_ -> {}, new CompletableFuture<>()));
        try {
            thread.join(END_AT_MOST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
