package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.engine.notification.Notification;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** A rule's condition, ready to be asked. Any thread. */
final class RuleMatcher {
    private final Optional<SourceMatch> source;
    private final Optional<Glob> name;
    private final Optional<VariableMatch> variable;
    private final Optional<Severity> atLeast;
    private final String text;
    private final Optional<TimedPattern> pattern;

    /**
     * @throws IllegalArgumentException with words for the user about what is wrong
     */
    RuleMatcher(Match match) {
        source = given(match.source()).map(SourceMatch::of);
        name = given(match.notification()).map(Glob::new);
        variable = given(match.variable()).map(VariableMatch::new);
        atLeast = match.atLeast();
        text = match.regex() ? "" : match.text().strip().toLowerCase(Locale.ROOT);
        pattern = match.regex() ? given(match.text()).map(RuleMatcher::pattern) : Optional.empty();
    }

    private static Optional<String> given(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    private static TimedPattern pattern(String text) {
        try {
            return new TimedPattern(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    Words.text("rules.wrong.regex", e.getDescription()), e);
        }
    }

    /**
     * Whether a notification fits; what is cheap is asked first.
     *
     * @throws TimedPattern.TooSlowException if the regular expression takes too long
     */
    boolean fits(
            Notification notification, String host, Severity severity, NotificationText texts) {
        if (atLeast.filter(least -> !severity.isAtLeast(least)).isPresent()
                || source.filter(match -> !match.fits(host)).isPresent()
                || name.filter(glob -> !isNamed(glob, notification, texts)).isPresent()
                || variable.filter(match -> !match.fits(notification, texts)).isPresent()) {
            return false;
        }
        if (text.isEmpty() && pattern.isEmpty()) {
            return true;
        }
        String words = texts.plain(notification, host, severity);
        return pattern.map(wanted -> wanted.isIn(words))
                .orElseGet(() -> words.toLowerCase(Locale.ROOT).contains(text));
    }

    private static boolean isNamed(Glob glob, Notification notification, NotificationText texts) {
        return glob.fits(texts.name(notification))
                || glob.fits(texts.qualifiedName(notification))
                || glob.fits(notification.trapOid().toString());
    }
}
