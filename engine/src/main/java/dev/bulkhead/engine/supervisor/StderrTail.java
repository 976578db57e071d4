package dev.bulkhead.engine.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads a worker's stderr on a thread of its own, so that the worker never blocks on it, and keeps
 * the last lines, made harmless to print.
 */
final class StderrTail {
    private static final int LINES = 40;
    private static final int LINE_LENGTH = 400;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    StderrTail(InputStream stderr, long pid) {
        reader = Thread.ofPlatform().daemon().name("stderr-" + pid).start(() -> readAll(stderr));
    }

    private void readAll(InputStream stderr) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(stderr, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    add(line.toString());
                    line.setLength(0);
                } else if (line.length() < LINE_LENGTH) {
                    line.append(Character.isISOControl(c) ? ' ' : (char) c);
                }
            }
            if (!line.isEmpty()) {
                add(line.toString());
            }
        } catch (IOException e) {
            add("(the rest of the log is lost: " + e.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        if (lines.size() == LINES) {
            lines.remove();
        }
        lines.add(line);
    }

    /** Forgets what was said so far. */
    synchronized void clear() {
        lines.clear();
    }

    /** The last lines so far, oldest first. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits a moment for the last words of a process that has ended. */
    List<String> lastWords(Duration atMost) throws InterruptedException {
        reader.join(atMost);
        return lines();
    }
}
