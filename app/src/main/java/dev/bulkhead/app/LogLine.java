package dev.bulkhead.app;

import dev.bulkhead.app.export.InertText;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A log record as one line: what devices put into it neither ends the line nor does anything to a
 * terminal, and the frames of an exception follow it, cut short.
 */
public final class LogLine extends Formatter {
    private static final int FRAMES = 12;

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(160);
        line.append(entry.getInstant())
                .append(' ')
                .append(entry.getLevel().getName())
                .append(' ')
                .append(entry.getLoggerName())
                .append(": ")
                .append(formatMessage(entry));
        for (Throwable thrown = entry.getThrown(); thrown != null; thrown = thrown.getCause()) {
            line.append(" <- ").append(thrown);
            StackTraceElement[] frames = thrown.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                line.append(" at ").append(frames[i]);
            }
        }
        return InertText.line(line.toString()) + System.lineSeparator();
    }
}
