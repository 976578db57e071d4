package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.query.Inert;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs a user's own command, never through a shell: a list of arguments, the notification at its
 * standard input, little of our environment, an end after some time. The one place outside the
 * supervisor that starts a process, as {@code ArchitectureTest} allows. Blocks.
 */
final class CommandRun {
    /** How long a command may take. */
    static final Duration MOST = Duration.ofSeconds(10);

    private static final int TAIL = 400;
    private static final int READ = 8_192;
    private static final Set<String> KEPT =
            Set.of(
                    "PATH",
                    "HOME",
                    "LANG",
                    "LC_ALL",
                    "TZ",
                    "USER",
                    "LOGNAME",
                    "DISPLAY",
                    "WAYLAND_DISPLAY",
                    "XDG_RUNTIME_DIR",
                    "DBUS_SESSION_BUS_ADDRESS",
                    "TMPDIR",
                    "TEMP",
                    "TMP",
                    "SYSTEMROOT",
                    "WINDIR",
                    "COMSPEC",
                    "PATHEXT",
                    "APPDATA",
                    "LOCALAPPDATA",
                    "USERPROFILE",
                    "PROGRAMFILES");

    private final Duration most;

    CommandRun(Duration most) {
        this.most = most;
    }

    /**
     * @throws IllegalArgumentException with words for the user if it cannot be run safely
     */
    static void check(List<String> command) {
        if (command.isEmpty() || command.getFirst().isBlank()) {
            throw new IllegalArgumentException(Words.text("rules.wrong.command"));
        }
        String program = command.getFirst().strip().toLowerCase(Locale.ROOT);
        if (program.contains("{")) {
            throw new IllegalArgumentException(Words.text("rules.wrong.program-hole"));
        }
        if (program.endsWith(".bat") || program.endsWith(".cmd")) {
            throw new IllegalArgumentException(Words.text("rules.wrong.batch"));
        }
    }

    /**
     * Runs it to its end.
     *
     * @throws IOException if it cannot be started, takes too long, or says that it failed
     */
    void run(List<String> command, String input) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
        Process process = builder.start();
        try {
            Tail tail = new Tail(process.getInputStream());
            Thread reader = Thread.ofVirtual().name("command-output").start(tail);
            Thread.ofVirtual().name("command-input").start(() -> give(process, input));
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(Words.text("rules.command.slow", most.toSeconds()));
            }
            reader.join(Duration.ofSeconds(1));
            if (process.exitValue() != 0) {
                throw new IOException(
                        Words.text("rules.command.failed", process.exitValue(), tail.text()));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** A program that does not read its input is no failure. */
    private static void give(Process process, String input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unread) {
            // It has ended, or closed its input.
        }
    }

    /** Reads all that a command says and keeps its end. */
    private static final class Tail implements Runnable {
        private final InputStream from;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        Tail(InputStream from) {
            this.from = from;
        }

        @Override
        public void run() {
            byte[] some = new byte[READ];
            try {
                for (int count = from.read(some); count >= 0; count = from.read(some)) {
                    take(some, count);
                }
            } catch (IOException ended) {
                // What was read is kept.
            }
        }

        private synchronized void take(byte[] some, int count) {
            if (kept.size() + count > 4 * READ) {
                kept.reset();
            }
            kept.write(some, 0, count);
        }

        synchronized String text() {
            String all = kept.toString(StandardCharsets.UTF_8).strip();
            return Inert.text(all.substring(Math.max(0, all.length() - TAIL)));
        }
    }
}
