package dev.bulkhead.tests.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a process took and left behind.
 *
 * @param ended whether it ended by itself; else it was killed at the limit
 * @param exitCode its exit code, or -1 if it was killed
 * @param wall from its start to its end
 * @param peakRssBytes the most memory it had resident (Linux's VmHWM, looked at every {@value
 *     #LOOK_MILLISECONDS} ms), or 0 where that cannot be seen
 * @param out the beginning of its standard output, at most {@value #KEPT_BYTES} bytes
 * @param err the beginning of its standard error, likewise
 */
public record Measured(
        boolean ended, int exitCode, Duration wall, long peakRssBytes, String out, String err) {
    private static final int KEPT_BYTES = 1 << 24;
    private static final int LOOK_MILLISECONDS = 10;

    /** Runs a command that gets no input; both outputs are read to their ends. Blocks. */
    public static Measured run(ProcessBuilder builder, Duration limit)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> out = head(process.getInputStream());
        CompletableFuture<String> err = head(process.getErrorStream());
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        long peak = 0;
        while (!process.waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakRss(status));
            if (System.nanoTime() - start > limit.toNanos()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                return measured(false, -1, start, peak, out, err);
            }
        }
        return measured(true, process.exitValue(), start, peak, out, err);
    }

    private static Measured measured(
            boolean ended,
            int exitCode,
            long start,
            long peak,
            CompletableFuture<String> out,
            CompletableFuture<String> err) {
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        return new Measured(ended, exitCode, wall, peak, out.join(), err.join());
    }

    /** In seconds. */
    public double seconds() {
        return wall.toNanos() / 1e9;
    }

    private static long peakRss(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    private static CompletableFuture<String> head(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    ByteArrayOutputStream kept = new ByteArrayOutputStream();
                    byte[] buffer = new byte[1 << 16];
                    try (stream) {
                        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                            kept.write(buffer, 0, Math.min(n, KEPT_BYTES - kept.size()));
                        }
                    } catch (IOException killed) {
                        // what came until then is kept
                    }
                    return kept.toString(StandardCharsets.UTF_8);
                },
                task -> Thread.ofVirtual().start(task));
    }
}
