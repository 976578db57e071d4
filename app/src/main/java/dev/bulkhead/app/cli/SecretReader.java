package dev.bulkhead.app.cli;

import dev.bulkhead.engine.job.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A secret as it is given on the command line: itself, {@code @FILE} (its first line), {@code
 * env:NAME}, or {@code -} to be asked for it. Messages name the place, never the secret.
 */
final class SecretReader {
    private final Terminal terminal;

    SecretReader(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Reads it; asks the user where it is not given.
     *
     * @param what it is, such as {@code community}
     * @param flag that gives it, such as {@code -c}
     */
    Secret read(String what, String flag, Optional<String> given) throws UsageException {
        if (given.isEmpty() || given.get().equals("-")) {
            return terminal.prompt()
                    .apply(what)
                    .map(Secret::new)
                    .orElseThrow(() ->
                            new UsageException(
                                    "the "
                                            + what
                                            + " is missing, and there is no terminal to ask for it:"
                                            + " give "
                                            + flag
                                            + " with it, @FILE or env:NAME"));
        }
        String text = given.get();
        if (text.startsWith("@")) {
            return new Secret(firstLine(what, text.substring(1)));
        }
        if (text.startsWith("env:")) {
            String name = text.substring("env:".length());
            String value = terminal.environment().get(name);
            if (value == null) {
                throw new UsageException(
                        "the "
                                + what
                                + " is to come from the variable "
                                + name
                                + ", which is not set");
            }
            return new Secret(value);
        }
        return new Secret(text);
    }

    private static String firstLine(String what, String file) throws UsageException {
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException | InvalidPathException e) {
            throw new UsageException(
                    "the "
                            + what
                            + " cannot be read from the file "
                            + file
                            + ": "
                            + e.getClass().getSimpleName());
        }
    }
}
