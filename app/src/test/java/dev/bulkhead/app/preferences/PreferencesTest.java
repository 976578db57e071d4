package dev.bulkhead.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.preferences.Preferences.Group;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.theme.ThemeChoice;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PreferencesTest {
    private final Settings settings = Settings.inMemory();
    private final Preferences preferences = new Preferences(settings);

    @Test
    void whatWasChosenIsKeptAndToldToWhoWritesIt() {
        AtomicInteger told = new AtomicInteger();
        preferences.onChange(told::incrementAndGet);
        preferences.themeProperty().set("DARK");
        preferences.fontSizeProperty().set(15);
        assertThat(told).hasValue(2);
        Preferences later = new Preferences(settings);
        assertThat(later.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(later.fontSizeProperty().get()).isEqualTo(15);
    }

    @Test
    void nonsenseInTheSettingsChangesNothing() {
        settings.put("theme", "PURPLE");
        settings.put("preference.timeout", "soon");
        settings.put("preference.retries", "9999");
        Preferences read = new Preferences(settings);
        assertThat(read.theme()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(read.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(read.retries()).isEqualTo(20);
    }

    @Test
    void resetMakesEverythingUsual() {
        preferences.themeProperty().set("DARK");
        preferences.resizeText(3);
        preferences.reset();
        assertThat(preferences.groups())
                .flatExtracting(Group::preferences)
                .hasSizeGreaterThan(10)
                .allMatch(Preference::isUsual);
    }

    @Test
    void textGrowsAsFarAsThereIs() {
        for (int i = 0; i < 30; i++) {
            preferences.resizeText(1);
        }
        assertThat(preferences.fontSizeProperty().get()).isEqualTo(20);
        preferences.resizeText(0);
        assertThat(preferences.fontSizeProperty().get()).isEqualTo(13);
    }

    @Test
    void searchLooksAtTitlesAndHints() {
        assertThat(preferences.matching("millisec"))
                .flatExtracting(Group::preferences)
                .extracting("id")
                .containsExactly("timeout");
        assertThat(preferences.matching("no such thing")).isEmpty();
        assertThat(preferences.matching("")).hasSize(preferences.groups().size());
    }
}
