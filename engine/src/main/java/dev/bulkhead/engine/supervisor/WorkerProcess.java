package dev.bulkhead.engine.supervisor;

import dev.bulkhead.engine.wire.FrameReader;
import dev.bulkhead.engine.wire.FrameWriter;
import dev.bulkhead.engine.wire.FromWorker;
import dev.bulkhead.engine.wire.ToWorker;
import dev.bulkhead.engine.wire.WireProtocol;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One worker process as the parent sees it.
 *
 * <p><b>States:</b> {@link WorkerState}; an illegal change is a bug and throws.
 *
 * <p><b>Concurrency:</b> {@link #read} is for one thread. {@link #silentNanos} counts only while
 * that thread waits for the worker, so a slow listener never makes a worker look hung. Everything
 * else may be called from any thread; {@link #send} blocks while the pipe is full, which the worker
 * empties at once.
 */
public final class WorkerProcess {
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Process process;
    private final FrameReader fromWorker;
    private final FrameWriter toWorker;
    private final StderrTail stderr;
    private WorkerState state = WorkerState.STARTING;
    private WorkerExit.@Nullable Kind endedBy;
    private String endedWhy = "";
    private volatile Optional<String> note = Optional.empty();
    private volatile long waitingSince;
    private volatile boolean waiting;

    private WorkerProcess(Process process) {
        this.process = process;
        this.fromWorker =
                new FrameReader(new BufferedInputStream(process.getInputStream(), 64 << 10));
        this.toWorker = new FrameWriter(process.getOutputStream());
        this.stderr = new StderrTail(process.getErrorStream(), process.pid());
    }

    /** Starts a process; does not wait for it. */
    static WorkerProcess start(WorkerCommand command, WorkerSize size, boolean spare)
            throws IOException {
        return new WorkerProcess(command.process(size, spare).start());
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    synchronized WorkerState state() {
        return state;
    }

    synchronized void become(WorkerState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("worker " + pid() + " is " + state + ", not " + next);
        }
        state = next;
    }

    /**
     * Makes it a worker that has a job.
     *
     * @throws IOException if it was killed in the meantime
     */
    synchronized void begin() throws IOException {
        if (state == WorkerState.ENDED) {
            throw new IOException("worker " + pid() + " was ended before it had its job");
        }
        become(WorkerState.RUNNING);
    }

    /** Lets it rest after its job; false if it was killed in the meantime. */
    synchronized boolean rest() {
        if (state != WorkerState.RUNNING || !process.isAlive()) {
            return false;
        }
        become(WorkerState.IDLE);
        return true;
    }

    /**
     * Begins anew with a worker that has rested. Blocks until it answers, which takes a healthy one
     * less than a millisecond, or until it is found dead or hung.
     *
     * @return whether it is well
     */
    boolean wake() {
        stderr.clear();
        try {
            begin();
            send(new ToWorker.Wake());
            return read().filter(FromWorker.Ready.class::isInstance).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    void send(ToWorker message) throws IOException {
        synchronized (toWorker) {
            toWorker.write(message);
        }
    }

    /** The next message, empty at the end of the stream. Blocks. */
    Optional<FromWorker> read() throws IOException {
        waitingSince = System.nanoTime();
        waiting = true;
        try {
            return fromWorker.readFromWorker();
        } finally {
            waiting = false;
        }
    }

    /**
     * Reads the greeting.
     *
     * @throws OtherBuildException if it is another build's; the worker is killed
     * @throws IOException if it does not come
     */
    void greet() throws IOException {
        FromWorker first = read().orElseThrow(() -> new IOException("it did not greet"));
        if (!(first instanceof FromWorker.Hello hello)) {
            throw new IOException("it said something else than its greeting first");
        }
        if (hello.protocol() != WireProtocol.VERSION
                || !hello.buildId().equals(WireProtocol.BUILD_ID)) {
            String difference =
                    "it is of build "
                            + hello.buildId()
                            + " with protocol "
                            + hello.protocol()
                            + ", this program of build "
                            + WireProtocol.BUILD_ID
                            + " with protocol "
                            + WireProtocol.VERSION;
            kill(WorkerExit.Kind.STOPPED, difference);
            throw new OtherBuildException(difference);
        }
    }

    /** How long the reading thread has been waiting for this worker; 0 if it does not. */
    long silentNanos() {
        return waiting ? System.nanoTime() - waitingSince : 0;
    }

    /** Forgives the silence so far: this process itself stood still. */
    void forgiveSilence() {
        waitingSince = System.nanoTime();
    }

    /** Ends the process by force, for a reason that {@link #exit} will give. */
    synchronized void kill(WorkerExit.Kind why, String detail) {
        if (endedBy == null) {
            endedBy = why;
            endedWhy = detail;
        }
        if (state != WorkerState.ENDED) {
            state = WorkerState.ENDED;
        }
        process.destroyForcibly();
    }

    /** Closes the worker's stdin, upon which it exits by itself. */
    void dismiss() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** Waits for the process to end; kills it if it does not in time. */
    WorkerExit exit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            kill(WorkerExit.Kind.HUNG, "it did not exit");
            process.waitFor();
        }
        List<String> words = stderr.lastWords(LAST_WORDS);
        synchronized (this) {
            state = WorkerState.ENDED;
            return endedBy == null
                    ? WorkerExit.of(process.exitValue(), words)
                    : new WorkerExit(endedBy, endedWhy, words);
        }
    }

    /** Has a line of ours stand before its log. */
    void note(String line) {
        note = Optional.of(line);
    }

    List<String> stderrTail() {
        List<String> lines = new ArrayList<>(stderr.lines());
        note.ifPresent(lines::addFirst);
        return lines;
    }
}
