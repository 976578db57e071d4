package dev.bulkhead.app.mibtree;

import dev.bulkhead.mibs.display.InertText;
import java.util.stream.Collectors;

/**
 * Texts of MIB files as they may be shown: nothing in them acts. Control characters become their
 * pictures, and what is invisible or turns the direction of reading is written out, such as {@code
 * <U+202E>}.
 */
public final class Shown {
    private static final int LONGEST = 4_000;
    private static final int MOST_LINES = 5_000;

    private Shown() {}

    /** One line, even of several; cut where it is very long. */
    public static String line(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        String inert = InertText.of(cut);
        return inert.codePoints().anyMatch(Shown::isHidden) ? written(inert) : inert;
    }

    /** The same lines, each inert. */
    public static String lines(String text) {
        return text.lines().limit(MOST_LINES).map(Shown::line).collect(Collectors.joining("\n"));
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String written(String text) {
        StringBuilder all = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(c -> {
                    if (isHidden(c)) {
                        all.append("<U+%04X>".formatted(c));
                    } else {
                        all.appendCodePoint(c);
                    }
                });
        return all.toString();
    }
}
