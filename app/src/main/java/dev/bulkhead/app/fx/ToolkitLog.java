package dev.bulkhead.app.fx;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * JavaFX writes the text of each control it lays out to its log when that is set to its finest
 * level, what stands in a field for a passphrase among it. So its log stays at {@code INFO},
 * however fine the others are.
 */
public final class ToolkitLog {
    /** Held, or its level would be forgotten with it. */
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private ToolkitLog() {}

    /** Before the first control is made. */
    public static void keepQuiet() {
        TOOLKIT.setLevel(Level.INFO);
    }
}
