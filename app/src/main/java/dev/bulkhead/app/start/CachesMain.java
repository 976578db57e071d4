package dev.bulkhead.app.start;

import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.ProgramCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the AOT caches of the window and of the command line for the image whose {@code java} and
 * jars run this, and has its launcher use them; the installer's build does so before it makes
 * packages.
 *
 * <p>{@code CachesMain LAUNCHER}: the image's {@code bin/bulkhead}, which becomes a script where
 * there is a POSIX shell.
 */
public final class CachesMain {
    /** What makes the program rehearse for the command line's cache. */
    public static final List<String> COMMAND_LINE = List.of("--rehearse", "command-line");

    /** What makes the program rehearse for the window's cache. */
    public static final List<String> WINDOW = List.of("--rehearse", "window");

    private CachesMain() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            make(Path.of(args[0]));
        } catch (IOException e) {
            System.err.println("no AOT caches for the program: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void make(Path command) throws IOException, InterruptedException {
        EngineSettings image = EngineSettings.ofThisProcess(0);
        Path java = image.javaCommand();
        Path jars = Path.of(String.valueOf(image.classPath().getFirst().getParent()));
        LauncherFile launcher = LauncherFile.in(jars);
        Path commandLine = train("cli", java, commandLineFlags(launcher), launcher, COMMAND_LINE);
        Path window = train("window", java, launcher.flags(), launcher, WINDOW);
        launcher.useCache(window);
        Path bin = command.toAbsolutePath().getParent();
        if (bin != null && bin.getParent() != null && isScripted(command)) {
            new LauncherScript(bin.getParent(), launcher).write(command, java, window, commandLine);
        }
    }

    /** Windows and macOS start programs from files of their own. */
    private static boolean isScripted(Path command) {
        return System.getProperty("os.name", "").equals("Linux") && Files.isExecutable(command);
    }

    /** The command line is over in a moment, so it starts with the cheapest compiler. */
    static List<String> commandLineFlags(LauncherFile launcher) {
        List<String> flags = new ArrayList<>(launcher.flags());
        flags.add("-XX:TieredStopAtLevel=1");
        return flags;
    }

    private static Path train(
            String kind, Path java, List<String> flags, LauncherFile launcher, List<String> words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(flags);
        List<String> rehearsal = new ArrayList<>(List.of(launcher.mainClass()));
        rehearsal.addAll(words);
        Path home = Files.createTempDirectory("bulkhead");
        Path cache = ProgramCache.train(kind, command, launcher.classPath(), rehearsal, home);
        System.out.println(cache);
        return cache;
    }
}
