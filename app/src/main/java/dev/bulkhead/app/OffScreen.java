package dev.bulkhead.app;

import dev.bulkhead.app.WindowStart.Outcome;
import dev.bulkhead.app.demo.PictureTour;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.theme.ThemeChoice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The window on JavaFX's headless platform: pictures of it, and the demo without display. */
final class OffScreen {
    private static final Duration AT_MOST = Duration.ofMinutes(4);

    private OffScreen() {}

    /** Draws the views of these chapters of the tour; all views if there are none. */
    static Outcome pictures(Path folder, Set<String> chapters, PrintStream out) {
        return tour(out, tour -> tour.pictures(folder, chapters, out));
    }

    /** Runs the demo for some seconds and draws what it shows. */
    static Outcome demo(Path folder, PrintStream out) {
        return tour(out, tour -> tour.demo(folder, out));
    }

    private static Outcome tour(PrintStream out, ToIntFunction<PictureTour> walk) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<Integer> done = new CompletableFuture<>();
        CompletableFuture<Wiring> wired = new CompletableFuture<>();
        Platform.startup(() -> start(walk, done, wired));
        Outcome outcome;
        try {
            int pictures = done.get(AT_MOST.toSeconds(), TimeUnit.SECONDS);
            out.println(Words.text("demo.pictures", pictures));
            outcome = new Outcome(0, "");
        } catch (Exception problem) {
            Throwable cause = problem.getCause() == null ? problem : problem.getCause();
            outcome = WindowStart.failed(cause);
        }
        var _ = wired.thenAccept(Wiring::close);
        Platform.exit();
        return outcome;
    }

    private static void start(
            ToIntFunction<PictureTour> walk,
            CompletableFuture<Integer> done,
            CompletableFuture<Wiring> wired) {
        try {
            Settings settings = Settings.inMemory();
            settings.put("theme", ThemeChoice.LIGHT.name());
            Wiring wiring = new Wiring(settings);
            wired.complete(wiring);
            App app = new App(wiring);
            Stage stage = app.show(Words.text("app.title"));
            PictureTour tour =
                    new PictureTour(stage, app.shell(), wiring.workbench(), app.themes()::choose);
            var _ =
                    Background.run(
                            "picture-tour",
                            () -> walk.applyAsInt(tour),
                            done::complete,
                            done::completeExceptionally);
        } catch (RuntimeException bug) {
            done.completeExceptionally(bug);
        }
    }
}
