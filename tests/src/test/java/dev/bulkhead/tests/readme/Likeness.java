package dev.bulkhead.tests.readme;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** How alike two pictures are. */
final class Likeness {
    private static final int BLOCK = 16;

    /** Of 255; a digit in the place of another changes a block less than this. */
    private static final double NEAR = 24;

    private Likeness() {}

    /**
     * The share of blocks that have anything in either picture and are near each other, 0 to 1; 0
     * for pictures of two sizes.
     */
    static double of(Path one, Path other) throws IOException {
        BufferedImage a = ImageIO.read(one.toFile());
        BufferedImage b = ImageIO.read(other.toFile());
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
            return 0;
        }
        int busy = 0;
        int near = 0;
        for (int y = 0; y + BLOCK <= a.getHeight(); y += BLOCK) {
            for (int x = 0; x + BLOCK <= a.getWidth(); x += BLOCK) {
                if (!isPlain(a, x, y) || !isPlain(b, x, y)) {
                    busy++;
                    near += distance(a, b, x, y) < NEAR ? 1 : 0;
                }
            }
        }
        return busy == 0 ? 1 : (double) near / busy;
    }

    private static boolean isPlain(BufferedImage image, int left, int top) {
        int first = image.getRGB(left, top);
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                if (image.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Mean difference of a channel. */
    private static double distance(BufferedImage a, BufferedImage b, int left, int top) {
        long sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs(((p >> shift) & 0xFF) - ((q >> shift) & 0xFF));
                }
            }
        }
        return sum / (3.0 * BLOCK * BLOCK);
    }
}
