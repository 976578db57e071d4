package dev.bulkhead.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line taken apart: flags with their values, and the rest in order. What it holds may be
 * secret, so it does not print itself.
 */
final class Arguments {
    private final Map<String, List<String>> flags = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    private Arguments() {}

    /**
     * Reads as getopt does: a value may be attached, {@code --} ends the flags, {@code -} alone is
     * no flag.
     *
     * @param flagsFirst whether the first operand ends the flags, for verbs whose operands may
     *     start with a dash
     */
    static Arguments read(List<String> words, List<Flag> known, boolean flagsFirst)
            throws UsageException {
        Arguments arguments = new Arguments();
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at);
            if (word.equals("--")) {
                arguments.operands.addAll(words.subList(at + 1, words.size()));
                return arguments;
            }
            if (word.length() < 2 || !word.startsWith("-")) {
                if (flagsFirst) {
                    arguments.operands.addAll(words.subList(at, words.size()));
                    return arguments;
                }
                arguments.operands.add(word);
                at++;
            } else {
                at += arguments.flag(words, at, known);
            }
        }
        return arguments;
    }

    /** Takes a flag; returns how many words it took up. */
    private int flag(List<String> words, int at, List<Flag> known) throws UsageException {
        String word = words.get(at);
        boolean isLong = word.startsWith("--");
        int equals = isLong ? word.indexOf('=') : -1;
        int nameEnd = isLong ? (equals < 0 ? word.length() : equals) : 2;
        String name = word.substring(0, nameEnd);
        Flag flag =
                known.stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(name, known));
        boolean attached = nameEnd < word.length();
        if (!flag.takesValue()) {
            if (attached) {
                throw new UsageException(name + " takes no value");
            }
            put(name, "");
            return 1;
        }
        if (attached) {
            put(name, word.substring(isLong ? nameEnd + 1 : nameEnd));
            return 1;
        }
        if (at + 1 == words.size()) {
            throw new UsageException(name + " needs a value");
        }
        int end = at + 1;
        do {
            put(name, words.get(end++));
        } while (flag.takesMany() && !operands.isEmpty() && isOperand(words, end));
        return end - at;
    }

    private static boolean isOperand(List<String> words, int at) {
        return at < words.size() && !words.get(at).startsWith("-");
    }

    private static UsageException unknown(String name, List<Flag> known) {
        String alike =
                String.join(
                        " ",
                        known.stream()
                                .map(Flag::name)
                                .filter(n -> n.equalsIgnoreCase(name) || isBegin(name, n))
                                .toList());
        return new UsageException(
                "unknown flag " + name + (alike.isEmpty() ? "" : "; there is " + alike));
    }

    private static boolean isBegin(String typed, String name) {
        return typed.length() > 3 && name.startsWith(typed.substring(0, 4));
    }

    private void put(String name, String value) {
        flags.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return flags.containsKey(name);
    }

    /** The flag's value; the last one if it was given more than once. */
    Optional<String> value(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** All values of a flag, in order. */
    List<String> all(String name) {
        return flags.getOrDefault(name, List.of());
    }

    /** The flag's value as a whole number of this range. */
    Optional<Integer> number(String name, int min, int max) throws UsageException {
        Optional<String> value = value(name);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(number(name, value.get(), min, max));
    }

    static int number(String what, String text, int min, int max) throws UsageException {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(what + " needs a number, not \"" + text + "\"");
        }
        throw new UsageException(what + " " + text + " is not in " + min + ".." + max);
    }

    /** What is no flag, in order. */
    List<String> operands() {
        return operands;
    }

    @Override
    public String toString() {
        return "Arguments[" + flags.keySet() + ", " + operands.size() + " operands]";
    }
}
