package dev.bulkhead.engine.job;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the memory of this process, secrets and keys with it, out of core files. The JVM can be
 * told to write none when it crashes; the kernel writes one when a signal ends the process, as
 * {@code SIGABRT} does.
 */
public final class CoreFiles {
    /** Which kinds of memory a core file has, a bit each (core(5)); Linux only. */
    private static final String FILTER = "/proc/self/coredump_filter";

    private CoreFiles() {}

    /** From now on a core file has no memory in it. Where that cannot be had, nothing changes. */
    public static void withoutMemory() {
        try (OutputStream filter = new FileOutputStream(FILTER)) {
            filter.write("0".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // Another system, or one that lets nobody choose.
        }
    }
}
