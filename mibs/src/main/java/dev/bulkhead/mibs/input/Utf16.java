package dev.bulkhead.mibs.input;

/** UTF-16 with a byte order mark, narrowed to a byte a unit: names are ASCII, the rest is noise. */
final class Utf16 {
    private static final int MARK = 2;

    private Utf16() {}

    static boolean isMarked(byte[] bytes, int length) {
        return length >= MARK
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }

    /** The units behind the mark; one beyond ASCII becomes a byte beyond ASCII. */
    static byte[] narrowed(byte[] bytes, int length) {
        int low = bytes[0] == (byte) 0xFE ? 1 : 0;
        byte[] narrow = new byte[(length - MARK) / 2];
        for (int i = 0; i < narrow.length; i++) {
            byte unit = bytes[MARK + 2 * i + low];
            byte high = bytes[MARK + 2 * i + 1 - low];
            narrow[i] = high == 0 ? unit : (byte) 0xFF;
        }
        return narrow;
    }

    /** Where a unit of the narrowed text began. */
    static int offset(int unit) {
        return MARK + 2 * unit;
    }
}
