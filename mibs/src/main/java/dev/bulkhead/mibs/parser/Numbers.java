package dev.bulkhead.mibs.parser;

/** Numbers of any length, without an exception. */
final class Numbers {
    private Numbers() {}

    /**
     * A decimal number, perhaps negative. One of 64 bits unsigned comes as the same bits; one that
     * does not even fit there as {@link Long#MAX_VALUE} or {@link Long#MIN_VALUE}.
     */
    static long parse(byte[] text, int start, int end) {
        boolean negative = text[start] == '-';
        long value = 0;
        for (int i = negative ? start + 1 : start; i < end; i++) {
            int digit = text[i] - '0';
            boolean fits =
                    Long.compareUnsigned(value, 0x1999_9999_9999_9999L) < 0
                            || (value == 0x1999_9999_9999_9999L && digit <= 5);
            if (!fits) {
                return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    /** {@code 'FF'H} and {@code '01'B} as numbers; what is no digit counts as 0. */
    static long parseQuoted(byte[] text, int start, int end) {
        int radix = (text[end - 1] | 0x20) == 'h' ? 16 : 2;
        long value = 0;
        for (int i = start + 1; i < end - 2; i++) {
            int digit = Character.digit(text[i], radix);
            if (digit >= 0) {
                value = value * radix + digit;
            }
        }
        return value;
    }
}
