package dev.bulkhead.app.start;

import dev.bulkhead.engine.archive.AotCache;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the AOT cache that this JVM was started with is of the jars that are there now.
 *
 * <p>The launcher tells which cache it gave the JVM in {@value #CACHE}. A JVM that cannot use it
 * goes on without. One that can does not see every jar that was replaced: it would run the code of
 * the old one. So the name of the cache is compared with what the jars make of it (2 ms), and if
 * they differ, the program is loaded once more, from its jars and past the cache. That has to be
 * asked before anything else is done; until then the only old code that runs is this.
 */
public final class StartCheck {
    /** The system property with the path of the cache. */
    public static final String CACHE = "bulkhead.cache";

    /** The system property that a program which was loaded once more has: why. */
    private static final String TOLD = "bulkhead.cache.fault";

    private static final char KIND_END = '-';

    /**
     * What came out.
     *
     * @param isStale whether this code may be older than the jars
     * @param fault what is wrong with the cache, as a sentence of the log; empty if nothing is
     */
    record Outcome(boolean isStale, Optional<String> fault) {
        static final Outcome FINE = new Outcome(false, Optional.empty());
    }

    private StartCheck() {}

    /**
     * Sees to it that the program runs the code of its jars. Returns if this code is that; else
     * runs the program to its end.
     *
     * @param main the program's main class
     * @return what to log about the cache; empty if all is well
     */
    public static Optional<String> run(String main, String[] args) {
        String told = System.getProperty(TOLD);
        if (told != null) {
            return Optional.of(told);
        }
        String cache = System.getProperty(CACHE);
        if (cache == null) {
            // The same answer as later, so that an AOT cache has its class.
            return Outcome.FINE.fault();
        }
        Outcome outcome =
                check(
                        Path.of(cache),
                        Path.of(System.getProperty("java.home")),
                        System.getProperty("java.class.path"),
                        System.getProperty("java.vm.info", "").contains("sharing"));
        if (outcome.isStale()) {
            System.setProperty(TOLD, outcome.fault().orElse(""));
            JarsAlone.run(main, args);
        }
        return outcome.fault();
    }

    /**
     * Compares a cache with what is there.
     *
     * @param isShared whether the JVM runs from its cache
     */
    static Outcome check(Path cache, Path javaHome, String classPath, boolean isShared) {
        if (!isShared) {
            String why =
                    Files.exists(cache)
                            ? "the JVM refused the AOT cache "
                            : "there is no AOT cache ";
            return new Outcome(
                    false, Optional.of(why + cache + "; the program starts without it, slower"));
        }
        if (isOf(cache, javaHome, classPath)) {
            return Outcome.FINE;
        }
        return new Outcome(
                true,
                Optional.of(
                        "the AOT cache "
                                + cache
                                + " is of other jars than those beside it; the program was loaded"
                                + " without it, slower"));
    }

    private static boolean isOf(Path cache, Path javaHome, String classPath) {
        String name = String.valueOf(cache.getFileName());
        int end = name.indexOf(KIND_END);
        List<Path> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            jars.add(Path.of(entry));
        }
        Path java = javaHome.resolve("bin").resolve("java");
        if (end <= 0) {
            return false;
        }
        // No lambda: before the program's cache is known to be good, each costs some ms.
        Optional<AotCache> made = AotCache.of(name.substring(0, end), java, jars);
        return made.isPresent() && made.get().is(cache);
    }
}
