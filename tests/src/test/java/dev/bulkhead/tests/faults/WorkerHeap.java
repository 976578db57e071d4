package dev.bulkhead.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What a worker's heap holds, asked for from outside with the JDK's own tool. */
final class WorkerHeap {
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    private WorkerHeap() {}

    /** Octets of all objects that a full collection leaves; empty if this runtime has no jcmd. */
    static OptionalLong liveBytes(long pid) throws IOException, InterruptedException {
        if (!Files.isExecutable(JCMD)) {
            return OptionalLong.empty();
        }
        Outcome outcome =
                Command.of(JCMD.toString(), Long.toString(pid), "GC.class_histogram").run();
        String total = outcome.lines().getLast();
        assertThat(total).as(outcome.toString()).startsWith("Total");
        String[] columns = total.trim().split("\\s+", -1);
        return OptionalLong.of(Long.parseLong(columns[2]));
    }
}
