package dev.bulkhead.app;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.preferences.Preferences;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.start.CachesMain;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Starts the window, or what stands in for it on a machine without display. The only way from
 * {@code Main} to JavaFX; blocks until all is over.
 */
public final class WindowStart {
    /** {@code EX_UNAVAILABLE} of sysexits.h: what was asked needs a display. */
    public static final int NO_DISPLAY = 69;

    private static final String UNTIL_READY = "--until-ready";
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
     * off screen; {@code --until-ready} opens it, says when it could be used, and closes it.
     *
     * @param out gets the off-screen demo's lines, and when the window was ready
     */
    public static Outcome run(String[] args, PrintStream out) {
        List<String> words = List.of(args);
        if (words.isEmpty() || words.equals(List.of("--window"))) {
            return window(false, Optional.empty());
        }
        if (words.equals(List.of(UNTIL_READY))) {
            return window(false, Optional.of(out));
        }
        if (words.equals(CachesMain.WINDOW)) {
            return OffScreen.rehearse(out);
        }
        if (words.equals(List.of("--demo"))) {
            return Display.isThere() ? window(true, Optional.empty()) : demo(out);
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

    private static Outcome window(boolean demo, Optional<PrintStream> untilReady) {
        CompletableFuture<Outcome> closed = new CompletableFuture<>();
        Settings settings = Settings.of(Settings.userFile());
        Preferences.applyScale(settings);
        try {
            Platform.startup(() -> open(settings, demo, untilReady, closed));
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

    private static void open(
            Settings settings,
            boolean demo,
            Optional<PrintStream> untilReady,
            CompletableFuture<Outcome> closed) {
        try {
            Wiring wiring = new Wiring(settings);
            App app = new App(wiring);
            Stage stage = app.show(Words.text("app.title"));
            stage.setOnHidden(_ -> {
                wiring.close();
                closed.complete(new Outcome(0, ""));
            });
            if (untilReady.isPresent()) {
                Readiness.tell(stage, wiring.workbench().library(), untilReady.get());
            } else if (demo) {
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
