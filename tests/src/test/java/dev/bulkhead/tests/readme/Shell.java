package dev.bulkhead.tests.readme;

import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A user's shell. */
final class Shell {
    private Shell() {}

    static Outcome run(String line, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        return Command.of("bash", "-c", line).in(folder).with(environment).run();
    }
}
