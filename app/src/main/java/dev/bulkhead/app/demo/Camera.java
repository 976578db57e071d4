package dev.bulkhead.app.demo;

import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Takes a picture of a stage and of the pop-ups over it. JavaFX's thread. */
final class Camera {
    private final Stage stage;

    Camera(Stage stage) {
        this.stage = stage;
    }

    WritableImage take() {
        WritableImage picture = stage.getScene().snapshot(null);
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow && window.isShowing()) {
                lay(window, picture);
            }
        }
        return picture;
    }

    private void lay(Window popup, WritableImage picture) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage top = popup.getScene().getRoot().snapshot(clear, null);
        int left = (int) (popup.getX() - stage.getX() - stage.getScene().getX());
        int up = (int) (popup.getY() - stage.getY() - stage.getScene().getY());
        PixelReader from = top.getPixelReader();
        for (int y = 0; y < (int) top.getHeight(); y++) {
            for (int x = 0; x < (int) top.getWidth(); x++) {
                int toX = x + left;
                int toY = y + up;
                boolean inside =
                        toX >= 0
                                && toY >= 0
                                && toX < (int) picture.getWidth()
                                && toY < (int) picture.getHeight();
                if (inside) {
                    Color below = picture.getPixelReader().getColor(toX, toY);
                    Color above = from.getColor(x, y);
                    Color mixed = below.interpolate(opaque(above), above.getOpacity());
                    picture.getPixelWriter().setColor(toX, toY, mixed);
                }
            }
        }
    }

    private static Color opaque(Color colour) {
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
