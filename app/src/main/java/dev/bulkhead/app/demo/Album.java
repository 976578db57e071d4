package dev.bulkhead.app.demo;

import dev.bulkhead.app.fx.PngFile;
import dev.bulkhead.app.theme.ThemeChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/** The pictures of a tour, in files whose names tell what they show. On the tour's thread. */
final class Album {
    /** A batch of the ticker and a pulse, so that what was asked for is on screen. */
    private static final Duration SETTLE = Duration.ofMillis(200);

    private static final List<ThemeChoice> BOTH = List.of(ThemeChoice.DARK, ThemeChoice.LIGHT);

    private final Camera camera;
    private final Consumer<ThemeChoice> theme;
    private final Path folder;
    private final PrintStream out;
    private final boolean thorough;
    private final List<CompletableFuture<Void>> written;
    private final Map<String, Shot> only;
    private ThemeChoice ofChapter = ThemeChoice.LIGHT;
    private ThemeChoice shown = ThemeChoice.SYSTEM;

    /**
     * How a picture goes into the guide.
     *
     * @param name of its file
     * @param node the part of the window that it shows
     */
    record Shot(String name, String node) {}

    /**
     * An empty album.
     *
     * @param thorough whether each view is taken in both themes, or in that of its chapter
     */
    Album(
            Stage stage,
            Consumer<ThemeChoice> theme,
            Path folder,
            PrintStream out,
            boolean thorough) {
        this.thorough = thorough;
        camera = new Camera(stage);
        this.theme = theme;
        this.folder = folder;
        this.out = out;
        written = new ArrayList<>();
        only = Map.of();
    }

    private Album(Album whole, Map<String, Shot> only) {
        thorough = false;
        camera = whole.camera;
        theme = whole.theme;
        folder = whole.folder;
        out = whole.out;
        written = whole.written;
        this.only = Map.copyOf(only);
    }

    /**
     * The same album, for these pictures alone, each in both themes and of a part of the window.
     */
    Album only(Map<String, Shot> pictures) {
        return new Album(this, pictures);
    }

    /** Whether details are wanted too: chapters were asked for by name. */
    boolean isThorough() {
        return thorough;
    }

    /** Another chapter begins, in the other theme: to change it often would take long. */
    void turn() {
        ofChapter = ofChapter == ThemeChoice.LIGHT ? ThemeChoice.DARK : ThemeChoice.LIGHT;
    }

    /** What shows now, in both themes or in the chapter's. */
    void take(String name) {
        if (isLeftOut(name)) {
            return;
        }
        FxSteps.pass(SETTLE);
        themes().forEach(choice -> takeInTheme(name, choice, 1));
    }

    private boolean isLeftOut(String name) {
        return !only.isEmpty() && !only.containsKey(name);
    }

    private List<ThemeChoice> themes() {
        if (!only.isEmpty()) {
            return shown == ThemeChoice.LIGHT ? BOTH.reversed() : BOTH;
        }
        return thorough ? BOTH : List.of(ofChapter);
    }

    /** What shows now, at once and in one theme. */
    void takeOne(String name, ThemeChoice choice) {
        takeScaled(name, choice, 1);
    }

    /** What shows now, at so many pixels a point. */
    void takeScaled(String name, ThemeChoice choice, int scale) {
        if (only.isEmpty()) {
            takeInTheme(name, choice, scale);
        } else {
            take(name);
        }
    }

    private void takeInTheme(String name, ThemeChoice choice, int scale) {
        if (only.isEmpty() || shown != choice) {
            FxSteps.tell(() -> theme.accept(choice));
            FxSteps.pass(SETTLE);
            shown = choice;
        }
        save(name, choice, scale);
    }

    private void save(String name, ThemeChoice choice, int scale) {
        Shot shot = only.getOrDefault(name, new Shot(name, Camera.WINDOW));
        WritableImage picture = FxSteps.ask(() -> camera.take(shot.node(), scale));
        Path file =
                folder.resolve(shot.name() + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png");
        written.add(CompletableFuture.runAsync(() -> write(picture, file)));
    }

    private void write(WritableImage picture, Path file) {
        try {
            Files.createDirectories(folder);
            PngFile.write(picture, file);
        } catch (IOException problem) {
            throw new UncheckedIOException("the picture cannot be written: " + file, problem);
        }
        out.println(file);
    }

    /** What pops up; opened anew for each theme, since a new one closes pop-ups. */
    void takePopUp(String name, Runnable open) {
        themes().forEach(choice -> takePopUp(name, choice, open));
    }

    /** What pops up, in one theme. */
    void takePopUp(String name, ThemeChoice choice, Runnable open) {
        if (isLeftOut(name)) {
            return;
        }
        FxSteps.tell(() -> theme.accept(choice));
        FxSteps.pass(SETTLE);
        open.run();
        FxSteps.pass(SETTLE);
        save(name, choice, 1);
    }

    /**
     * Waits until all pictures are written.
     *
     * @return how many there are
     */
    int finish() {
        written.forEach(CompletableFuture::join);
        return written.size();
    }
}
