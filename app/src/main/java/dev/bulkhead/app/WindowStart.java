package dev.bulkhead.app;

import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.mibtree.MibLibrary;
import dev.bulkhead.app.opening.OneWindow;
import dev.bulkhead.app.opening.OpenFiles;
import dev.bulkhead.app.preferences.Preferences;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.start.CachesMain;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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
    private static final String SOCKET = "window.socket";
    private static final Path DEMO_PICTURES = Path.of("target", "pictures");

    /**
     * How it ended.
     *
     * @param exitCode for the process
     * @param message for stderr; "" for nothing
     */
    public record Outcome(int exitCode, String message) {}

    /** A window that is there. */
    private record Opened(Shell shell, Stage stage, MibLibrary library) {}

    private WindowStart() {}

    /**
     * {@code run()} and {@code --window [FILE...]} open the window, or give the files to the one
     * that is open; {@code --demo} opens it with the demo network, or runs that off screen where
     * there is no display; {@code --pictures DIR [CHAPTER...]} draws the window off screen; {@code
     * --until-ready} opens it, says when it could be used, and closes it.
     *
     * @param out gets the off-screen demo's lines, and when the window was ready
     */
    public static Outcome run(String[] args, PrintStream out) {
        List<String> words = List.of(args);
        if (words.equals(List.of(UNTIL_READY))) {
            return window(
                    opened -> Readiness.tell(opened.stage(), opened.library(), out),
                    OpenFiles.NONE);
        }
        if (words.equals(CachesMain.WINDOW)) {
            return OffScreen.rehearse(out);
        }
        if (words.equals(List.of("--demo"))) {
            return Display.isThere()
                    ? window(opened -> opened.shell().actions().startDemo(), OpenFiles.NONE)
                    : demo(out);
        }
        if (words.size() >= 2 && words.getFirst().equals("--pictures")) {
            Set<String> chapters = Set.copyOf(words.subList(2, words.size()));
            return OffScreen.pictures(Path.of(words.get(1)), chapters, out);
        }
        boolean named = !words.isEmpty() && words.getFirst().equals("--window");
        List<String> files = named ? words.subList(1, words.size()) : words;
        if (files.stream().anyMatch(word -> word.startsWith("-"))) {
            return new Outcome(USAGE, Words.text("start.usage", String.join(" ", words)));
        }
        OpenFiles given = OpenFiles.of(files);
        return window(
                given.isEmpty()
                        ? opened -> opened.shell().tourOnce()
                        : opened -> opened.shell().open(given),
                given);
    }

    private static Outcome demo(PrintStream out) {
        out.println(Words.text("demo.no-display"));
        return OffScreen.demo(DEMO_PICTURES, out);
    }

    /**
     * Opens the window, unless one that is open takes the files.
     *
     * @param first what is done in the window, once it is there
     */
    private static Outcome window(Consumer<Opened> first, OpenFiles files) {
        CompletableFuture<Outcome> closed = new CompletableFuture<>();
        Settings settings = Settings.of(Settings.userFile());
        Optional<Path> socket = settings.beside(SOCKET);
        if (!files.there().isEmpty()
                && files.missing().isEmpty()
                && socket.filter(each -> OneWindow.offer(each, files.there())).isPresent()) {
            return new Outcome(0, "");
        }
        Preferences.applyScale(settings);
        try {
            Platform.startup(() -> open(settings, first, closed));
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

    private static void open(
            Settings settings, Consumer<Opened> first, CompletableFuture<Outcome> closed) {
        try {
            Wiring wiring = new Wiring(settings);
            App app = new App(wiring);
            Stage stage = app.show(Words.text("app.title"));
            Optional<OneWindow> taking =
                    settings.beside(SOCKET)
                            .flatMap(socket ->
                                    OneWindow.listen(
                                            socket,
                                            more -> Background.handOver(() -> app.open(more))));
            stage.setOnHidden(_ -> {
                taking.ifPresent(OneWindow::close);
                wiring.closeWindow();
                finish(wiring, closed);
            });
            first.accept(new Opened(app.shell(), stage, wiring.workbench().library()));
        } catch (RuntimeException bug) {
            closed.complete(failed(bug));
            throw bug;
        }
    }
}
