package dev.bulkhead.app.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A flag that a verb knows.
 *
 * @param name with its dashes: {@code -v}, {@code --format}
 * @param takesValue whether a value follows, attached ({@code -v2c}, {@code --format=csv}) or not
 * @param takesMany whether all operands up to the next flag are its values too, once an operand
 *     stands before it
 */
record Flag(String name, boolean takesValue, boolean takesMany) {
    /** What every verb knows. */
    static final List<Flag> COMMON =
            List.of(
                    new Flag("-h", false, false),
                    new Flag("--help", false, false),
                    new Flag("--schema", false, false));

    static List<Flag> withValue(String... names) {
        return List.of(names).stream().map(name -> new Flag(name, true, false)).toList();
    }

    static Flag many(String name) {
        return new Flag(name, true, true);
    }

    @SafeVarargs
    static List<Flag> join(List<Flag>... lists) {
        List<Flag> all = new ArrayList<>(COMMON);
        for (List<Flag> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
