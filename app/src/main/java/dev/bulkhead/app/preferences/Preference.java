package dev.bulkhead.app.preferences;

import dev.bulkhead.app.i18n.Words;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;

/** One thing that can be preferred; its words are {@code preferences.<id>} and its hint. */
public sealed interface Preference {
    String id();

    Property<?> value();

    /** Takes what was kept; what cannot be read changes nothing. */
    void read(String text);

    /** Takes the value it has for a user who never chose. */
    void reset();

    boolean isUsual();

    default String title() {
        return Words.text("preferences." + id());
    }

    /** A sentence on it, or what is to be known; "" if its title says all. */
    default String hint() {
        String key = "preferences." + id() + ".hint";
        return Words.has(key) ? Words.text(key) : "";
    }

    /** Whether it has to do with what the user searches. */
    default boolean matches(String wanted) {
        String all = title() + ' ' + hint() + ' ' + id();
        return all.toLowerCase(Locale.ROOT).contains(wanted.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * One of several.
     *
     * @param options their names; words are {@code preferences.<id>.<option>}
     */
    record Choice(String id, StringProperty value, List<String> options, String usual)
            implements Preference {
        public Choice {
            options = List.copyOf(options);
            value.set(usual);
        }

        @Override
        public void read(String text) {
            if (options.contains(text)) {
                value.set(text);
            }
        }

        @Override
        public void reset() {
            value.set(usual);
        }

        @Override
        public boolean isUsual() {
            return value.get().equals(usual);
        }

        /** The words of an option. */
        public String words(String option) {
            return Words.text("preferences." + id + "." + option);
        }
    }

    /** A whole number of a range. */
    record Amount(String id, IntegerProperty value, int min, int max, int step, int usual)
            implements Preference {
        public Amount {
            value.set(usual);
        }

        @Override
        public void read(String text) {
            try {
                value.set(Math.clamp(Long.parseLong(text.strip()), min, max));
            } catch (NumberFormatException unreadable) {
                reset();
            }
        }

        @Override
        public void reset() {
            value.set(usual);
        }

        @Override
        public boolean isUsual() {
            return value.get() == usual;
        }
    }

    /** Yes or no. */
    record Toggle(String id, BooleanProperty value, boolean usual) implements Preference {
        public Toggle {
            value.set(usual);
        }

        @Override
        public void read(String text) {
            value.set(Boolean.parseBoolean(text));
        }

        @Override
        public void reset() {
            value.set(usual);
        }

        @Override
        public boolean isUsual() {
            return value.get() == usual;
        }
    }
}
