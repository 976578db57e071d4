package dev.bulkhead.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The program's icon in the sizes that window managers and task bars choose from. */
final class WindowIcons {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

    private WindowIcons() {}

    static List<Image> all() {
        return IntStream.of(SIZES).mapToObj(WindowIcons::of).toList();
    }

    private static Image of(int size) {
        String name = "icons/bulkhead-" + size + ".png";
        try (InputStream in = WindowIcons.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new Image(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
