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
        LogConfiguration.use();
        if (Cli.wants(args)) {
            end(Cli.run(args));
        }
        System.exit(window(args));
    }

    /**
     * A verb leaves nothing behind that a shutdown hook would have to clear away, and {@code exit}
     * loads a logger to say that it was called, which costs a short verb a twentieth of its time.
     */
    private static void end(int exitCode) {
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(exitCode);
    }

    private static int window(String[] args) {
        WindowStart.Outcome outcome = WindowStart.run(args, System.out);
        if (!outcome.message().isEmpty()) {
            System.err.println(outcome.message());
        }
        return outcome.exitCode();
    }
}
