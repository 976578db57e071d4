package dev.bulkhead.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a terminal can do beyond taking lines: colours, and one line of standard error that says how
 * far a run is. Neither where the stream is no terminal or {@code TERM} is {@code dumb}; no colours
 * with {@code NO_COLOR}. Any thread.
 */
final class Screen {
    /** For tests, and where nothing is a terminal. */
    static final Screen NONE = new Screen(System.err, false, false, false);

    private static final long PERIOD_NANOS = 200_000_000;
    private static final int WIDTH = 79;
    private static final String ERASE = "\r\u001b[K";
    private static final String PLAIN = "\u001b[0m";

    /** Colours that can be read on light and dark. */
    enum Colour {
        GOOD("\u001b[32m"),
        BAD("\u001b[1;31m"),
        FAINT("\u001b[2m");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    private final PrintStream err;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;
    private final boolean colours;
    private long shownNanos;
    private boolean shown;

    Screen(PrintStream err, boolean outIsTerminal, boolean errIsTerminal, boolean colours) {
        this.err = err;
        this.outIsTerminal = outIsTerminal;
        this.errIsTerminal = errIsTerminal;
        this.colours = colours;
    }

    /** That of this process. */
    static Screen ofThisProcess(PrintStream err, Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "dumb");
        boolean able = !kind.isEmpty() && !kind.equals("dumb");
        return new Screen(
                err,
                able && isTerminal(1),
                able && isTerminal(2),
                environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Java tells only whether input and output are terminals; Linux tells of each. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | RuntimeException elsewhere) {
            return Optional.ofNullable(System.console()).filter(c -> c.isTerminal()).isPresent();
        }
    }

    /** A text of standard output in a colour, if it may have one. */
    String out(Colour colour, String text) {
        return outIsTerminal && colours ? colour.code + text + PLAIN : text;
    }

    /** A text of standard error in a colour, if it may have one. */
    String err(Colour colour, String text) {
        return errIsTerminal && colours ? colour.code + text + PLAIN : text;
    }

    /** Says how far a run is that prints nothing meanwhile; a few times a second at most. */
    void progress(Supplier<String> text) {
        if (errIsTerminal) {
            show(text);
        }
    }

    /** The same of a run that prints: not where its lines and this one would mix. */
    void progressBesideOutput(Supplier<String> text) {
        if (errIsTerminal && !outIsTerminal) {
            show(text);
        }
    }

    private synchronized void show(Supplier<String> text) {
        long now = System.nanoTime();
        if (shown && now - shownNanos < PERIOD_NANOS) {
            return;
        }
        shown = true;
        shownNanos = now;
        String line = text.get();
        err.print(ERASE + (line.length() > WIDTH ? line.substring(0, WIDTH) : line));
        err.flush();
    }

    /** Takes the progress away, before a line of talk and at the end. */
    synchronized void clear() {
        if (shown) {
            shown = false;
            err.print(ERASE);
            err.flush();
        }
    }
}
