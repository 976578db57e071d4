package dev.bulkhead.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The fonts that ship with the program: Inter for words, JetBrains Mono for numbers and OIDs. */
public final class Fonts {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FILES =
            List.of(
                    "inter/Inter-Regular.otf",
                    "inter/Inter-SemiBold.otf",
                    "inter/Inter-Bold.otf",
                    "jetbrains_mono/JetBrainsMono-Regular.ttf",
                    "jetbrains_mono/JetBrainsMono-Bold.ttf");
    private static final double ANY_SIZE = 13;

    private Fonts() {}

    /** Makes the fonts known to JavaFX; before the first scene is shown. */
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream font = Fonts.class.getResourceAsStream(FOLDER + file)) {
            if (font == null || Font.loadFont(font, ANY_SIZE) == null) {
                throw new IllegalStateException("the font " + file + " is missing from the build");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
