package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program as users start it: the launcher that {@code mvn package} leaves. */
public final class Bulkhead {
    private static final Path LAUNCHER =
            Repository.ROOT.resolve("app/target/bulkhead/bin/bulkhead");

    private Bulkhead() {}

    /** Runs the program to its end. */
    public static Outcome run(String... arguments) throws IOException, InterruptedException {
        return Command.of(command(arguments)).run();
    }

    /** Starts the program and leaves it running. */
    public static RunningProgram start(String... arguments) throws IOException {
        return RunningProgram.start(command(arguments));
    }

    /**
     * The program, ready to be started with a home of its own: neither settings nor caches of the
     * user, nor any left by another test, are seen by it.
     *
     * @param javaOptions what its JVM gets, such as {@code -Xmx200m}; no blanks inside one
     */
    public static ProcessBuilder builder(Path home, List<String> javaOptions, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        Map<String, String> environment = builder.environment();
        environment.put("HOME", home.toString());
        environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.remove("MIBDIRS");
        environment.put(
                "BULKHEAD_JAVA_OPTS",
                ("-Duser.home=" + home + " " + String.join(" ", javaOptions)).strip());
        return builder;
    }

    private static List<String> command(String... arguments) {
        assertThat(LAUNCHER).as("mvn package leaves the launcher").isExecutable();
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
