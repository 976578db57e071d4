package dev.bulkhead.mibs;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the code of this program lies. */
public final class CodePlace {
    private CodePlace() {}

    /**
     * The jar or folder that a class comes from.
     *
     * <p>A class out of an AOT cache names the jar that the cache was made with, or none if that is
     * not there any more (JDK 25): another one, once the program was moved or installed. Then its
     * class file is looked for, which opens the jars before it.
     *
     * @throws IllegalStateException if nobody knows
     */
    public static Path of(Class<?> type) {
        try {
            Optional<Path> named = named(type);
            return named.isPresent() && isOnClassPath(named.get()) ? named.get() : found(type);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(unknown(type), e);
        }
    }

    private static Optional<Path> named(Class<?> type) throws URISyntaxException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        return place == null ? Optional.empty() : Optional.of(Path.of(place.toURI()));
    }

    private static boolean isOnClassPath(Path place) {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .anyMatch(entry -> Path.of(entry).toAbsolutePath().equals(place));
    }

    private static Path found(Class<?> type) throws IOException, URISyntaxException {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        URL url = type.getResource(file);
        if (url == null) {
            throw new IllegalStateException(unknown(type));
        }
        if (url.openConnection() instanceof JarURLConnection jar) {
            return Path.of(jar.getJarFileURL().toURI());
        }
        String place = url.toExternalForm();
        return Path.of(URI.create(place.substring(0, place.length() - file.length() + 1)));
    }

    private static String unknown(Class<?> type) {
        return "where " + type.getName() + " comes from is unknown";
    }
}
