package dev.bulkhead.app;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.preferences.Preferences;
import dev.bulkhead.app.settings.Settings;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/**
 * Starts the window, or what stands in for it on a machine without display. The only way from
 * {@code Main} to JavaFX; blocks until all is over.
 */
public final class WindowStart {
    /** {@code EX_UNAVAILABLE} of sysexits.h: what was asked needs a display. */
    public static final int NO_DISPLAY = 69;

    private static final int USAGE = 2;
    private static final Path DEMO_PICTURES = Path.of("target", "pictures");

    /**
     * How it ended.
     *
     * @param exitCode for the process
     * @param message for stderr; "" for nothing
     */
    public record Outcome(int exitCode, String message) {}

    private WindowStart() {}

    /**
     * {@code run()} opens the window; {@code --demo} opens it with the demo network, or runs that
     * off screen where there is no display; {@code --pictures DIR [CHAPTER...]} draws the window
     * off screen.
     *
     * @param out gets the off-screen demo's lines
     */
    public static Outcome run(String[] args, PrintStream out) {
        List<String> words = List.of(args);
        if (words.isEmpty() || words.equals(List.of("--window"))) {
            return window(false);
        }
        if (words.equals(List.of("--demo"))) {
            return Display.isThere() ? window(true) : demo(out);
        }
        if (words.size() >= 2 && words.getFirst().equals("--pictures")) {
            Set<String> chapters = Set.copyOf(words.subList(2, words.size()));
            return OffScreen.pictures(Path.of(words.get(1)), chapters, out);
        }
        return new Outcome(USAGE, Words.text("start.usage", String.join(" ", words)));
    }

    private static Outcome demo(PrintStream out) {
        out.println(Words.text("demo.no-display"));
        return OffScreen.demo(DEMO_PICTURES, out);
    }

    private static Outcome window(boolean demo) {
        CompletableFuture<Outcome> closed = new CompletableFuture<>();
        Settings settings = Settings.of(Settings.userFile());
        Preferences.applyScale(settings);
        try {
            Platform.startup(() -> open(settings, demo, closed));
        } catch (UnsupportedOperationException | UnsatisfiedLinkError noDisplay) {
            return new Outcome(
                    NO_DISPLAY,
                    Words.text("start.no-display", String.valueOf(noDisplay.getMessage())));
        }
        Outcome outcome = closed.join();
        Platform.exit();
        return outcome;
    }

    /** A bug, with where it happened. */
    static Outcome failed(Throwable bug) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace));
        return new Outcome(1, Words.text("start.failed", trace));
    }

    /** The window is gone already; what has to be waited for is waited for elsewhere. */
    private static void finish(Wiring wiring, CompletableFuture<Outcome> closed) {
        Thread.ofPlatform()
                .name("finish")
                .start(() -> {
                    try {
                        wiring.finish();
                    } finally {
                        closed.complete(new Outcome(0, ""));
                    }
                });
    }

    private static void open(Settings settings, boolean demo, CompletableFuture<Outcome> closed) {
        try {
            Wiring wiring = new Wiring(settings);
            App app = new App(wiring);
            app.show(Words.text("app.title"))
                    .setOnHidden(_ -> {
                        wiring.closeWindow();
                        finish(wiring, closed);
                    });
            if (demo) {
                app.shell().actions().startDemo();
            } else {
                app.shell().tourOnce();
            }
        } catch (RuntimeException bug) {
            closed.complete(failed(bug));
            throw bug;
        }
    }
}
