package dev.bulkhead.app.notification;

import java.util.Optional;

/**
 * Which notifications a rule is for: those that fit all of this. What is "" fits all.
 *
 * @param source an address with {@code *} for any characters, or a block such as {@code 10.0.0.0/8}
 * @param notification a name, short or with its module, or an OID; {@code *} for any characters
 * @param variable a variable's name, and if wanted {@code =}, {@code !=}, {@code <} or {@code >}
 *     and a value: {@code ifOperStatus = down}
 * @param atLeast how bad they are at least
 * @param text what stands anywhere in it, in any case of letters
 * @param regex whether the text is a regular expression
 */
public record Match(
        String source,
        String notification,
        String variable,
        Optional<Severity> atLeast,
        String text,
        boolean regex) {
    /** Fits all notifications. */
    public static final Match ALL = new Match("", "", "", Optional.empty(), "", false);
}
