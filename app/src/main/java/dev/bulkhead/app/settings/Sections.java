package dev.bulkhead.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of things in a text that people can read and edit: for each a line {@code [kind]} and then
 * {@code key = value} lines. Lines with {@code #} are remarks. Backslash and line breaks in values
 * are written {@code \\} and {@code \n}. Blocks; any thread.
 */
public final class Sections {
    private final Path file;
    private final String kind;
    private final String remark;

    /**
     * A file of such things.
     *
     * @param remark its first line, without the mark
     */
    public Sections(Path file, String kind, String remark) {
        this.file = file.toAbsolutePath();
        this.kind = kind;
        this.remark = remark;
    }

    public Path file() {
        return file;
    }

    /**
     * All things; none if there is no file.
     *
     * @throws IOException if it cannot be read or is no such text, with the line
     */
    public List<Map<String, String>> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Map<String, String>> all = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals("[" + kind + "]")) {
                all.add(new LinkedHashMap<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                if (equals < 1 || all.isEmpty()) {
                    throw new IOException("line " + (i + 1) + " is not \"key = value\"");
                }
                String value = line.substring(equals + 1).strip();
                all.getLast().put(line.substring(0, equals).strip(), plain(value));
            }
        }
        return all;
    }

    /** Writes all things in place of what is there. */
    public Optional<Unsaved> write(List<Map<String, String>> all) {
        StringBuilder text = new StringBuilder("# ").append(remark).append('\n');
        for (Map<String, String> each : all) {
            text.append("\n[").append(kind).append("]\n");
            each.forEach((key, value) ->
                    text.append(key).append(" = ").append(escaped(value)).append('\n'));
        }
        try {
            replace(file, text.toString());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Unsaved.of(file, e));
        }
    }

    static void replace(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Puts a file that cannot be read aside, where it is not written over.
     *
     * @return its new place
     */
    public Path putAside() throws IOException {
        return putAside(file);
    }

    /** Puts any file aside in the same way. */
    public static Path putAside(Path file) throws IOException {
        Path aside = file;
        for (int i = 1; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".damaged-" + i);
        }
        return Files.move(file, aside);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                c = value.charAt(i);
                c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
