package dev.bulkhead.app.pollset;

/** Texts in double quotes, as both YAML and TOML read them. */
public final class Quoted {
    private Quoted() {}

    /** The text, with quotes around it. */
    public static String text(String text) {
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

    /** A text on one line, for a remark. */
    public static String remark(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.appendCodePoint(isInert(c) ? c : ' '));
        return plain.toString();
    }

    /** Other characters do something to terminals and editors, or are not allowed in YAML. */
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
