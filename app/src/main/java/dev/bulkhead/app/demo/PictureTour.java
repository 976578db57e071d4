package dev.bulkhead.app.demo;

import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.ThemeChoice;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/** Leads the window through its views with the demo network and takes pictures on the way. */
public final class PictureTour {
    private final Stage stage;
    private final Scenes scenes;
    private final Consumer<ThemeChoice> theme;
    private int taken;

    public PictureTour(Stage stage, Shell shell, Workbench workbench, Consumer<ThemeChoice> theme) {
        this.stage = stage;
        this.theme = theme;
        scenes = new Scenes(shell, workbench);
    }

    /** All views; the number of pictures taken. */
    public CompletableFuture<Integer> pictures(Path folder, PrintStream out) {
        scenes.awaitMibs();
        take(folder, "empty", out);
        scenes.startDemo();
        scenes.walk("ifTable");
        take(folder, "results", out);
        scenes.search("octets");
        take(folder, "search", out);
        scenes.endSearch();
        scenes.table("ifTable");
        take(folder, "table", out);
        scenes.poll("ifHCInOctets");
        FxSteps.pass(Duration.ofSeconds(12));
        take(folder, "poll", out);
        scenes.showChart();
        take(folder, "chart", out);
        scenes.askWrongly();
        take(folder, "no-answer", out);
        return CompletableFuture.completedFuture(taken);
    }

    /** The demo of a machine without display; the number of pictures taken. */
    public CompletableFuture<Integer> demo(Path folder, PrintStream out) {
        return pictures(folder, out);
    }

    private void take(Path folder, String name, PrintStream out) {
        for (ThemeChoice choice : new ThemeChoice[] {ThemeChoice.DARK, ThemeChoice.LIGHT}) {
            FxSteps.tell(() -> theme.accept(choice));
            FxSteps.pass(Duration.ofMillis(250));
            WritableImage picture = FxSteps.ask(new Camera(stage)::take);
            String suffix = choice == ThemeChoice.DARK ? "-dark.png" : "-light.png";
            Path file = folder.resolve(name + suffix);
            try {
                Files.createDirectories(folder);
                PngFile.write(picture, file);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
            taken++;
            out.println(file);
        }
    }
}
