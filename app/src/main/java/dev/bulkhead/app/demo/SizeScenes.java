package dev.bulkhead.app.demo;

import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.theme.ThemeChoice;
import java.util.List;
import javafx.stage.Stage;

/**
 * The main views in windows of both sizes, on screens of both resolutions, in both themes and with
 * the longest words: of any two of these, each combination. On the tour's thread.
 */
final class SizeScenes {
    private static final Size LARGE = new Size("1440x900", 1440, 900);
    private static final Size SMALL = new Size("1024x640", 1024, 640);

    /** Large, of one pixel a point, light and with plain words is what all other pictures are. */
    private static final List<Look> PLAIN = List.of(new Look(SMALL, 2, ThemeChoice.DARK));

    private static final List<Look> LONG =
            List.of(
                    new Look(LARGE, 2, ThemeChoice.DARK),
                    new Look(SMALL, 1, ThemeChoice.DARK),
                    new Look(SMALL, 2, ThemeChoice.LIGHT));

    private final Stage stage;
    private final Shell shell;
    private final Scenes scenes;

    private record Size(String name, double width, double height) {}

    private record Look(Size size, int scale, ThemeChoice theme) {}

    SizeScenes(Stage stage, Shell shell, Scenes scenes) {
        this.stage = stage;
        this.shell = shell;
        this.scenes = scenes;
    }

    void plain(Album album) {
        views(album, PLAIN, "");
    }

    void longWords(Album album) {
        views(album, LONG, "long-words-");
    }

    private void views(Album album, List<Look> looks, String words) {
        scenes.walk("ifTable");
        scenes.chooseRow();
        take(album, looks, words + "results");
        scenes.table("ifTable");
        take(album, looks, words + "table");
        run("devices");
        take(album, looks, words + "devices");
        resize(LARGE);
    }

    private void take(Album album, List<Look> looks, String name) {
        for (Look look : looks) {
            resize(look.size());
            String scale = look.scale() == 1 ? "" : "-" + look.scale() + "x";
            album.takeScaled(name + "-" + look.size().name() + scale, look.theme(), look.scale());
        }
    }

    private void resize(Size size) {
        FxSteps.tell(() -> {
            stage.setWidth(size.width());
            stage.setHeight(size.height());
        });
    }

    private void run(String command) {
        FxSteps.tell(() -> shell.commands().get(command).run());
    }
}
