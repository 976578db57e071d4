package dev.bulkhead.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * How this program logs, unless its user says otherwise: from {@code INFO} on, to standard error, a
 * {@link LogLine} each. The platform makes one when something is logged first, so that a run that
 * logs nothing loads none of it.
 */
public final class LogConfiguration {
    private static final String CLASS = "java.util.logging.config.class";
    private static final String FILE = "java.util.logging.config.file";

    /** For the platform. */
    public LogConfiguration() throws IOException {
        String settings =
                """
                .level=INFO
                handlers=java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level=INFO
                java.util.logging.ConsoleHandler.formatter=%s
                """
                        .formatted(LogLine.class.getName());
        LogManager.getLogManager()
                .readConfiguration(
                        new ByteArrayInputStream(settings.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Has the platform use this class. */
    static void use() {
        if (System.getProperty(CLASS) != null || System.getProperty(FILE) != null) {
            return;
        }
        if (ClassLoader.getSystemClassLoader().equals(LogConfiguration.class.getClassLoader())) {
            System.setProperty(CLASS, LogConfiguration.class.getName());
        } else {
            useAtOnce();
        }
    }

    /** The platform would look for the classes where those of a stale AOT cache are. */
    private static void useAtOnce() {
        try {
            var _ = new LogConfiguration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFormatter(new LogLine());
        }
    }
}
