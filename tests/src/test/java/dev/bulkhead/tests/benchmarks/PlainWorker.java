package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.usm.PassphraseKeys;
import dev.bulkhead.engine.wire.FrameReader;
import dev.bulkhead.engine.wire.FrameWriter;
import dev.bulkhead.engine.wire.FromWorker;
import dev.bulkhead.engine.wire.ToWorker;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A worker on a JVM without any flag: what the engine's own way of starting them is held against.
 */
final class PlainWorker {
    /** In the order in which {@code EngineSettings.ofThisProcess} has them. */
    private static final List<String> PRODUCTS =
            List.of("bulkhead-engine", "bulkhead-mibs", "snmp4j", "snmp4j-agent", "jspecify");

    private static final PassphraseKeys KEYS = new PassphraseKeys();

    private PlainWorker() {}

    static List<Path> jarsIn(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String product : PRODUCTS) {
            try (Stream<Path> files = Files.list(folder)) {
                jars.add(
                        files.filter(file -> isOf(product, file))
                                .findFirst()
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                folder + " has no " + product)));
            }
        }
        return jars;
    }

    private static boolean isOf(String product, Path file) {
        return file.getFileName().toString().matches(product + "-\\d.*\\.jar");
    }

    /** Milliseconds from the start of the process to the first value of a Get. */
    static double firstValue(Path java, List<Path> jars, JobSpec job)
            throws IOException, InterruptedException {
        Credential credential = ((JobSpec.Get) job).target().credential();
        ToWorker.Run run =
                new ToWorker.Run(
                        job,
                        List.of(KEYS.keysOf(credential)),
                        new OctetString(new byte[] {(byte) 0x80, 0, 0, 0, 5, 1}),
                        StartPoint.BEGINNING,
                        Instant.now(),
                        false);
        List<String> names = jars.stream().map(Path::toString).toList();
        ProcessBuilder builder =
                new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        String.join(File.pathSeparator, names),
                        "dev.bulkhead.engine.worker.WorkerMain");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            FrameReader reader = new FrameReader(new BufferedInputStream(process.getInputStream()));
            new FrameWriter(process.getOutputStream()).write(run);
            while (true) {
                FromWorker message =
                        reader.readFromWorker()
                                .orElseThrow(() -> new IOException("the worker ended"));
                if (message instanceof FromWorker.Samples) {
                    return (System.nanoTime() - began) / 1e6;
                }
                if (message instanceof FromWorker.Done done && done.failure().isPresent()) {
                    throw new IOException(done.failure().get().message());
                }
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
