package dev.bulkhead.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The world around a command, in memory: no user's folders, no environment, nobody to ask. */
final class FakeTerminal {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final Map<String, String> environment = new HashMap<>();
    Optional<String> answer = Optional.empty();
    InputStream in = new ByteArrayInputStream(new byte[0]);
    OutputStream outStream = out;

    Terminal terminal() {
        return new Terminal(
                new Output(outStream),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Screen.NONE,
                in,
                environment,
                Path.of("/dev/null/home"), // where not even root can write
                what -> answer);
    }

    /** Runs a command to its end. */
    int run(String... words) {
        return Cli.run(List.of(words), terminal());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
