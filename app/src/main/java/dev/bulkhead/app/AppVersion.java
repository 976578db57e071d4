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
 */
public record AppVersion(String version, String commit) {

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
                properties.getProperty("version", ""), properties.getProperty("commit", ""));
    }

    @Override
    public String toString() {
        return commit.isEmpty() ? version : version + " (" + commit + ")";
    }
}
