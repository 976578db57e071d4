package dev.bulkhead.mibs;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the code of this program lies. */
public final class CodePlace {
    private CodePlace() {}

    /**
     * The jar or folder that holds a class.
     *
     * <p>The one jar on the class path that is called {@code ARTIFACT-VERSION.jar}, if there is
     * one: a class that is not in an AOT cache is looked for in all jars, which takes 20 ms. Else
     * the class is asked. Out of an AOT cache it names the jar that the cache was made with, or
     * none if that is not there any more (JDK 25): another one, once the program was moved or
     * installed. So at last its class file is looked for.
     *
     * @param artifact what the class belongs to
     * @throws IllegalStateException if there is no such class, or nobody knows where it is
     */
    public static Path of(String artifact, String className) {
        List<Path> classPath = classPath();
        List<Path> jars = classPath.stream().filter(jar -> isOf(artifact, jar)).toList();
        if (jars.size() == 1) {
            return jars.getFirst();
        }
        try {
            Class<?> type = Class.forName(className, false, CodePlace.class.getClassLoader());
            Optional<Path> named = named(type);
            return named.isPresent() && classPath.contains(named.get()) ? named.get() : found(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(className + " is missing", e);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(unknown(className), e);
        }
    }

    private static Optional<Path> named(Class<?> type) throws URISyntaxException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        return place == null ? Optional.empty() : Optional.of(Path.of(place.toURI()));
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    private static boolean isOf(String artifact, Path jar) {
        String name = String.valueOf(jar.getFileName());
        return name.startsWith(artifact + "-")
                && name.endsWith(".jar")
                && Character.isDigit(name.charAt(artifact.length() + 1))
                && Files.isRegularFile(jar);
    }

    private static Path found(Class<?> type) throws IOException, URISyntaxException {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        URL url = type.getResource(file);
        if (url == null) {
            throw new IllegalStateException(unknown(type.getName()));
        }
        if (url.openConnection() instanceof JarURLConnection jar) {
            return Path.of(jar.getJarFileURL().toURI());
        }
        String place = url.toExternalForm();
        return Path.of(URI.create(place.substring(0, place.length() - file.length() + 1)));
    }

    private static String unknown(String className) {
        return "where " + className + " comes from is unknown";
    }
}
