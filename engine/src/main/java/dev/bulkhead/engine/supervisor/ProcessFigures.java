package dev.bulkhead.engine.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the system says about a process, asked at most once a second however often it is wanted. Any
 * thread; reads a small file.
 *
 * <p>Resident memory is known on Linux only, until OSHI comes: its native library makes the JVM
 * warn on stderr unless every launcher allows native access.
 */
final class ProcessFigures {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final ProcessHandle process;
    private Optional<Long> residentBytes = Optional.empty();
    private Optional<Duration> cpuTime = Optional.empty();
    private long askedNanos;
    private boolean asked;

    ProcessFigures(ProcessHandle process) {
        this.process = process;
    }

    synchronized Optional<Long> residentBytes() {
        refresh();
        return residentBytes;
    }

    synchronized Optional<Duration> cpuTime() {
        refresh();
        return cpuTime;
    }

    private void refresh() {
        long now = System.nanoTime();
        if (asked && now - askedNanos < FRESH_NANOS) {
            return;
        }
        asked = true;
        askedNanos = now;
        residentBytes = readResident();
        cpuTime = process.info().totalCpuDuration();
    }

    private Optional<Long> readResident() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            // The name of a process need not be UTF-8.
            Matcher line = RESIDENT.matcher(Files.readString(status, StandardCharsets.ISO_8859_1));
            return line.find()
                    ? Optional.of(Long.parseLong(line.group(1)) * 1024)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
