package dev.bulkhead.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The version of this build.
 *
 * @param version the version the parent POM states
 * @param commit the abbreviated git commit, empty where the build had none
 * @param built the time of that commit in UTC ({@code 2026-11-29T10:00:00Z}), so that two builds of
 *     one commit are the same; the build's fixed time where there was none
 */
public record AppVersion(String version, String commit, String built) {

    /** Reads what the build wrote into {@code version.properties}. */
    public static AppVersion current() {
        var properties = new Properties();
        try (InputStream in = AppVersion.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is missing from the build");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AppVersion(
                properties.getProperty("version", ""),
                properties.getProperty("commit", ""),
                properties.getProperty("built", ""));
    }

    /** The day of the build: {@code 2026-11-29}. */
    public String date() {
        int end = built.indexOf('T');
        return end < 0 ? built : built.substring(0, end);
    }

    /** All of it, for a report about a fault: with the time of the build, and what it runs on. */
    public String full() {
        return "Bulkhead "
                + this
                + "\nbuilt "
                + built
                + ", runs on Java "
                + System.getProperty("java.version")
                + ", "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + "\n";
    }

    @Override
    public String toString() {
        return commit.isEmpty() ? version : version + " (" + commit + ")";
    }
}
