package dev.bulkhead.app.export;

/**
 * Text from a device, made harmless to a terminal: control characters, which move cursors and
 * change titles, and bidirectional ones, which make text look like another, are shown as escapes.
 * Tabs and line feeds stay.
 */
public final class InertText {
    private InertText() {}

    /** The same text with {@code \x1b}, {@code \r} and {@code \}{@code u202e} in their places. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isActive(text, i)) {
                return escaped(text, i);
            }
        }
        return text;
    }

    /** The same on one line: a line feed, too, is shown as an escape, {@code \n}. */
    public static String line(String text) {
        return of(text).replace("\n", "\\n");
    }

    private static String escaped(String text, int from) {
        StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isActive(text, i)) {
                safe.append(c);
            } else if (c == '\r') {
                safe.append("\\r");
            } else if (c < 256) {
                safe.append(String.format("\\x%02x", (int) c));
            } else {
                safe.append(String.format("\\u%04x", (int) c));
            }
        }
        return safe.toString();
    }

    /** Whether the character there does something other than show. */
    static boolean isActive(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c < 0x7F) {
            return c < ' ' && c != '\n' && c != '\t';
        }
        return c < 0xA0
                || c == 0x061C
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || isLoneSurrogate(text, at);
    }

    private static boolean isLoneSurrogate(CharSequence text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
