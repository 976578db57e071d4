package dev.bulkhead.app;

import dev.bulkhead.app.WindowStart.Outcome;
import dev.bulkhead.app.demo.PictureTour;
import dev.bulkhead.app.fx.Background;
import dev.bulkhead.app.i18n.LongWords;
import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.theme.ThemeChoice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The window on JavaFX's headless platform: pictures of it, and the demo without display. */
final class OffScreen {
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    /** The windows that were opened; closed at the end, whatever it is. */
    private final List<Wiring> windows = new CopyOnWriteArrayList<>();

    private OffScreen() {}

    /** Draws the views of these chapters of the tour; all views if there are none. */
    static Outcome pictures(Path folder, Set<String> chapters, PrintStream out) {
        OffScreen screen = new OffScreen();
        return screen.run(
                out,
                () ->
                        screen.open(tour -> tour.pictures(folder, chapters, out))
                                .thenCompose(taken ->
                                        PictureTour.hasLongWords(chapters)
                                                ? screen.longWords(folder, out)
                                                        .thenApply(more -> taken + more)
                                                : CompletableFuture.completedFuture(taken)));
    }

    /** Leads the window through what most users do, for its AOT cache. */
    static Outcome rehearse(PrintStream out) {
        OffScreen screen = new OffScreen();
        return screen.run(out, () -> screen.open(PictureTour::rehearse));
    }

    /** Runs the demo for some seconds and draws what it shows. */
    static Outcome demo(Path folder, PrintStream out) {
        OffScreen screen = new OffScreen();
        return screen.run(out, () -> screen.open(tour -> tour.demo(folder, out)));
    }

    private CompletableFuture<Integer> longWords(Path folder, PrintStream out) {
        Locale before = Locale.getDefault();
        Locale.setDefault(LongWords.LANGUAGE);
        return open(tour -> tour.longWords(folder, out))
                .whenComplete((_, _) -> Locale.setDefault(before));
    }

    private Outcome run(PrintStream out, Supplier<CompletableFuture<Integer>> tours) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<Integer> done = new CompletableFuture<>();
        Platform.startup(() -> {
            var _ =
                    tours.get()
                            .whenComplete((taken, problem) -> {
                                if (problem == null) {
                                    done.complete(taken);
                                } else {
                                    done.completeExceptionally(problem);
                                }
                            });
        });
        Outcome outcome;
        try {
            int pictures = done.get(AT_MOST.toSeconds(), TimeUnit.SECONDS);
            out.println(Words.text("demo.pictures", pictures));
            outcome = new Outcome(0, "");
        } catch (Exception problem) {
            Throwable cause = problem;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            outcome = WindowStart.failed(cause);
        }
        windows.forEach(Wiring::close);
        Platform.exit();
        return outcome;
    }

    /** Opens a window and leads a tour through it; on JavaFX's thread, where it ends too. */
    private CompletableFuture<Integer> open(ToIntFunction<PictureTour> walk) {
        CompletableFuture<Integer> done = new CompletableFuture<>();
        try {
            Settings settings = Settings.inMemory();
            settings.put("theme", ThemeChoice.LIGHT.name());
            Wiring wiring = new Wiring(settings);
            windows.add(wiring);
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
        return done;
    }
}
