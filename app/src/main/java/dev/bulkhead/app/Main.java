package dev.bulkhead.app;

import dev.bulkhead.app.cli.Cli;

/**
 * Entry point of the program: a verb runs the command line, anything else opens the window.
 *
 * <p>It is no JavaFX {@code Application}, and the window's classes are loaded only when the window
 * is wanted, so that the command line starts fast and runs where JavaFX cannot.
 */
public final class Main {

    private Main() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(Cli.wants(args) ? Cli.run(args) : window(args));
    }

    private static int window(String[] args) {
        WindowStart.Outcome outcome = WindowStart.run(args, System.out);
        if (!outcome.message().isEmpty()) {
            System.err.println(outcome.message());
        }
        return outcome.exitCode();
    }
}
