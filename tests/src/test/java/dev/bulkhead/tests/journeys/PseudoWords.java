package dev.bulkhead.tests.journeys;

import dev.bulkhead.app.i18n.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;

/**
 * A language nobody speaks: all words in brackets, with accents, and two fifths longer. Made from
 * the real words and put where the class loader finds bundles, for as long as a test runs.
 */
final class PseudoWords implements AutoCloseable {
    /** Stands around every text of the bundle. */
    static final char OPEN = '[';

    private static final Locale LANGUAGE = Locale.of("qps");
    private static final double LONGER = 0.4;
    private static final String PLAIN = "aeiouyAEIOUYcns";
    private static final String ACCENTED = "äéîöûýÄÉÎÖÛÝçñš";

    private final Path file;
    private final Locale before = Locale.getDefault();

    private PseudoWords(Path file) {
        this.file = file;
    }

    /** Speaks it from now on. */
    static PseudoWords speak() {
        try (InputStream in =
                        Objects.requireNonNull(
                                Words.class.getResourceAsStream("words.properties"));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(text);
            words.replaceAll((_, real) -> of(real.toString()));
            Path folder =
                    Path.of(
                                    PseudoWords.class
                                            .getProtectionDomain()
                                            .getCodeSource()
                                            .getLocation()
                                            .toURI())
                            .resolve(Words.class.getPackageName().replace('.', '/'));
            Files.createDirectories(folder);
            PseudoWords spoken = new PseudoWords(folder.resolve("words_qps.properties"));
            try (var out = Files.newBufferedWriter(spoken.file)) {
                words.store(out, null);
            }
            ResourceBundle.clearCache(Words.class.getClassLoader());
            Locale.setDefault(LANGUAGE);
            return spoken;
        } catch (IOException | URISyntaxException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** A pattern's own text changed; its holes as they are. */
    static String of(String pattern) {
        if (pattern.isBlank()) {
            return pattern;
        }
        StringBuilder text = new StringBuilder().append(OPEN);
        int depth = 0;
        int letters = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            int at = PLAIN.indexOf(c);
            letters += depth == 0 ? 1 : 0;
            text.append(depth == 0 && at >= 0 ? ACCENTED.charAt(at) : c);
        }
        return text.append("ö".repeat((int) Math.ceil(letters * LONGER))).append(']').toString();
    }

    @Override
    public void close() {
        Locale.setDefault(before);
        try {
            Files.deleteIfExists(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        ResourceBundle.clearCache(Words.class.getClassLoader());
    }
}
