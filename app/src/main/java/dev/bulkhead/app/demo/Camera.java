package dev.bulkhead.app.demo;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Takes a picture of a stage and of the pop-ups over it. JavaFX's thread. */
final class Camera {
    /** The whole window. */
    static final String WINDOW = "#shell";

    private final Stage stage;

    Camera(Stage stage) {
        this.stage = stage;
    }

    /**
     * The picture.
     *
     * @param part the node that it shows, such as {@code #shell}
     * @param scale pixels a point
     */
    WritableImage take(String part, int scale) {
        SnapshotParameters whole = scaled(scale);
        whole.setFill(stage.getScene().getFill());
        Parent root = stage.getScene().getRoot();
        Node node = Objects.requireNonNullElse(root.lookup(part), root);
        WritableImage picture = node.snapshot(whole, null);
        Point2D corner = node.localToScene(0, 0);
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow && window.isShowing()) {
                lay(window, corner, picture, scale);
            }
        }
        return picture;
    }

    private static SnapshotParameters scaled(int scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        return parameters;
    }

    private void lay(Window popup, Point2D corner, WritableImage picture, int scale) {
        SnapshotParameters clear = scaled(scale);
        clear.setFill(Color.TRANSPARENT);
        WritableImage top = popup.getScene().getRoot().snapshot(clear, null);
        int left =
                scale
                        * (int)
                                (popup.getX()
                                        - stage.getX()
                                        - stage.getScene().getX()
                                        - corner.getX());
        int up =
                scale
                        * (int)
                                (popup.getY()
                                        - stage.getY()
                                        - stage.getScene().getY()
                                        - corner.getY());
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
