package dev.bulkhead.engine.simulator;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A device could not be set up; the message says which, why, and what to do about it. */
public final class SimulatorException extends IOException {
    private static final long serialVersionUID = 1L;

    SimulatorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
