package dev.bulkhead.app.help;

import dev.bulkhead.app.guide.Block;
import dev.bulkhead.app.guide.Guide;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URL;
import javafx.geometry.Dimension2D;
import javafx.geometry.Orientation;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** A picture of the window in the theme that shows now, as wide as the page at most. */
final class GuidePicture extends Region {
    private static final double DARK_BELOW = 0.5;
    private static final Dimension2D NOTHING = new Dimension2D(0, 0);

    /** Signature, and length and type of the first chunk of a PNG file. */
    private static final long BEFORE_SIZE = 16;

    private final ImageView view = new ImageView();
    private final Block.Picture picture;
    private Dimension2D size = NOTHING;
    private boolean dark;

    GuidePicture(Block.Picture picture) {
        this.picture = picture;
        getStyleClass().add("guide-picture");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        setAccessibleText(picture.text());
        view.setAccessibleText(picture.text());
        getChildren().add(view);
        backgroundProperty().subscribe(this::follow);
        load();
    }

    /** Its ground has the theme's colour, which tells whether the theme is dark. */
    private void follow(@Nullable Background ground) {
        if (ground != null
                && !ground.getFills().isEmpty()
                && ground.getFills().getFirst().getFill() instanceof Color colour) {
            boolean isDark = colour.getBrightness() < DARK_BELOW;
            if (isDark != dark) {
                dark = isDark;
                load();
            }
        }
    }

    private void load() {
        URL file =
                Guide.picture(picture.name(), dark)
                        .or(() -> Guide.picture(picture.name(), false))
                        .orElse(null);
        size = size(file);
        view.setImage(file == null ? null : new Image(file.toExternalForm(), true));
        requestLayout();
    }

    /** What is known before the picture is read, so that nothing moves when it is. */
    private static Dimension2D size(@Nullable URL file) {
        if (file == null) {
            return NOTHING;
        }
        try (DataInputStream in = new DataInputStream(file.openStream())) {
            in.skipNBytes(BEFORE_SIZE);
            return new Dimension2D(in.readInt(), in.readInt());
        } catch (IOException unreadable) {
            return NOTHING;
        }
    }

    private double height(double width) {
        return size.getWidth() == 0
                ? 0
                : Math.min(width, size.getWidth()) * size.getHeight() / size.getWidth();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double sides = snappedLeftInset() + snappedRightInset();
        double ends = snappedTopInset() + snappedBottomInset();
        return ends + (width < 0 ? 0 : Math.ceil(height(width - sides)));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        view.setFitWidth(Math.min(room, size.getWidth()));
        view.relocate(snappedLeftInset(), snappedTopInset());
    }
}
