package dev.bulkhead.tests.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command, run to its end with both outputs kept. */
public final class Command {
    private static final long LIMIT_SECONDS = 120;

    private final ProcessBuilder builder;

    private Command(List<String> command) {
        builder = new ProcessBuilder(command);
    }

    public static Command of(List<String> command) {
        return new Command(command);
    }

    public static Command of(String... command) {
        return new Command(List.of(command));
    }

    /** Adds to the environment. */
    public Command with(Map<String, String> environment) {
        builder.environment().putAll(environment);
        return this;
    }

    public Command in(Path folder) {
        builder.directory(folder.toFile());
        return this;
    }

    /** Runs it; one that does not end within two minutes is killed and fails the test. */
    public Outcome run() throws IOException, InterruptedException {
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> out = read(process.getInputStream());
        CompletableFuture<String> err = read(process.getErrorStream());
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(builder.command() + " did not end: " + err.join());
        }
        return new Outcome(process.exitValue(), out.join(), err.join());
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }
}
