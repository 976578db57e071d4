package dev.bulkhead.engine.supervisor;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * Asks through OSHI, the same on every system. The only class that names it.
 *
 * <p>On Linux by its parts without native code: they start in half the time (250 ms instead of 550
 * on a busy machine) and need no permission. Elsewhere through JNA.
 */
final class OshiReader implements ProcessReader {
    private final OperatingSystem system;

    private OshiReader(OperatingSystem system) {
        this.system = system;
    }

    /**
     * Loads OSHI; takes some 300 ms of CPU time.
     *
     * @throws IllegalStateException if this JVM may not load native code, which is asked before it
     *     is tried, so that the JVM writes no warning to the user's terminal
     */
    static OshiReader open() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return new OshiReader(new oshi.nativefree.SystemInfo().getOperatingSystem());
        }
        if (!OshiReader.class.getModule().isNativeAccessEnabled()) {
            throw new IllegalStateException(
                    "this JVM was started without --enable-native-access=ALL-UNNAMED");
        }
        return new OshiReader(new SystemInfo().getOperatingSystem());
    }

    @Override
    public Optional<Reading> read(long pid) {
        @Nullable OSProcess process = system.getProcess((int) pid);
        return process == null
                ? Optional.empty()
                : Optional.of(
                        new Reading(
                                process.getResidentMemory(),
                                Duration.ofMillis(
                                        process.getKernelTime() + process.getUserTime())));
    }
}
