package dev.bulkhead.tests.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process holds at a moment, where there is a {@code /proc}.
 *
 * @param descriptors open files, sockets and pipes
 * @param residentBytes of memory
 * @param cpuTicks processor time used so far, in hundredths of a second
 */
record Footprint(long pid, long descriptors, long threads, long residentBytes, long cpuTicks) {
    /** Whether this system tells. */
    static boolean isKnown() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    /** Empty if the process is gone. */
    static Optional<Footprint> of(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> descriptors = Files.list(folder.resolve("fd"))) {
            List<String> status = Files.readAllLines(folder.resolve("status"));
            String stat = Files.readString(folder.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(
                    new Footprint(
                            pid,
                            descriptors.count(),
                            number(status, "Threads:"),
                            number(status, "VmRSS:") << 10,
                            Long.parseLong(fields[11]) + Long.parseLong(fields[12])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long number(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
