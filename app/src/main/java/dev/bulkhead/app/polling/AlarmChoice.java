package dev.bulkhead.app.polling;

import dev.bulkhead.app.i18n.Words;
import java.util.Locale;
import java.util.Optional;
import javafx.util.StringConverter;

/** What the editor offers of alarms. */
enum AlarmChoice {
    NONE,
    ABOVE,
    BELOW,
    /** The selected rows differ, and shall. */
    AS_IT_IS;

    static AlarmChoice of(Optional<Threshold> threshold) {
        return threshold
                .map(each -> each.side() == Threshold.Side.ABOVE ? ABOVE : BELOW)
                .orElse(NONE);
    }

    Optional<Threshold.Side> side() {
        return switch (this) {
            case ABOVE -> Optional.of(Threshold.Side.ABOVE);
            case BELOW -> Optional.of(Threshold.Side.BELOW);
            case NONE, AS_IT_IS -> Optional.empty();
        };
    }

    /** The words of each. */
    static final class Converter extends StringConverter<AlarmChoice> {
        @Override
        public String toString(AlarmChoice choice) {
            return choice == null
                    ? ""
                    : Words.text(
                            "poll.edit.alarm."
                                    + choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        @Override
        public AlarmChoice fromString(String text) {
            throw new UnsupportedOperationException("only chosen, never typed");
        }
    }
}
