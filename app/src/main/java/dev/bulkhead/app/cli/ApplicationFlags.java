package dev.bulkhead.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** net-snmp's {@code -C} flags: letters, some with a value, as in {@code -Cr10} or {@code -Ci}. */
final class ApplicationFlags {
    private final Map<Character, String> letters = new HashMap<>();

    private ApplicationFlags() {}

    /** Makes {@code -Cr 10} into {@code -Cr10}. */
    static List<String> join(List<String> words) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean open = word.equals("-Cr") || word.equals("-Cn") || word.equals("-Cw");
            if (open && i + 1 < words.size() && words.get(i + 1).matches("\\d{1,9}")) {
                joined.add(word + words.get(++i));
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    /**
     * Reads all {@code -C} of a command line.
     *
     * @param plain letters that stand alone
     * @param valued letters that take the rest of their word as value
     */
    static ApplicationFlags read(Arguments arguments, String plain, String valued)
            throws UsageException {
        ApplicationFlags flags = new ApplicationFlags();
        for (String word : arguments.all("-C")) {
            int at = 0;
            while (at < word.length()) {
                char letter = word.charAt(at);
                if (valued.indexOf(letter) >= 0) {
                    int end = letter == 'f' ? word.length() : digitsEnd(word, at + 1);
                    if (end == at + 1) {
                        throw new UsageException("-C" + letter + " needs a value");
                    }
                    flags.letters.put(letter, word.substring(at + 1, end));
                    at = end;
                } else if (plain.indexOf(letter) >= 0) {
                    flags.letters.put(letter, "");
                    at++;
                } else {
                    throw new UsageException("unknown flag -C" + letter);
                }
            }
        }
        return flags;
    }

    private static int digitsEnd(String word, int start) {
        int end = start;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        return end;
    }

    boolean has(char letter) {
        return letters.containsKey(letter);
    }

    String text(char letter, String otherwise) {
        return letters.getOrDefault(letter, otherwise);
    }

    int number(char letter, int otherwise) {
        String digits = letters.get(letter);
        if (digits == null) {
            return otherwise;
        }
        return digits.length() > 5 ? 65_535 : Math.min(65_535, Integer.parseInt(digits));
    }
}
