package dev.bulkhead.tests.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program that runs while a test looks at it; closing it kills it. */
public final class RunningProgram implements AutoCloseable {
    private final Process process;
    private final List<Line> out = new CopyOnWriteArrayList<>();
    private final List<Line> err = new CopyOnWriteArrayList<>();

    private RunningProgram(Process process) {
        this.process = process;
        collect(process.inputReader(StandardCharsets.UTF_8), out);
        collect(
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)),
                err);
    }

    static RunningProgram start(List<String> command) throws IOException {
        return new RunningProgram(new ProcessBuilder(command).start());
    }

    private static void collect(BufferedReader reader, List<Line> lines) {
        Thread.ofVirtual()
                .start(() -> {
                    try (reader) {
                        reader.lines().forEach(l -> lines.add(new Line(Instant.now(), l)));
                    } catch (IOException | UncheckedIOException ended) {
                        lines.add(new Line(Instant.now(), "(stream ended)"));
                    }
                });
    }

    /** What stands on standard output so far. */
    public List<Line> out() {
        return List.copyOf(out);
    }

    /** What stands on standard error so far, in one text. */
    public String err() {
        return String.join("\n", err.stream().map(Line::text).toList());
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public Process process() {
        return process;
    }

    @Override
    public void close() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /** A line of output and when it came. */
    public record Line(Instant time, String text) {}
}
