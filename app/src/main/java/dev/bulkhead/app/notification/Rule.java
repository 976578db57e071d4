package dev.bulkhead.app.notification;

/**
 * What is to be done with some notifications. Rules are tried in order, all of them.
 *
 * @param name what the user calls it
 * @param on whether it is in use
 * @param perMinute how often in a minute something may leave the program for it
 */
public record Rule(String name, boolean on, Match match, Action action, int perMinute) {
    /** How often in a minute unless told otherwise. */
    public static final int USUAL_PER_MINUTE = 60;

    /** The most that may be told. */
    public static final int MOST_PER_MINUTE = 6_000;

    public Rule {
        if (perMinute < 1 || perMinute > MOST_PER_MINUTE) {
            throw new IllegalArgumentException(
                    perMinute + " a minute are not in 1.." + MOST_PER_MINUTE);
        }
    }

    Rule switched(boolean now) {
        return new Rule(name, now, match, action, perMinute);
    }
}
