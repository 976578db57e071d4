package dev.bulkhead.app.preferences;

import dev.bulkhead.app.history.Keep;
import dev.bulkhead.app.preferences.Preference.Amount;
import dev.bulkhead.app.preferences.Preference.Choice;
import dev.bulkhead.app.preferences.Preference.Toggle;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.theme.TextSize;
import dev.bulkhead.app.theme.ThemeChoice;
import dev.bulkhead.app.theme.ThemeFamily;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** All preferences, read from the settings and put there whenever they change. */
public final class Preferences {
    /** The key that the theme has always had. */
    private static final String THEME = "theme";

    private static final String SYSTEM_SCALE = "system";

    private static final long MEBIBYTE = 1L << 20;

    private final Settings settings;
    private final Choice theme =
            choice(THEME, names(ThemeChoice.values()), ThemeChoice.SYSTEM.name());
    private final Choice family =
            choice("family", names(ThemeFamily.values()), ThemeFamily.PRIMER.name());
    private final Amount fontSize = amount("font-size", 10, 20, 1, TextSize.USUAL);
    private final Choice scale =
            choice("scale", List.of(SYSTEM_SCALE, "1", "1.25", "1.5", "2", "3"), SYSTEM_SCALE);
    private final Toggle confirmClose = toggle("confirm-close", true);
    private final Amount timeout = amount("timeout", 100, 60_000, 100, 2_000);
    private final Amount retries = amount("retries", 0, 20, 1, 1);
    private final Amount repetitions = amount("repetitions", 1, 200, 1, 25);
    private final Choice results = choice("results", List.of("append", "replace"), "append");
    private final Amount limit =
            amount("results-limit", 1_000, QueryRun.LIMIT, 1_000, QueryRun.LIMIT);
    private final Amount pollSeconds = amount("poll-interval", 1, 3_600, 1, 1);
    private final Toggle history = toggle("history", true);
    private final Amount historySamples =
            amount("history-samples", 1, 3_650, 1, (int) Keep.USUAL.samples().toDays());
    private final Amount historyMinutes =
            amount("history-minutes", 1, 3_650, 1, (int) Keep.USUAL.minutes().toDays());
    private final Amount historySize =
            amount("history-size", 50, 1_000_000, 50, (int) (Keep.USUAL.bytes() / MEBIBYTE));
    private final List<Group> groups =
            List.of(
                    new Group("look", List.of(theme, family, fontSize, scale)),
                    new Group("asking", List.of(timeout, retries, repetitions)),
                    new Group("showing", List.of(results, limit, pollSeconds)),
                    new Group(
                            "history",
                            List.of(history, historySamples, historyMinutes, historySize)),
                    new Group("window", List.of(confirmClose)));
    private Runnable changed = () -> {};
    private volatile Keep historyKept;

    /** Preferences that belong together; its words are {@code preferences.group.<id>}. */
    public record Group(String id, List<Preference> preferences) {}

    public Preferences(Settings settings) {
        this.settings = settings;
        for (Preference preference : all()) {
            settings.get(key(preference)).ifPresent(preference::read);
            preference.value().addListener((_, _, now) -> keep(preference, String.valueOf(now)));
        }
        historyKept = keepNow();
    }

    private Keep keepNow() {
        return new Keep(
                Duration.ofDays(historySamples.value().get()),
                Duration.ofDays(historyMinutes.value().get()),
                Keep.USUAL.hours(),
                historySize.value().get() * MEBIBYTE);
    }

    private static Choice choice(String id, List<String> options, String usual) {
        return new Choice(id, new SimpleStringProperty(), options, usual);
    }

    private static Amount amount(String id, int min, int max, int step, int usual) {
        return new Amount(id, new SimpleIntegerProperty(), min, max, step, usual);
    }

    private static Toggle toggle(String id, boolean usual) {
        return new Toggle(id, new SimpleBooleanProperty(), usual);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static String key(Preference preference) {
        return preference.id().equals(THEME) ? THEME : "preference." + preference.id();
    }

    private void keep(Preference preference, String text) {
        settings.put(key(preference), text);
        historyKept = keepNow();
        changed.run();
    }

    /** Called whenever a preference was put into the settings, to have them written. */
    public void onChange(Runnable action) {
        changed = action;
    }

    public List<Group> groups() {
        return groups;
    }

    private List<Preference> all() {
        return groups.stream().flatMap(group -> group.preferences().stream()).toList();
    }

    /** Those with what the user searches in their words. */
    public List<Group> matching(String wanted) {
        return groups.stream()
                .map(group ->
                        new Group(
                                group.id(),
                                group.preferences().stream()
                                        .filter(preference -> preference.matches(wanted))
                                        .toList()))
                .filter(group -> !group.preferences().isEmpty())
                .toList();
    }

    /** Everything as for a user who never chose. */
    public void reset() {
        all().forEach(Preference::reset);
    }

    public StringProperty themeProperty() {
        return theme.value();
    }

    public ThemeChoice theme() {
        return ThemeChoice.valueOf(theme.value().get());
    }

    public StringProperty familyProperty() {
        return family.value();
    }

    public ThemeFamily family() {
        return ThemeFamily.valueOf(family.value().get());
    }

    /** In pixels. */
    public IntegerProperty fontSizeProperty() {
        return fontSize.value();
    }

    /** Larger or smaller text, as far as there is; the usual size for 0. */
    public void resizeText(int by) {
        int wanted = by == 0 ? TextSize.USUAL : fontSize.value().get() + by;
        fontSize.value().set(Math.clamp(wanted, fontSize.min(), fontSize.max()));
    }

    /** How long a request waits for its answer. */
    public Duration timeout() {
        return Duration.ofMillis(timeout.value().get());
    }

    public int retries() {
        return retries.value().get();
    }

    /** Rows that one GETBULK asks for. */
    public int repetitions() {
        return repetitions.value().get();
    }

    /** Whether a new run takes the place of the finished ones. */
    public boolean replacesResults() {
        return results.value().get().equals("replace");
    }

    /** How many values a run keeps. */
    public int resultsLimit() {
        return limit.value().get();
    }

    public Duration pollInterval() {
        return Duration.ofSeconds(pollSeconds.value().get());
    }

    /** Whether what is polled is kept. */
    public BooleanProperty historyProperty() {
        return history.value();
    }

    /** How long and how much of it. Any thread. */
    public Keep historyKept() {
        return historyKept;
    }

    /** Whether closing the window asks while a SET or a capture runs. */
    public boolean confirmsClose() {
        return confirmClose.value().get();
    }

    /**
     * What makes JavaFX draw larger on Linux, where some desktops do not tell their scale; has to
     * be called before JavaFX starts.
     */
    public static void applyScale(Settings settings) {
        String linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        settings.get("preference.scale")
                .filter(scale -> !scale.equals(SYSTEM_SCALE) && linux.contains("linux"))
                .filter(_ -> System.getProperty("glass.gtk.uiScale") == null)
                .ifPresent(scale -> System.setProperty("glass.gtk.uiScale", scale));
    }
}
