package dev.bulkhead.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.start.StartCheck;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.archive.AotCache;
import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Outcome;
import dev.bulkhead.tests.program.Repository;
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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program's own AOT caches, of window and command line, that are stale, truncated, another's or
 * not there: the code of the jars runs, and the log says what was wrong.
 *
 * <p>The older build is this one with another name and another option in its classes. Both jars are
 * uncompressed and have one time, so that they are equally long: the worst case, in which a JVM
 * does not see that a jar was replaced. The caches are made from the older one.
 */
class StaleStartTest {
    private static final Path DISTRIBUTION = Repository.ROOT.resolve("app/target/bulkhead/lib");
    private static final String NAME = "Bulkhead ";
    private static final String OLD_NAME = "Old head ";
    private static final String OPTION = "--until-ready";
    private static final String OLD_OPTION = "--until-never";
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Path JAVA = EngineSettings.ofThisProcess(0).javaCommand();
    private static final String STALE = "is of other jars";
    private static final String REFUSED = "the JVM refused the AOT cache";
    private static final List<String> VERSION = List.of("--version");

    @TempDir private static Path work;
    private static Path image;
    private static List<Path> jars;
    private static Path oldCommandLine;
    private static Path oldWindow;
    private static Path freshCommandLine;

    @BeforeAll
    static void replaceTheJarOfAnOlderBuild() throws IOException, InterruptedException {
        image = Files.createDirectory(work.resolve("image"));
        jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(DISTRIBUTION)) {
            for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                Path copy = image.resolve(jar.getFileName());
                Files.copy(jar, copy);
                Files.setLastModifiedTime(copy, TIME);
                jars.add(copy);
            }
        }
        Path appJar =
                jars.stream()
                        .filter(jar -> jar.getFileName().toString().startsWith("bulkhead-app-"))
                        .findFirst()
                        .orElseThrow();
        Path built = Files.move(appJar, work.resolve("built.jar"));
        Path newJar = work.resolve("new.jar");
        Path renamed = work.resolve("renamed.jar");
        StoredJars.copy(built, newJar, NAME, NAME);
        assertThat(StoredJars.copy(newJar, renamed, NAME, OLD_NAME)).isPositive();
        assertThat(StoredJars.copy(renamed, appJar, OPTION, OLD_OPTION)).isPositive();
        assertThat(appJar).hasSize(Files.size(newJar));
        Files.setLastModifiedTime(appJar, TIME);
        Files.setLastModifiedTime(newJar, TIME);

        oldCommandLine = train("cli", VERSION);
        oldWindow = train("window", List.of(OLD_OPTION));
        Files.copy(
                newJar,
                appJar,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        freshCommandLine = train("cli", VERSION);
    }

    /** Makes the cache of the jars as they are now, under its right name. */
    private static Path train(String kind, List<String> words)
            throws IOException, InterruptedException {
        Path draft = work.resolve("draft.aot");
        Outcome run = run(List.of("-XX:AOTCacheOutput=" + draft), words);
        assertThat(draft).as(run.out() + run.err()).isNotEmptyFile();
        AotCache cache = AotCache.of(kind, JAVA, jars).orElseThrow();
        return Files.move(draft, cache.place(Files.size(draft)));
    }

    @Test
    void aCacheOfTheseJarsIsUsedAndNotSpokenOf() throws Exception {
        Outcome run = start(freshCommandLine, VERSION);
        assertThat(run.out()).startsWith(NAME);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theJvmAloneRunsTheOldCode() throws Exception {
        Outcome run = run(List.of("-XX:AOTCache=" + oldCommandLine), VERSION);
        assertThat(run.out()).startsWith(OLD_NAME);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theCommandLineRunsTheCodeOfItsJars() throws Exception {
        Outcome run = start(oldCommandLine, VERSION);
        assertThat(run.out()).startsWith(NAME);
        assertThat(run.err()).contains(STALE, oldCommandLine.toString());
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aWholeJobRunsPastAStaleCache() throws Exception {
        Outcome run = start(oldCommandLine, List.of("simulate", "--seconds", "1"));
        assertThat(run.out()).startsWith("READY 127.0.0.1:");
        assertThat(run.err()).contains(STALE);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void exitCodesPassAStaleCache() throws Exception {
        Outcome run = start(oldCommandLine, List.of("get", "--nonsense"));
        Outcome fresh = start(freshCommandLine, List.of("get", "--nonsense"));
        assertThat(run.exitCode()).isNotZero().isEqualTo(fresh.exitCode());
    }

    @Test
    void theWindowRunsTheCodeOfItsJars() throws Exception {
        Outcome run = start(oldWindow, List.of(OPTION));
        assertThat(run.out()).as(run.err()).startsWith("READY with ");
        assertThat(run.err()).contains(STALE, oldWindow.toString());
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aStaleCacheWithTheRightLengthInItsNameIsSeen() throws Exception {
        Path foreign = image.resolve("cli-0123456789abcdef-" + Files.size(oldCommandLine) + ".aot");
        Files.copy(oldCommandLine, foreign);
        Outcome run = start(foreign, VERSION);
        assertThat(run.out()).startsWith(NAME);
        assertThat(run.err()).contains(STALE, foreign.toString());
    }

    @Test
    void aMissingCacheIsSaid() throws Exception {
        Path missing = image.resolve("cli-0123456789abcdef-17.aot");
        Outcome run = start(missing, VERSION);
        assertThat(run.out()).startsWith(NAME);
        assertThat(run.err()).contains("there is no AOT cache " + missing);
    }

    @Test
    void aTruncatedOrForeignFileIsRefusedAndSaid() throws Exception {
        byte[] whole = Files.readAllBytes(freshCommandLine);
        List<byte[]> faulty =
                List.of(
                        Arrays.copyOf(whole, whole.length / 2),
                        new byte[0],
                        "not a cache at all".repeat(500).getBytes(StandardCharsets.UTF_8));
        for (byte[] octets : faulty) {
            Path file = Files.write(work.resolve("cli-faulty.aot"), octets);
            Outcome run = start(file, VERSION);
            assertThat(run.out()).startsWith(NAME);
            assertThat(run.err()).contains(REFUSED, file.toString());
        }
    }

    /** JDK 25 calls the place where a cache was made the place of the classes in it. */
    @Test
    void workersOfAProgramThatWasMovedRunFromWhereItIsNow() throws Exception {
        List<String> simulate = List.of("simulate", "--seconds", "1");
        Path built = Files.createDirectory(work.resolve("built"));
        List<Path> builtJars = new ArrayList<>();
        for (Path jar : jars) {
            Path copy = built.resolve(jar.getFileName());
            builtJars.add(Files.copy(jar, copy, StandardCopyOption.COPY_ATTRIBUTES));
        }
        Path cache = built.resolve("cli.aot");
        run(builtJars, List.of("-XX:AOTCacheOutput=" + cache), simulate);
        assertThat(cache).isNotEmptyFile();

        Path installed = Files.move(built, work.resolve("installed"));
        List<Path> installedJars =
                builtJars.stream().map(jar -> installed.resolve(jar.getFileName())).toList();
        Outcome run =
                run(
                        installedJars,
                        List.of("-XX:AOTCache=" + installed.resolve("cli.aot")),
                        simulate);
        assertThat(run.out()).as(run.err()).startsWith("READY 127.0.0.1:");
        assertThat(run.err()).isEmpty();
    }

    /** Starts the program as a launcher does. */
    private static Outcome start(Path cache, List<String> words)
            throws IOException, InterruptedException {
        return run(List.of("-XX:AOTCache=" + cache, "-D" + StartCheck.CACHE + "=" + cache), words);
    }

    private static Outcome run(List<String> flags, List<String> words)
            throws IOException, InterruptedException {
        return run(jars, flags, words);
    }

    private static Outcome run(List<Path> classPath, List<String> flags, List<String> words)
            throws IOException, InterruptedException {
        Path home = Files.createDirectories(work.resolve("home"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JAVA.toString(),
                                "-XX:+UseSerialGC",
                                "-XX:+UnlockDiagnosticVMOptions",
                                "-XX:+DisplayVMOutputToStderr",
                                "-Xlog:disable",
                                "--module-path=" + DISTRIBUTION.resolve("fx"),
                                "--add-modules=javafx.controls",
                                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-Duser.home=" + home));
        command.addAll(flags);
        command.add("-cp");
        command.add(
                String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        command.add("dev.bulkhead.app.Main");
        command.addAll(words);
        Map<String, String> folders =
                Map.of(
                        "XDG_CACHE_HOME", home.resolve("cache").toString(),
                        "XDG_CONFIG_HOME", home.resolve("config").toString(),
                        "XDG_DATA_HOME", home.resolve("data").toString());
        return Command.of(command).with(folders).run();
    }
}
