package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.archive.AotCache;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.wire.WireProtocol;
import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker's AOT cache that is stale, truncated, damaged or another's: old code never runs a job.
 *
 * <p>The older build is this one with another build id in its classes. Both jars are uncompressed
 * and have one time, so that they are equally long: the worst case, in which a JVM does not see
 * that a jar was replaced. The cache is made from the older one.
 */
class StaleCacheTest {
    private static final String OLD_BUILD = "0123456789abcdef";
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final long PATIENCE_SECONDS = 60;
    private static final Path JAVA = EngineSettings.ofThisProcess(0).javaCommand();

    @TempDir private static Path work;
    private static Path image;
    private static List<Path> jars;
    private static Path engineJar;
    private static Path newJar;
    private static Path oldCache;
    private static Path placeOfOldCache;

    @BeforeAll
    static void makeAnOlderBuildAndItsCache() throws IOException, InterruptedException {
        image = Files.createDirectory(work.resolve("image"));
        jars = new ArrayList<>();
        for (Path jar : StoredJars.ofTheProgram()) {
            Path copy = image.resolve(jar.getFileName());
            StoredJars.copy(jar, copy, OLD_BUILD, OLD_BUILD);
            Files.setLastModifiedTime(copy, TIME);
            jars.add(copy);
        }
        engineJar = jars.getFirst();
        newJar = Files.move(engineJar, work.resolve("new.jar"));
        int changed = StoredJars.copy(newJar, engineJar, WireProtocol.BUILD_ID, OLD_BUILD);
        assertThat(changed).as("classes with the build id").isPositive();
        Files.setLastModifiedTime(engineJar, TIME);
        assertThat(engineJar).hasSize(Files.size(newJar));

        oldCache = work.resolve("old.aot");
        Outcome training = runWorker("-XX:AOTCacheOutput=" + oldCache);
        assertThat(training.out()).contains(OLD_BUILD);
        assertThat(oldCache).as(training.err()).isNotEmptyFile();
        placeOfOldCache = place(Files.size(oldCache));
    }

    @BeforeEach
    void replaceTheJar() throws IOException {
        try (var files = Files.newDirectoryStream(image, "*.aot")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.copy(
                newJar,
                engineJar,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void theJvmAloneRunsTheOldCode() throws IOException, InterruptedException {
        assertThat(runWorker().out()).contains(WireProtocol.BUILD_ID);
        Outcome stale = runWorker("-XX:AOTCache=" + oldCache);
        assertThat(stale.out()).contains(OLD_BUILD).doesNotContain(WireProtocol.BUILD_ID);
        assertThat(stale.err()).isEmpty();
    }

    @Test
    void aCacheOfOlderJarsIsNotEvenTried() throws Exception {
        Files.copy(oldCache, placeOfOldCache);
        assertThat(cacheInUse()).isEmpty();
        assertThat(logOfAJob()).isEmpty();
    }

    @Test
    void aStaleCacheUnderTheRightNameGetsNoJob() throws Exception {
        Files.copy(oldCache, place(Files.size(oldCache)));
        assertThat(cacheInUse()).hasSize(1);
        assertThat(logOfAJob())
                .first()
                .asString()
                .contains("without the AOT cache", OLD_BUILD, WireProtocol.BUILD_ID);
    }

    @Test
    void aTruncatedCacheIsNotEvenTried() throws Exception {
        byte[] whole = Files.readAllBytes(oldCache);
        Files.write(place(whole.length), Arrays.copyOf(whole, whole.length / 2));
        assertThat(cacheInUse()).isEmpty();
        assertThat(logOfAJob()).isEmpty();
    }

    @Test
    void anEmptyOrForeignCacheIsRefusedByTheJvm() throws Exception {
        for (byte[] foreign :
                List.of(
                        new byte[0],
                        "not a cache at all".repeat(500).getBytes(StandardCharsets.UTF_8))) {
            Path file = Files.write(place(foreign.length), foreign);
            assertThat(cacheInUse()).contains(file);
            assertThat(String.join("\n", logOfAJob())).contains("AOT cache");
            Files.delete(file);
        }
    }

    @Test
    void aDamagedCacheThatCrashesTheJvmIsLeftOut() throws Exception {
        byte[] damaged = Files.readAllBytes(oldCache);
        Arrays.fill(damaged, damaged.length / 4, damaged.length / 2, (byte) 0);
        Files.write(place(damaged.length), damaged);
        assertThat(cacheInUse()).hasSize(1);
        assertThat(logOfAJob()).first().asString().contains("without the AOT cache");
    }

    @Test
    void foldersOfClassesHaveNoCache() throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        assertThat(AotCache.of(AotCache.WORKER, JAVA, List.of(classes))).isEmpty();
        assertThat(AotCache.of(AotCache.WORKER, JAVA, List.of(engineJar, newJar))).isEmpty();
    }

    private static Path place(long length) {
        return AotCache.of(AotCache.WORKER, JAVA, jars).orElseThrow().place(length);
    }

    private static List<Path> cacheInUse() {
        return AotCache.of(AotCache.WORKER, JAVA, jars).orElseThrow().file().stream().toList();
    }

    /** Runs a worker to its greeting, which is on its standard output; it has no parent. */
    private static Outcome runWorker(String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JAVA.toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UnlockDiagnosticVMOptions",
                                "-XX:+DisplayVMOutputToStderr",
                                "-Xlog:disable",
                                "-Xlog:all=error:stderr"));
        command.addAll(List.of(options));
        command.addAll(
                List.of(
                        "-cp",
                        String.join(File.pathSeparator, jars.stream().map(Path::toString).toList()),
                        "dev.bulkhead.engine.worker.WorkerMain"));
        return Command.of(command).run();
    }

    /** Runs a job to where it works, and gives what its worker's log says. */
    private static List<String> logOfAJob() throws Exception {
        CompletableFuture<JobEvent> working = new CompletableFuture<>();
        try (Engine engine = Engine.open(new EngineSettings(JAVA, jars, 0))) {
            JobHandle job =
                    engine.submit(
                            DemoNetwork.spec(),
                            event -> {
                                if (!(event instanceof JobEvent.Started)) {
                                    working.complete(event);
                                }
                            });
            assertThat(working.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOf(JobEvent.Listening.class);
            return job.stderrTail();
        }
    }
}
