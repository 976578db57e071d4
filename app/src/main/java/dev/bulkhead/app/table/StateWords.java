package dev.bulkhead.app.table;

import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.model.Syntax.NamedNumber;
import java.util.Locale;
import java.util.Set;

/** Which labels of enumerations are good or bad news, so that a dot can stand beside the word. */
final class StateWords {
    private static final Set<String> GOOD =
            Set.of(
                    "up",
                    "active",
                    "enabled",
                    "running",
                    "online",
                    "ok",
                    "normal",
                    "established",
                    "valid");
    private static final Set<String> BAD =
            Set.of(
                    "down",
                    "failed",
                    "error",
                    "critical",
                    "offline",
                    "invalid",
                    "fault",
                    "disabled");
    private static final Set<String> DOUBTFUL =
            Set.of(
                    "testing",
                    "warning",
                    "degraded",
                    "notinservice",
                    "notready",
                    "undercreation",
                    "standby");

    private StateWords() {}

    /** Whether an enumeration is about states: it has a good label and one that is not. */
    static boolean areStates(Syntax syntax) {
        boolean good = false;
        boolean other = false;
        for (NamedNumber named : syntax.namedNumbers()) {
            Tone tone = tone(named.label());
            good |= tone == Tone.SUCCESS;
            other |= tone == Tone.DANGER || tone == Tone.WARNING;
        }
        return good && other;
    }

    static Tone tone(String label) {
        String word = label.toLowerCase(Locale.ROOT);
        if (GOOD.contains(word)) {
            return Tone.SUCCESS;
        }
        if (BAD.contains(word)) {
            return Tone.DANGER;
        }
        return DOUBTFUL.contains(word) ? Tone.WARNING : Tone.NEUTRAL;
    }
}
