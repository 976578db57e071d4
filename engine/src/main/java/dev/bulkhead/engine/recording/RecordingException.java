package dev.bulkhead.engine.recording;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A recording cannot be read or written; the message names the file and says what to do. */
public final class RecordingException extends IOException {
    private static final long serialVersionUID = 1;

    public RecordingException(String message) {
        super(message);
    }

    public RecordingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
