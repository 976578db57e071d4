package dev.bulkhead.engine.worker;

import dev.bulkhead.engine.job.CoreFiles;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A worker process. Reads commands from stdin, writes frames to stdout and log lines to stderr, and
 * exits when stdin ends.
 */
public final class WorkerMain {
    /** Exit status after an error of ours; the parent calls it a crash. */
    static final int FAILED = 70;

    private WorkerMain() {}

    /** With an argument it is a spare and warms up; all else comes in frames. */
    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] args) {
        CoreFiles.withoutMemory();
        // The true stdout is for frames; whatever prints by mistake must not get between them.
        FileOutputStream frames = new FileOutputStream(FileDescriptor.out);
        System.setOut(
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> die(thread, error));
        try {
            new JobLoop(new FileInputStream(FileDescriptor.in), frames, args.length > 0).run();
        } catch (Exception e) {
            die(Thread.currentThread(), e);
        }
        halt(0);
    }

    /** Writes log lines for the parent to keep. */
    static void log(Iterable<String> lines) {
        for (String line : lines) {
            System.err.println(oneLine(line));
        }
    }

    /** What a device sent may be in it, and must not look like a line of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }

    private static void die(Thread thread, Throwable error) {
        System.err.println(oneLine("thread " + thread.getName() + " failed: " + error));
        StackTraceElement[] trace = error.getStackTrace();
        for (int i = 0; i < Math.min(trace.length, 12); i++) {
            System.err.println("  at " + trace[i]);
        }
        halt(FAILED);
    }

    /** Ends the process without shutdown hooks: there is nothing to save, and it must not hang. */
    static void halt(int status) {
        System.err.flush();
        Runtime.getRuntime().halt(status);
    }
}
