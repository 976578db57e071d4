package dev.bulkhead.app.theme;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Takes pictures of views under {@code target/pictures}, to be looked at. */
public final class Picture {
    private static final Path FOLDER = Path.of("target", "pictures");

    private Picture() {}

    /** A stage that shows a view in a theme, on the headless platform. */
    public static Stage show(Parent view, String userAgentStylesheet, double width, double height) {
        Fonts.load();
        Application.setUserAgentStylesheet(userAgentStylesheet);
        Scene scene = new Scene(view, width, height);
        Themes.style(scene);
        Stage stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    /** The scene as it is now. */
    public static WritableImage take(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.snapshot(null);
    }

    /** Writes a picture as PNG. */
    public static void save(WritableImage image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(copy, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
