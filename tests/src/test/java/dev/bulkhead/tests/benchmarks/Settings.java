package dev.bulkhead.tests.benchmarks;

import dev.bulkhead.tests.program.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a person gives a benchmark with {@code -Dname=value}; the POM hands an unset one as "". */
final class Settings {
    private Settings() {}

    /** Folders or files that must be given and be there, separated by commas. */
    static List<Path> folders(String name) {
        List<Path> paths =
                Stream.of(value(name, "").split(",", -1))
                        .filter(part -> !part.isBlank())
                        .map(Path::of)
                        .map(Path::toAbsolutePath)
                        .toList();
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("say which: -D" + name + "=FOLDER[,FOLDER]");
        }
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new IllegalArgumentException("there is no " + path);
            }
        }
        return paths;
    }

    static String value(String name, String fallback) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? fallback : value;
    }

    static int number(String name, int fallback) {
        return Integer.parseInt(value(name, String.valueOf(fallback)));
    }

    static boolean isSet(String name) {
        return !value(name, "").isEmpty();
    }

    /** The folder for files of this topic: {@code -Doutput}, or one below target. */
    static Path output(String topic) throws IOException {
        String given = value("output", "");
        return Files.createDirectories(
                given.isEmpty()
                        ? Repository.ROOT.resolve("tests/target").resolve(topic)
                        : Path.of(given));
    }
}
