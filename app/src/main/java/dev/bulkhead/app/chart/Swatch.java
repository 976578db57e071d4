package dev.bulkhead.app.chart;

import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;

/** A colour that CSS decides: an unseen line whose stroke is read. */
final class Swatch extends Line {
    /**
     * A swatch, to be added to a parent.
     *
     * @param changed told when another style sheet or theme gives another colour
     */
    Swatch(String styleClass, Runnable changed) {
        getStyleClass().add(styleClass);
        setManaged(false);
        setMouseTransparent(true);
        setOpacity(0);
        strokeProperty().subscribe((_, _) -> changed.run());
    }

    Color colour() {
        Paint paint = getStroke();
        return paint instanceof Color colour ? colour : Color.GRAY;
    }

    /** Not premultiplied. */
    int argb() {
        Color colour = colour();
        return (channel(colour.getOpacity()) << 24)
                | (channel(colour.getRed()) << 16)
                | (channel(colour.getGreen()) << 8)
                | channel(colour.getBlue());
    }

    private static int channel(double share) {
        return (int) Math.round(share * 255);
    }
}
