package dev.bulkhead.mibs.lexer;

/** Quotes that a word processor put in the place of {@code "}: U+201C and U+201D. */
public final class TypographicQuote {
    private TypographicQuote() {}

    /**
     * How many bytes a typographic quote has there, in UTF-8 or Windows-1252; 0 if there is none.
     */
    public static int width(byte[] text, int at) {
        int c = text[at] & 0xFF;
        if (c == 0x93 || c == 0x94) {
            return 1;
        }
        boolean utf8 =
                c == 0xE2
                        && at + 2 < text.length
                        && (text[at + 1] & 0xFF) == 0x80
                        && ((text[at + 2] & 0xFF) == 0x9C || (text[at + 2] & 0xFF) == 0x9D);
        return utf8 ? 3 : 0;
    }

    /** The offset behind the quote that closes a text, of either kind; the text's end if none. */
    static int close(byte[] text, int from) {
        for (int i = from; i < text.length; i++) {
            if (text[i] == '"') {
                return i + 1;
            }
            if (text[i] < 0) {
                int width = width(text, i);
                if (width > 0) {
                    return i + width;
                }
            }
        }
        return text.length;
    }
}
