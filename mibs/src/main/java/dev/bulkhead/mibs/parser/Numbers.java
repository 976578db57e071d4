package dev.bulkhead.mibs.parser;

import java.math.BigInteger;

/** Numbers of any length, without an exception. */
final class Numbers {
    private Numbers() {}

    /** A decimal number's low 64 bits: unsigned 64-bit bounds are read as unsigned later. */
    static long parse(String text) {
        if (text.length() <= 18) {
            return Long.parseLong(text);
        }
        return text.length() > 40 ? Long.MAX_VALUE : new BigInteger(text).longValue();
    }

    /** {@code 'FF'H} and {@code '01'B} as numbers; what is no digit counts as 0. */
    static long parseQuoted(String text) {
        boolean hex = Character.toLowerCase(text.charAt(text.length() - 1)) == 'h';
        int radix = hex ? 16 : 2;
        long value = 0;
        for (int i = 1; i < text.length() - 2; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit >= 0) {
                value = value * radix + digit;
            }
        }
        return value;
    }
}
