package dev.bulkhead.app.fx;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/**
 * Writes a picture as PNG (ISO/IEC 15948): truecolour, 8 bits, no filter. Written by hand so that
 * the program needs no java.desktop.
 */
public final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] TRUECOLOUR = {8, 2, 0, 0, 0};

    private PngFile() {}

    /** Writes the file; what was there is replaced. */
    public static void write(Image image, Path file) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt((int) image.getWidth());
        fields.writeInt((int) image.getHeight());
        fields.write(TRUECOLOUR);
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", pixels(image));
        chunk(out, "IEND", new byte[0]);
        Files.write(file, png.toByteArray());
    }

    private static byte[] pixels(Image image) throws IOException {
        int width = (int) image.getWidth();
        PixelReader reader = image.getPixelReader();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] line = new byte[1 + width * 3];
        Deflater small = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream zip = new DeflaterOutputStream(packed, small)) {
            for (int y = 0; y < (int) image.getHeight(); y++) {
                for (int x = 0; x < width; x++) {
                    int colour = reader.getArgb(x, y);
                    line[1 + x * 3] = (byte) (colour >> 16);
                    line[2 + x * 3] = (byte) (colour >> 8);
                    line[3 + x * 3] = (byte) colour;
                }
                zip.write(line);
            }
        }
        small.end();
        return packed.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content)
            throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
