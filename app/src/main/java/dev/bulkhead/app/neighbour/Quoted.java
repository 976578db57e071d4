package dev.bulkhead.app.neighbour;

import java.time.Duration;

/** Texts in double quotes, as both YAML and TOML read them, and times as Go reads them. */
final class Quoted {
    private Quoted() {}

    static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                        case '\n' -> quoted.append("\\n");
                        case '\t' -> quoted.append("\\t");
                        default -> {
                            if (isInert(c)) {
                                quoted.appendCodePoint(c);
                            } else {
                                quoted.append(String.format("\\U%08X", c));
                            }
                        }
                    }
                });
        return quoted.append('"').toString();
    }

    /** A time in its largest unit that gives a whole number; Go knows no days. */
    static String time(Duration time) {
        long millis = time.toMillis();
        if (millis % 3_600_000 == 0 && millis > 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0 && millis > 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    /** A text on one line, for a remark. */
    static String remark(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.appendCodePoint(isInert(c) ? c : ' '));
        return plain.toString();
    }

    private static boolean isInert(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
