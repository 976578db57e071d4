package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.tests.program.Repository;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the image that {@code mvn verify -Pinstaller} makes starts, with its AOT caches and without:
 * the window, off screen, to its first layout with the rows of 300 modules from the cache of
 * modules, and {@code bulkhead get} to the answer of a simulated device.
 *
 * <p>"Without" are the same runtime, jars and flags, but no AOT cache, for workers neither: the
 * default archive of the JDK's own classes is in use. "Plain JVM" has no flags at all. With caches
 * it is the command {@code bin/bulkhead} that is started, its script included.
 *
 * <p>{@code -Dimage=FOLDER} (installer/target/bulkhead), {@code -Drounds} (9; all kinds take
 * turns). Processor time is that of the whole process tree. Linux only.
 */
public final class StartUpBenchmark {
    private static final int MODULES = 40;
    private static final int COLUMNS = 40;
    private static final double WINDOW_GOAL = 0.7;
    private static final double GET_GOAL = 0.5;
    private static final long PATIENCE_SECONDS = 300;
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");
    private static final List<String> OFF_SCREEN =
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    private final Path image;
    private final Path work;
    private final Path home;
    private final List<String> flags;
    private final String jars;

    private StartUpBenchmark(Path image, Path work) throws IOException {
        this.image = image;
        this.work = work;
        home = Files.createDirectories(work.resolve("home"));
        ImageLauncher launcher = ImageLauncher.of(image);
        flags =
                launcher.flags().stream()
                        .filter(flag -> !flag.contains(ImageLauncher.JARS))
                        .toList();
        // Beside these links lies no cache.
        Path links = Files.createDirectories(work.resolve("jars"));
        List<String> classPath = new ArrayList<>();
        for (Path jar : launcher.jars()) {
            Path link = links.resolve(jar.getFileName());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, jar);
            classPath.add(link.toString());
        }
        jars = String.join(File.pathSeparator, classPath);
    }

    public static void main(String[] args) throws Exception {
        Path image =
                Path.of(
                        Settings.value(
                                "image",
                                Repository.ROOT.resolve("installer/target/bulkhead").toString()));
        new StartUpBenchmark(image.toRealPath(), Settings.output("start-up").toAbsolutePath())
                .run();
    }

    private void run() throws Exception {
        try (Stream<Path> files = Files.list(image.resolve("lib/app"))) {
            List<String> caches =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".aot"))
                            .sorted()
                            .toList();
            System.out.println(image + " with " + caches);
        }
        System.out.println("| what | start | wall ms | of it | CPU ms | of it | goal |");
        System.out.println("|---|---|--:|--:|--:|--:|--:|");
        window();
        get();
    }

    private void window() throws Exception {
        Path modules = work.resolve("made");
        MadeModules.write(modules, MODULES, COLUMNS);
        keepSource(modules);
        Map<String, List<String>> starts = new LinkedHashMap<>();
        starts.put("without AOT caches", java(flags, OFF_SCREEN, List.of("--until-ready")));
        starts.put("image", List.of(image.resolve("bin/bulkhead").toString(), "--until-ready"));
        // The first start compiles the modules and keeps them.
        measure(starts.get("image"), "READY with ");
        compare("window", starts, "READY with ", WINDOW_GOAL);
    }

    /** As if the user had added a folder of modules. */
    private void keepSource(Path modules) throws IOException {
        Path file = home.resolve("config/bulkhead/window.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "mibs.sources=" + modules + "\ntour.taken=true\n", StandardCharsets.UTF_8);
    }

    private void get() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(java(List.of(), List.of(), List.of("simulate")));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process simulator = builder.start();
        try (BufferedReader lines = simulator.inputReader()) {
            String address = lines.readLine().replace("READY ", "");
            List<String> words =
                    List.of("get", "-v2c", "-c", "public", address, "IF-MIB::ifDescr.1");
            List<String> command =
                    new ArrayList<>(List.of(image.resolve("bin/bulkhead").toString()));
            command.addAll(words);
            Map<String, List<String>> starts = new LinkedHashMap<>();
            starts.put("plain JVM", java(List.of(), List.of(), words));
            starts.put("without AOT caches", java(flags, List.of(), words));
            starts.put("image", command);
            compare("get", starts, "IF-MIB::ifDescr.1 = ", GET_GOAL);
        } finally {
            simulator.getOutputStream().close();
            if (!simulator.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                simulator.destroy();
            }
        }
    }

    private List<String> java(List<String> flags, List<String> more, List<String> words) {
        List<String> command =
                new ArrayList<>(List.of(image.resolve("lib/runtime/bin/java").toString()));
        command.addAll(flags);
        command.addAll(more);
        command.add("-Duser.home=" + home);
        command.addAll(List.of("-cp", jars, "dev.bulkhead.app.Main"));
        command.addAll(words);
        return command;
    }

    private void compare(String what, Map<String, List<String>> starts, String answer, double goal)
            throws Exception {
        int rounds = Settings.number("rounds", 9);
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> start : starts.entrySet()) {
                costs.computeIfAbsent(start.getKey(), _ -> new ArrayList<>())
                        .add(measure(start.getValue(), answer));
            }
        }
        Cost first = median(costs.values().iterator().next());
        costs.forEach((start, each) -> {
            Cost median = median(each);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.0f | %.2f | %.0f | %.2f | %s |%n",
                    what,
                    start,
                    median.wall(),
                    median.wall() / first.wall(),
                    median.cpu(),
                    median.cpu() / first.cpu(),
                    start.equals("image") ? String.valueOf(goal) : "");
        });
    }

    /** In milliseconds: to the answer, and of processors up to the end. */
    private record Cost(double wall, double cpu) {}

    private static Cost median(List<Cost> costs) {
        return new Cost(
                median(costs.stream().mapToDouble(Cost::wall).toArray()),
                median(costs.stream().mapToDouble(Cost::cpu).toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Starts a command; its output must begin with the answer. */
    private Cost measure(List<String> command, String answer) throws Exception {
        List<String> words = new ArrayList<>(List.of("bash", "-c", "\"$@\"; times >&2", "start"));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words);
        Map<String, String> environment = builder.environment();
        environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.put(
                "BULKHEAD_JAVA_OPTS", "-Duser.home=" + home + " " + String.join(" ", OFF_SCREEN));
        Path errors = work.resolve("errors.txt");
        builder.redirectError(errors.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        double wall;
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            wall = (System.nanoTime() - start) / 1e6;
            if (line == null || !line.startsWith(answer)) {
                throw new IllegalStateException(line + Files.readString(errors));
            }
            while (line != null) {
                line = lines.readLine();
            }
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroy();
            throw new IllegalStateException(command + " does not end");
        }
        return new Cost(wall, ofChildren(Files.readString(errors)));
    }

    /** The last line is the time of the shell's children, user and system. */
    private static double ofChildren(String times) {
        Matcher last = TIMES.matcher(times);
        double seconds = -1;
        while (last.find()) {
            seconds =
                    60 * (Integer.parseInt(last.group(1)) + Integer.parseInt(last.group(3)))
                            + Double.parseDouble(last.group(2))
                            + Double.parseDouble(last.group(4));
        }
        return seconds * 1000;
    }
}
