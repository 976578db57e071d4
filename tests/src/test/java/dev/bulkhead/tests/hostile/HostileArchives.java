package dev.bulkhead.tests.hostile;

import dev.bulkhead.tests.hostile.HostileInput.Must;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives that name paths outside, swell, hold themselves, or are none. */
final class HostileArchives {
    private static final int BOMB_MEGABYTES = 300;
    private static final String ARCHIVED =
            HostileTexts.module("arc", HostileTexts.objects("arcO", 1, "arcRoot"));

    private HostileArchives() {}

    /**
     * All of them; absolute paths and links in them point at {@code outside} and {@code secret}.
     */
    static List<HostileInput> all(Path outside, Path secret) {
        return List.of(
                new HostileInput(
                        "zip-slip.zip",
                        folder -> slip(folder, outside),
                        Must.LOAD_AND_BE_NAMED,
                        "arcO0"),
                new HostileInput("zip-bomb.zip", HostileArchives::zipBomb, Must.BE_NAMED, ""),
                new HostileInput("zip-many.zip", HostileArchives::many, Must.BE_NAMED, ""),
                new HostileInput("zip-nested20.zip", HostileArchives::nested, Must.BE_NAMED, ""),
                new HostileInput(
                        "tar-links.tar",
                        folder -> links(folder, secret),
                        Must.LOAD_AND_BE_NAMED,
                        "arcO0"),
                new HostileInput("gz-bomb.mib.gz", HostileArchives::gzBomb, Must.BE_NAMED, ""),
                new HostileInput("broken.zip", HostileArchives::broken, Must.BE_NAMED, ""));
    }

    private static void slip(Path folder, Path outside) throws IOException {
        try (ZipOutputStream zip = zip(folder.resolve("zip-slip.zip"))) {
            for (String name :
                    List.of(
                            "../slip.mib",
                            "..\\slip2.mib",
                            outside.resolve("abs-slip.mib").toString(),
                            "C:\\slip3.mib",
                            "a/../../slip4.mib",
                            "ok/arc.mib",
                            "con.mib",
                            "x".repeat(250) + ".mib")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(ARCHIVED.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static ZipOutputStream zip(Path file) throws IOException {
        return new ZipOutputStream(Files.newOutputStream(file));
    }

    private static void zipBomb(Path folder) throws IOException {
        try (ZipOutputStream zip = zip(folder.resolve("zip-bomb.zip"))) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("bomb.mib"));
            writeBlanks(zip);
        }
    }

    private static void gzBomb(Path folder) throws IOException {
        try (OutputStream file =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("gz-bomb.mib.gz")))) {
            writeBlanks(file);
        }
    }

    private static void writeBlanks(OutputStream out) throws IOException {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        for (int i = 0; i < BOMB_MEGABYTES; i++) {
            out.write(blanks);
        }
    }

    private static void many(Path folder) throws IOException {
        try (ZipOutputStream zip = zip(folder.resolve("zip-many.zip"))) {
            for (int i = 0; i < 30_000; i++) {
                zip.putNextEntry(new ZipEntry("m" + i + ".mib"));
            }
        }
    }

    private static void nested(Path folder) throws IOException {
        byte[] inner = ARCHIVED.getBytes(StandardCharsets.UTF_8);
        for (int depth = 0; depth <= 20; depth++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(depth == 0 ? "in.mib" : "in.zip"));
                zip.write(inner);
            }
            inner = bytes.toByteArray();
        }
        Files.write(folder.resolve("zip-nested20.zip"), inner);
    }

    private static void links(Path folder, Path secret) throws IOException {
        byte[] module = ARCHIVED.getBytes(StandardCharsets.UTF_8);
        try (OutputStream tar = Files.newOutputStream(folder.resolve("tar-links.tar"))) {
            tar.write(tarHeader("link.mib", '2', secret.toString(), 0));
            tar.write(tarHeader("hard.mib", '1', secret.toString(), 0));
            tar.write(tarHeader("dev.mib", '3', "", 0));
            tar.write(tarHeader("fifo.mib", '6', "", 0));
            for (String name : List.of("../slip5.mib", "ok/arc.mib")) {
                tar.write(tarHeader(name, '0', "", module.length));
                tar.write(Arrays.copyOf(module, (module.length + 511) / 512 * 512));
            }
            tar.write(new byte[1024]);
        }
    }

    /** A header of POSIX's ustar format. */
    private static byte[] tarHeader(String name, char type, String link, int size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, "%011o\0".formatted(size));
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 157, link.substring(0, Math.min(99, link.length())));
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    /** A local header's signature, and what no zip holds. */
    private static void broken(Path folder) throws IOException {
        byte[] bytes = new byte[210];
        Arrays.fill(bytes, (byte) 0xFF);
        System.arraycopy(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}, 0, bytes, 0, 10);
        Files.write(folder.resolve("broken.zip"), bytes);
    }
}
