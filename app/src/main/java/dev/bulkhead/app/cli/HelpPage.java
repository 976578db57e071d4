package dev.bulkhead.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A help page taken apart, for what is made of it: the manual page and the completions of shells.
 *
 * @param synopsis its first lines, which show how to call
 * @param body the lines after them
 * @param flags what its flags are, by name
 */
record HelpPage(List<String> synopsis, List<String> body, Map<String, Said> flags) {
    /** Two columns of margin, a flag, perhaps its value, and then words or nothing. */
    private static final Pattern FLAG =
            Pattern.compile("  (--?[A-Za-z][\\w-]*)(?: ([A-Z][A-Z.:|a-z]*|\\S+\\|\\S+))?(.*)");

    private static final Pattern MORE =
            Pattern.compile("(?:, | {2,}|; )(--?[A-Za-z][\\w-]*) ([A-Z]+)(?: |$)");
    private static final int LONGEST_WORDS = 70;
    private static final int MARGIN = 2;

    /**
     * What a page says of a flag.
     *
     * @param value how it calls the value, such as {@code FILE} or {@code 1|2c|3}; "" for none
     * @param words what it is for, in a few words; "" where the page has none beside it
     */
    record Said(String value, String words) {
        /** The values there are to choose from; empty if any will do. */
        List<String> choices() {
            return value.contains("|")
                    ? List.of(value.split("\\|", -1)).stream()
                            .filter(word -> !word.contains("."))
                            .filter(word ->
                                    !word.equals(word.toUpperCase(Locale.ROOT))
                                            || word.chars().allMatch(Character::isDigit))
                            .toList()
                    : List.of();
        }

        /** Whether the value is a file or a folder. */
        boolean isPath() {
            return value.startsWith("FILE")
                    || value.startsWith("FOLDER")
                    || value.contains("|FILE");
        }
    }

    static HelpPage of(String text) {
        List<String> lines = text.lines().toList();
        int calls = (int) lines.stream().takeWhile(line -> line.startsWith("bulkhead ")).count();
        List<String> body = lines.subList(calls, lines.size());
        return new HelpPage(lines.subList(0, calls), body, said(body));
    }

    /** What the verb does: the sentence below the synopsis. */
    String purpose() {
        StringBuilder sentence = new StringBuilder();
        for (String line : body) {
            if (line.isBlank()) {
                break;
            }
            sentence.append(sentence.isEmpty() ? "" : " ").append(line.strip());
        }
        Matcher end = Pattern.compile("\\.(?= |$)").matcher(sentence);
        return end.find() ? sentence.substring(0, end.start()) : sentence.toString();
    }

    Optional<Said> flag(String name) {
        return Optional.ofNullable(flags.get(name));
    }

    private static Map<String, Said> said(List<String> body) {
        Map<String, Said> flags = new LinkedHashMap<>();
        for (int i = 0; i < body.size(); i++) {
            Matcher matcher = FLAG.matcher(body.get(i));
            if (!matcher.matches()) {
                continue;
            }
            String value = Optional.ofNullable(matcher.group(2)).orElse("");
            String words = words(String.valueOf(matcher.group(3)), following(body, i + 1));
            flags.putIfAbsent(matcher.group(1), new Said(value, words));
            Matcher more = MORE.matcher(body.get(i));
            while (more.find()) {
                flags.putIfAbsent(more.group(1), new Said(more.group(2), ""));
            }
        }
        return flags;
    }

    /** The lines that go on with a flag: those indented further than flags are. */
    private static List<String> following(List<String> body, int from) {
        List<String> lines = new ArrayList<>();
        for (String line : body.subList(from, body.size())) {
            if (line.isBlank() || line.length() <= MARGIN || line.charAt(MARGIN) != ' ') {
                break;
            }
            lines.add(line.strip());
        }
        return lines;
    }

    /** The first clause, without another flag's words that share the line. */
    private static String words(String rest, List<String> following) {
        String own = rest.strip();
        if (own.startsWith(",") || own.startsWith("-")) {
            return "";
        }
        String all = own + (following.isEmpty() ? "" : " " + String.join(" ", following));
        String clause = all.strip().split("[.;:](?= |$)| {2,}| \\(|, --?[a-z]", 2)[0].strip();
        if (clause.length() <= LONGEST_WORDS) {
            return clause;
        }
        return clause.substring(0, clause.lastIndexOf(' ', LONGEST_WORDS)) + " ...";
    }
}
