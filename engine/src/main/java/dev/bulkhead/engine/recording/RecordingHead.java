package dev.bulkhead.engine.recording;

import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a recording is of.
 *
 * @param device whom it asked, {@code host:port}; "" if it says nothing of it
 * @param name what that was called; "" for nothing
 * @param started when the first reading began
 * @param every from one reading to the next; zero if there was to be only one
 * @param roots what was read
 */
public record RecordingHead(
        String device, String name, Instant started, Duration every, List<Oid> roots) {
    private static final int MAX_TEXT = 255;

    public RecordingHead {
        device = oneLine(device);
        name = oneLine(name);
        roots = List.copyOf(roots);
        if (every.isNegative()) {
            throw new IllegalArgumentException("less than nothing");
        }
    }

    static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT);
    }
}
