package dev.bulkhead.app.shell;

import java.util.Locale;
import java.util.Optional;

/** Where a window is, in pixels of the screen. */
record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    private static final double AT_LEAST = 200;
    private static final int PARTS = 5;

    /** {@code 10 20 1440 900 false}. */
    String toText() {
        return String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f %b", x, y, width, height, maximized);
    }

    /** What {@link #toText} wrote; empty for anything else, and for a window too small to see. */
    static Optional<WindowPlace> parse(String text) {
        String[] parts = text.strip().split(" ", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            WindowPlace place =
                    new WindowPlace(
                            Double.parseDouble(parts[0]),
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]),
                            Boolean.parseBoolean(parts[4]));
            boolean usable = place.width >= AT_LEAST && place.height >= AT_LEAST;
            return usable ? Optional.of(place) : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** No larger than a screen. */
    WindowPlace within(double screenWidth, double screenHeight) {
        return new WindowPlace(
                x, y, Math.min(width, screenWidth), Math.min(height, screenHeight), maximized);
    }

    /** A divider's place as text. */
    static String text(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    /** A divider's place, between the ends. */
    static Optional<Double> share(String text) {
        try {
            double share = Double.parseDouble(text.strip());
            return share > 0 && share < 1 ? Optional.of(share) : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
