package dev.bulkhead.app.chart;

import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Pixels to draw on: premultiplied ARGB, row by row from the top, with smooth vertical spans and
 * smooth thick lines. Coordinates are pixels; y grows downwards. Not for use by several threads at
 * a time.
 */
final class Raster {
    private final int width;
    private final int height;
    private final int[] pixels;

    /**
     * How much of each pixel the current line covers, column by column: {@code [x * height + y]}.
     */
    private final byte[] cover;

    private final int[] coverTop;
    private final int[] coverBottom;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        cover = new byte[width * height];
        coverTop = new int[width];
        coverBottom = new int[width];
        Arrays.fill(coverTop, height);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The pixels themselves, for a {@code PixelBuffer}. */
    IntBuffer buffer() {
        return IntBuffer.wrap(pixels);
    }

    int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /**
     * Fills part of a column; ends between pixels are smoothed.
     *
     * @param argb not premultiplied
     */
    void span(int x, double top, double bottom, int argb) {
        double from = Math.clamp(top, 0, height);
        double to = Math.clamp(bottom, 0, height);
        if (to <= from) {
            return;
        }
        int first = (int) from;
        int last = (int) Math.ceil(to) - 1;
        int alpha = argb >>> 24;
        if (first == last) {
            blend(first * width + x, argb, (int) (alpha * (to - from)));
            return;
        }
        blend(first * width + x, argb, (int) (alpha * (first + 1 - from)));
        blend(last * width + x, argb, (int) (alpha * (to - last)));
        for (int at = (first + 1) * width + x; at < last * width + x; at += width) {
            blend(at, argb, alpha);
        }
    }

    /** Lays one pixel over what is there. */
    void dot(int x, int y, int argb) {
        blend(y * width + x, argb, argb >>> 24);
    }

    private void blend(int at, int argb, int alpha) {
        if (alpha >= 255) {
            pixels[at] = argb | 0xFF000000;
            return;
        }
        int below = pixels[at];
        int keep = 255 - alpha;
        int a = alpha + div255((below >>> 24) * keep);
        int r = div255(((argb >> 16) & 0xFF) * alpha) + div255(((below >> 16) & 0xFF) * keep);
        int g = div255(((argb >> 8) & 0xFF) * alpha) + div255(((below >> 8) & 0xFF) * keep);
        int b = div255((argb & 0xFF) * alpha) + div255((below & 0xFF) * keep);
        pixels[at] = (a << 24) | (r << 16) | (g << 8) | b;
    }

    private static int div255(int product) {
        return ((product + 128) * 257) >>> 16;
    }

    /**
     * Adds a piece to the current line, with round ends. Pieces of one line do not add up where
     * they overlap; {@link #paintLine} paints them all at once.
     *
     * @param radius half the line's width
     */
    void line(double x0, double y0, double x1, double y1, double radius) {
        double reach = radius + 0.5;
        int first = Math.max(0, (int) Math.floor(Math.min(x0, x1) - reach));
        int last = Math.min(width - 1, (int) Math.ceil(Math.max(x0, x1) + reach) - 1);
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = dx * dx + dy * dy;
        double slope = dx == 0 ? 0 : dy / dx;
        double spread = dx == 0 ? Double.MAX_VALUE : reach * Math.sqrt(1 + slope * slope);
        double top = Math.min(y0, y1) - reach;
        double bottom = Math.max(y0, y1) + reach;
        for (int x = first; x <= last; x++) {
            double px = x + 0.5 - x0;
            double middle = y0 + slope * px;
            int from = (int) Math.max(0, Math.floor(Math.max(top, middle - spread) - 0.5));
            int to = (int) Math.min(height - 1, Math.ceil(Math.min(bottom, middle + spread) - 0.5));
            for (int y = from; y <= to; y++) {
                double py = y + 0.5 - y0;
                double along = squared == 0 ? 0 : (px * dx + py * dy) / squared;
                double t = along < 0 ? 0 : along > 1 ? 1 : along;
                double ex = px - t * dx;
                double ey = py - t * dy;
                double far = ex * ex + ey * ey;
                if (far < reach * reach) {
                    cover(x, y, Math.min(1, reach - Math.sqrt(far)));
                }
            }
        }
    }

    private void cover(int x, int y, double share) {
        int at = x * height + y;
        int covered = (int) (share * 255);
        if (covered > (cover[at] & 0xFF)) {
            cover[at] = (byte) covered;
            coverTop[x] = Math.min(coverTop[x], y);
            coverBottom[x] = Math.max(coverBottom[x], y + 1);
        }
    }

    /** Paints the current line and begins a new one. */
    void paintLine(int argb) {
        int alpha = argb >>> 24;
        for (int x = 0; x < width; x++) {
            for (int y = coverTop[x]; y < coverBottom[x]; y++) {
                int covered = cover[x * height + y] & 0xFF;
                if (covered != 0) {
                    blend(y * width + x, argb, div255(covered * alpha));
                    cover[x * height + y] = 0;
                }
            }
            coverTop[x] = height;
            coverBottom[x] = 0;
        }
    }
}
