package dev.bulkhead.mibs.display;

/** Text from devices with nothing in it that acts on a terminal, a log or a reader's eye. */
public final class InertText {
    private InertText() {}

    /**
     * The text with line ends as {@code ⏎}, other control characters as their pictures, and
     * characters that change direction or are invisible as {@code <U+202E>}.
     */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isActive(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder inert = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            inert.append(isActive(c) ? picture(c) : String.valueOf(c));
        }
        return inert.toString();
    }

    private static String picture(char c) {
        if (c == '\n' || c == '\r') {
            return " ⏎ ";
        }
        if (c == '\t') {
            return " ";
        }
        if (c < ' ') {
            return String.valueOf((char) (0x2400 + c));
        }
        return c == 0x7F ? "␡" : "<U+%04X>".formatted((int) c);
    }

    private static boolean isActive(char c) {
        return c < ' '
                || (c >= 0x7F && c < 0xA0)
                || c == 0x061C
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xFFF9 && c <= 0xFFFB);
    }
}
