package dev.bulkhead.app.naming;

import java.util.ArrayList;
import java.util.List;

/**
 * One part of an OID as a user writes it.
 *
 * @param text without quotes
 * @param quote {@code "}, {@code '}, {@code [} for a part in brackets, or 0 for none
 */
record NameToken(String text, char quote) {

    /**
     * Cuts at the dots that stand outside quotes and brackets.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static List<NameToken> split(String text) {
        List<NameToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean quoted = c == '"' || c == '\'' || c == '[';
            int end = quoted ? closing(text, at) : plainEnd(text, at);
            if (!quoted && end == at) {
                throw new IllegalArgumentException(
                        "there is nothing before the dot at character " + (at + 1));
            }
            String part = text.substring(quoted ? at + 1 : at, end);
            if (c == '[' && isList(part)) {
                tokens.addAll(split(part));
            } else {
                tokens.add(new NameToken(part, quoted ? c : 0));
            }
            at = quoted ? end + 1 : end;
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
                if (at == text.length()) {
                    throw new IllegalArgumentException("there is nothing after the last dot");
                }
            }
        }
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("a name is missing");
        }
        return tokens;
    }

    /** Whether what stands in brackets is a quoted text or dotted numbers, as without them. */
    static boolean isList(String part) {
        return part.startsWith("\"")
                || part.startsWith("'")
                || (!part.isEmpty()
                        && part.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }

    private static int closing(String text, int open) {
        char quote = text.charAt(open);
        int from = open + 1;
        if (quote == '[' && from < text.length() && "\"'".indexOf(text.charAt(from)) >= 0) {
            from = closing(text, from);
        }
        int end = text.indexOf(quote == '[' ? ']' : quote, from);
        if (end < 0) {
            throw new IllegalArgumentException("the closing " + quote + " is missing");
        }
        return end;
    }

    private static int plainEnd(String text, int start) {
        int end = start;
        while (end < text.length() && ".[".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    boolean isNumber() {
        return quote != '"'
                && quote != '\''
                && !text.isEmpty()
                && text.length() <= 10
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Its value; only for numbers. */
    long number() {
        return Long.parseLong(text);
    }
}
