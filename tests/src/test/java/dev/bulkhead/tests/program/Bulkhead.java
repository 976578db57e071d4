package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    private static List<String> command(String... arguments) {
        assertThat(LAUNCHER).as("mvn package leaves the launcher").isExecutable();
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
