package dev.bulkhead.app.chart;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Shows a {@link Raster} pixel by device pixel. JavaFX's thread. */
final class PixelView extends ImageView {
    private @Nullable Raster raster;
    private @Nullable PixelBuffer<IntBuffer> buffer;

    PixelView() {
        setSmooth(false);
        setMouseTransparent(true);
    }

    /** A raster of this size in scaled pixels, the same as last time if that has not changed. */
    Raster raster(double width, double height, double scale) {
        int columns = Math.max(1, (int) Math.round(width * scale));
        int rows = Math.max(1, (int) Math.round(height * scale));
        Raster known = raster;
        if (known != null && known.width() == columns && known.height() == rows) {
            return known;
        }
        Raster made = new Raster(columns, rows);
        raster = made;
        buffer =
                new PixelBuffer<>(
                        columns, rows, made.buffer(), PixelFormat.getIntArgbPreInstance());
        setImage(new WritableImage(buffer));
        setFitWidth(columns / scale);
        setFitHeight(rows / scale);
        return made;
    }

    /** The raster was painted on. */
    void painted() {
        PixelBuffer<IntBuffer> shown = buffer;
        if (shown != null) {
            shown.updateBuffer(_ -> null);
        }
    }
}
