package dev.bulkhead.app.cli;

import dev.bulkhead.app.export.InertText;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that a command sees of the world around it.
 *
 * @param out values
 * @param err talk
 * @param screen what {@code out} and {@code err} can do beyond taking lines
 * @param in whose end ends a simulator
 * @param environment variables by name
 * @param home the user's folder
 * @param prompt asks the user for a secret without showing it; empty where nobody can be asked
 */
record Terminal(
        Output out,
        PrintStream err,
        Screen screen,
        InputStream in,
        Map<String, String> environment,
        Path home,
        Function<String, Optional<String>> prompt) {

    /** What faults begin with. */
    private static final String US = "bulkhead:";

    /** The terminal of this process. */
    static Terminal ofThisProcess() {
        PrintStream err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(
                Output.ofThisProcess(),
                err,
                Screen.ofThisProcess(err, System.getenv()),
                System.in,
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")),
                Terminal::ask);
    }

    private static Optional<String> ask(String what) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s: ", what))
                .map(String::new);
    }

    /** One line of talk, whatever a device put into it. */
    void say(String line) {
        screen.clear();
        String inert = InertText.line(line);
        err.println(
                inert.startsWith(US)
                        ? screen.err(Screen.Colour.BAD, US) + inert.substring(US.length())
                        : inert);
    }
}
