package dev.bulkhead.app;

import dev.bulkhead.app.cli.Cli;
import dev.bulkhead.app.cli.Rehearsal;
import dev.bulkhead.app.start.CachesMain;
import dev.bulkhead.app.start.StartCheck;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

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
        Optional<String> fault = StartCheck.run(Main.class.getName(), args);
        LogConfiguration.use();
        fault.ifPresent(text -> Logger.getLogger(Main.class.getName()).warning(text));
        if (List.of(args).equals(CachesMain.COMMAND_LINE)) {
            end(Rehearsal.run());
        }
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
