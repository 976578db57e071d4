package dev.bulkhead.tests.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How an image of {@code mvn verify -Pinstaller} starts its window, from {@code bulkhead.cfg}.
 *
 * @param flags of the JVM, with {@code $APPDIR} for the folder of the jars
 * @param jars the class path
 */
record ImageLauncher(Path image, List<String> flags, List<Path> jars) {
    static final String JARS = "$APPDIR";

    static ImageLauncher of(Path image) throws IOException {
        List<String> lines = Files.readAllLines(image.resolve("lib/app/bulkhead.cfg"));
        return new ImageLauncher(
                image,
                valuesOf("java-options=", lines),
                valuesOf("app.classpath=", lines).stream()
                        .map(entry -> Path.of(resolved(image, entry)))
                        .toList());
    }

    private static List<String> valuesOf(String key, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
    }

    private static String resolved(Path image, String text) {
        return text.replace(JARS, image.resolve("lib/app").toString());
    }

    /** The flags with the places of the image's files in them. */
    List<String> resolvedFlags() {
        return flags.stream().map(flag -> resolved(image, flag)).toList();
    }

    String java() {
        return image.resolve("lib/runtime/bin/java").toString();
    }
}
