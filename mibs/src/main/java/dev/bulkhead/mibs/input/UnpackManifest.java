package dev.bulkhead.mibs.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of what an archive in the cache became: its first line names the format and the limits,
 * then a line for each file (size and path) and each refusal, then {@code end}. Names are escaped
 * to ASCII, so each is one word of one line.
 */
final class UnpackManifest {
    private static final String NAME = "manifest.txt";
    private static final String FORMAT = "bulkhead-unpacked-1 ";
    private static final String END = "end";
    private static final long MAX_BYTES = 64L << 20;

    private UnpackManifest() {}

    static void write(Path folder, Path files, Unpacked unpacked, ArchiveLimits limits)
            throws IOException {
        Path root = files.toRealPath();
        List<String> lines = new ArrayList<>();
        lines.add(FORMAT + limits);
        for (Path file : unpacked.files()) {
            String path = root.relativize(file).toString();
            lines.add("file " + Files.size(file) + " " + escape(path));
        }
        for (Refused one : unpacked.refused()) {
            lines.add("refused " + one.reason() + " " + escape(one.entry()));
        }
        lines.add(END);
        Files.write(folder.resolve(NAME), lines, StandardCharsets.US_ASCII);
    }

    /** What it says, if it is whole, made under these limits, and all its files are still there. */
    static Optional<Unpacked> read(Path folder, Path files, ArchiveLimits limits) {
        try {
            Path manifest = folder.resolve(NAME);
            if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(manifest) > MAX_BYTES) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(manifest, StandardCharsets.US_ASCII);
            boolean whole =
                    lines.size() >= 2
                            && lines.getFirst().equals(FORMAT + limits)
                            && lines.getLast().equals(END);
            return whole
                    ? Optional.of(parse(lines.subList(1, lines.size() - 1), files.toRealPath()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Unpacked parse(List<String> lines, Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words.length < 3) {
                throw new IOException("a short line in a manifest");
            }
            switch (words[0]) {
                case "file" -> files.add(file(root, unescape(words[2]), Long.parseLong(words[1])));
                case "refused" ->
                        refused.add(
                                new Refused(unescape(words[2]), Refused.Reason.valueOf(words[1])));
                default -> throw new IOException("an odd line in a manifest");
            }
        }
        return new Unpacked(files, refused);
    }

    private static Path file(Path root, String path, long size) throws IOException {
        Path file = root.resolve(path);
        BasicFileAttributes found =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean ours = file.normalize().startsWith(root) && found.isRegularFile();
        if (!ours || found.size() != size) {
            throw new IOException("a file was changed");
        }
        return file;
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~' && c != '%') {
                escaped.append(c);
            } else {
                escaped.append('%').append(String.format("%04x", (int) c));
            }
        }
        return escaped.toString();
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 4 < text.length()) {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
