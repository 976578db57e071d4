package dev.bulkhead.app.help;

import dev.bulkhead.app.guide.Block;
import dev.bulkhead.app.guide.Guide;
import java.net.URL;
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

    private final ImageView view = new ImageView();
    private final Block.Picture picture;
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
        view.setImage(file == null ? null : new Image(file.toExternalForm(), true));
        Image image = view.getImage();
        if (image != null) {
            image.progressProperty().subscribe(_ -> requestLayout());
        }
    }

    private double height(double width) {
        Image image = view.getImage();
        if (image == null || image.getWidth() == 0) {
            return 0;
        }
        double shown = Math.min(width, image.getWidth());
        return shown * image.getHeight() / image.getWidth();
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
        Image image = view.getImage();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        view.setFitWidth(image == null ? room : Math.min(room, image.getWidth()));
        view.relocate(snappedLeftInset(), snappedTopInset());
    }
}
