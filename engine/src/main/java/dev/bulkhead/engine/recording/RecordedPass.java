package dev.bulkhead.engine.recording;

import java.time.Duration;

/**
 * One reading of a device, in a file of its own.
 *
 * @param file its name in the recording's folder
 * @param offset when its first value came, from the recording's start
 * @param took from its first value to its last
 * @param values how many there are
 */
public record RecordedPass(String file, Duration offset, Duration took, int values) {
    public RecordedPass {
        if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,120}")) {
            throw new IllegalArgumentException("the file's name is not a plain one");
        }
        if (offset.isNegative() || took.isNegative() || values < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
    }
}
