package dev.bulkhead.engine.wire;

import java.io.IOException;
import java.io.Serial;

/** Octets on the pipe that are no frame of ours. The other side is broken or of another build. */
public final class MalformedFrameException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    MalformedFrameException(String message) {
        super(message);
    }
}
