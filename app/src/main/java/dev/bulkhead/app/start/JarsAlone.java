package dev.bulkhead.app.start;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Loads the program once more, from its jars: an AOT cache has classes for the JVM's own loaders
 * alone, so what this loader defines is never from one. All in this process: streams, signals and
 * the exit code stay what they are.
 */
final class JarsAlone {
    private JarsAlone() {}

    /** Runs a main class to its end. */
    static void run(String main, String[] args) {
        ClassLoader jars =
                new URLClassLoader(
                        "jars",
                        urls(System.getProperty("java.class.path")),
                        ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(jars);
        try {
            Class.forName(main, true, jars)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the program cannot be loaded from its jars", e);
        }
    }

    private static URL[] urls(String classPath) {
        String[] entries = classPath.split(File.pathSeparator, -1);
        URL[] urls = new URL[entries.length];
        for (int i = 0; i < entries.length; i++) {
            try {
                urls[i] = Path.of(entries[i]).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
        return urls;
    }
}
