package dev.bulkhead.app.mibtree;

import java.util.Locale;

/** The piece of a description that a search matched. */
final class Excerpt {
    private static final int BEFORE = 24;
    private static final int LENGTH = 90;

    /** Words are found by their stem: the search knows plurals and the like. */
    private static final int STEM = 4;

    private Excerpt() {}

    /** What stands around the first of the words, in one inert line. */
    static String of(String description, String query) {
        String text = description.replaceAll("\\s+", " ").strip();
        String lower = text.toLowerCase(Locale.ROOT);
        int at = -1;
        for (String word : query.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            int found = find(lower, word);
            at = found >= 0 && (at < 0 || found < at) ? found : at;
        }
        int start = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
        int end = Math.min(text.length(), start + LENGTH);
        return Shown.line(
                (start > 0 ? "…" : "")
                        + text.substring(start, end)
                        + (end < text.length() ? "…" : ""));
    }

    private static int find(String text, String word) {
        int found = text.indexOf(word);
        return found >= 0 || word.length() <= STEM
                ? found
                : text.indexOf(word.substring(0, Math.max(STEM, word.length() - 3)));
    }
}
