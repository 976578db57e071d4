package dev.bulkhead.app.notification;

import java.util.Locale;

/** Text with {@code *} for any characters, in any case of letters; never slow, whatever it is. */
record Glob(String pattern) {
    Glob {
        pattern = pattern.strip().toLowerCase(Locale.ROOT);
    }

    /** Greedy with one place to come back to: time is at most length times length. */
    boolean fits(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int at = 0;
        int in = 0;
        int star = -1;
        int again = 0;
        while (at < lower.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                again = at;
            } else if (in < pattern.length() && pattern.charAt(in) == lower.charAt(at)) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++again;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }
}
