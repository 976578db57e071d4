package dev.bulkhead.mibs.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A code's story, as it stands in {@code explain/TAG.txt}: lines {@code message:}, {@code note:}
 * and {@code help:}, the story, and behind lines {@code --- NAME} the texts of files that show the
 * fault.
 *
 * @param message one sentence, with {@code %s} for each argument
 * @param note which rule is broken, with the RFC's section
 * @param help what to do about it
 * @param story why vendors ship it, what it breaks elsewhere, what Bulkhead makes of it
 * @param examples texts that show it, by file name
 */
public record Explanation(
        String message, String note, String help, String story, Map<String, String> examples) {
    private static final String FILE_MARK = "--- ";

    public Explanation {
        examples = Map.copyOf(examples);
    }

    /** All explanations, read once, when the first is asked for. */
    private static final class Known {
        private static final Map<DiagnosticCode, Explanation> BY_CODE =
                new EnumMap<>(DiagnosticCode.class);

        private Known() {}

        static synchronized Explanation of(DiagnosticCode code) {
            return BY_CODE.computeIfAbsent(code, Explanation::read);
        }
    }

    static Explanation of(DiagnosticCode code) {
        return Known.of(code);
    }

    private static Explanation read(DiagnosticCode code) {
        String path = "explain/" + code.tag() + ".txt";
        try (InputStream stream = Explanation.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no " + path + " on the class path");
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Explanation parse(String text) {
        Map<String, String> heads = new LinkedHashMap<>();
        StringBuilder story = new StringBuilder();
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        StringBuilder to = story;
        for (String line : text.split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (line.startsWith(FILE_MARK)) {
                to = new StringBuilder();
                files.put(line.substring(FILE_MARK.length()).strip(), to);
            } else if (files.isEmpty() && story.isEmpty() && colon > 0 && heads.size() < 3) {
                heads.put(line.substring(0, colon), line.substring(colon + 2).strip());
            } else if (!(to.isEmpty() && line.isEmpty())) {
                to.append(line).append('\n');
            }
        }
        Map<String, String> examples = new LinkedHashMap<>();
        files.forEach((name, content) -> examples.put(name, content.toString()));
        return new Explanation(
                heads.getOrDefault("message", ""),
                heads.getOrDefault("note", ""),
                heads.getOrDefault("help", ""),
                story.toString().strip(),
                examples);
    }
}
