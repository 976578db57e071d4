package dev.bulkhead.app.i18n;

import java.util.Locale;

/**
 * A language nobody speaks, {@code qps}: all words in brackets, with accents, and two fifths
 * longer, as some translation will be. What is cut, or is in no bundle, shows in it.
 */
public final class LongWords {
    /** What to make the default locale, for all words to be so. */
    public static final Locale LANGUAGE = Locale.of("qps");

    /** Stands before every text of the bundle. */
    public static final char OPEN = '[';

    private static final double LONGER = 0.4;
    private static final String PLAIN = "aeiouyAEIOUYcns";
    private static final String ACCENTED = "äéîöûýÄÉÎÖÛÝçñš";

    private LongWords() {}

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
}
