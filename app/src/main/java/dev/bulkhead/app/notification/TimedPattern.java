package dev.bulkhead.app.notification;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A user's regular expression over a device's text. One that looks for too long is given up: the
 * text it reads ends the search, since the library knows no time limit.
 */
final class TimedPattern {
    private final Pattern pattern;
    private final long mostNanos;

    /** How long one search may take. */
    static final Duration MOST = Duration.ofMillis(50);

    /**
     * @throws java.util.regex.PatternSyntaxException if it is none
     */
    TimedPattern(String text) {
        this(text, MOST);
    }

    TimedPattern(String text, Duration most) {
        pattern = Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        mostNanos = most.toNanos();
    }

    /** The search took too long. */
    static final class TooSlowException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooSlowException() {
            super("the regular expression takes too long", null, false, false);
        }
    }

    /**
     * Whether it is found in the text.
     *
     * @throws TooSlowException if that takes too long
     */
    boolean isIn(String text) {
        try {
            return pattern.matcher(new Timed(text, System.nanoTime() + mostNanos)).find();
        } catch (StackOverflowError deep) {
            throw new TooSlowException();
        }
    }

    private static final class Timed implements CharSequence {
        private static final int LOOKS = 1_024;

        private final String text;
        private final long end;
        private int looks;

        Timed(String text, long end) {
            this.text = text;
            this.end = end;
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks % LOOKS == 0 && System.nanoTime() - end > 0) {
                throw new TooSlowException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.subSequence(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
