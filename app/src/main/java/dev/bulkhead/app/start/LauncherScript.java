package dev.bulkhead.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command {@code bulkhead} of an image where there is a POSIX shell. It takes the place of
 * jpackage's launcher, which has one set of flags for the window and the command line, and asks the
 * package manager at each start which package it is of (100 ms and more).
 */
final class LauncherScript {
    private static final String PLACE = "$home/";

    private final Path home;
    private final LauncherFile launcher;

    /**
     * The script of an image.
     *
     * @param home the image's folder, which all that the script names lies in
     */
    LauncherScript(Path home, LauncherFile launcher) {
        this.home = home.toAbsolutePath();
        this.launcher = launcher;
    }

    /** Writes it, in place of the launcher there. */
    void write(Path file, Path java, Path windowCache, Path commandLineCache) throws IOException {
        List<String> window = new ArrayList<>(launcher.flags());
        window.addAll(LauncherFile.flagsFor(placed(windowCache)));
        List<String> commandLine = new ArrayList<>(CachesMain.commandLineFlags(launcher));
        commandLine.addAll(LauncherFile.flagsFor(placed(commandLineCache)));
        List<String> jars = launcher.classPath().stream().map(this::placed).toList();
        String main = "-cp " + quoted(String.join(":", jars)) + " " + launcher.mainClass();
        Files.writeString(
                file,
                """
                #!/bin/sh
                # Starts Bulkhead: the window, or with a verb ("bulkhead get ...") the command line. Written by the build.
                # Where this script lies, through any symbolic links to it.
                self=$0
                while [ -h "$self" ]; do
                    link=$(readlink "$self")
                    case $link in
                        /*) self=$link ;;
                        *) self=${self%%/*}/$link ;;
                    esac
                done
                case $self in
                    */*) folder=${self%%/*} ;;
                    *) folder=. ;;
                esac
                home=$(cd "$folder/.." && pwd -P) || exit 1
                # Further flags of the JVM, a list.
                more=${BULKHEAD_JAVA_OPTS:-}
                # shellcheck disable=SC2086
                case ${1:-} in
                    compile)
                        set -- %s $more %s "$@"
                        ;;
                    [a-z]* | -h | --help | -V | --version)
                        set -- %s $more %s "$@"
                        ;;
                    *)
                        set -- %s $more %s "$@"
                        ;;
                esac
                exec "%s" "$@"
                """
                        .formatted(
                                words(compileFlags()),
                                main,
                                words(commandLine),
                                main,
                                words(window),
                                main,
                                placed(java)));
    }

    /** Compiling MIBs makes garbage fast, on all processors: 155 MB take 3.1 s instead of 4.5 s. */
    private List<String> compileFlags() {
        List<String> flags = new ArrayList<>(CachesMain.commandLineFlags(launcher));
        flags.remove("-XX:+UseSerialGC");
        flags.addAll(
                List.of("-XX:+UseParallelGC", "-XX:InitialRAMPercentage=16", "-XX:NewRatio=1"));
        return flags;
    }

    private String placed(Path file) {
        return PLACE + home.relativize(file.toAbsolutePath());
    }

    private static String words(List<String> flags) {
        return String.join(" ", flags.stream().map(LauncherScript::quoted).toList());
    }

    private static String quoted(String word) {
        return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("`", "\\`") + "\"";
    }
}
