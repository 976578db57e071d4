package dev.bulkhead.app.query;

/** Text from devices is shown inert: one line, control and direction marks made visible. */
public final class Inert {
    private static final int LIMIT = 2_000;
    private static final int CONTROL_PICTURES = 0x2400;

    private Inert() {}

    /** The text as one line without anything that could act. */
    public static String text(String raw) {
        String cut = raw.length() > LIMIT ? raw.substring(0, LIMIT) + "…" : raw;
        if (cut.codePoints().allMatch(Inert::isPlain)) {
            return cut;
        }
        StringBuilder inert = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> inert.appendCodePoint(isPlain(c) ? c : visible(c)));
        return inert.toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }

    private static int visible(int c) {
        if (c == 0x7F) {
            return CONTROL_PICTURES + 0x21;
        }
        return c < 0x20 ? CONTROL_PICTURES + c : 0xFFFD;
    }
}
