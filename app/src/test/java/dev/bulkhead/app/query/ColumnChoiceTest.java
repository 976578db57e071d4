package dev.bulkhead.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.settings.Settings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ColumnChoiceTest {
    private final Settings settings = Settings.inMemory();
    private final ColumnChoice choice = new ColumnChoice(settings);

    @Test
    void rawValueAndOidAreHiddenUntilTheyAreAskedFor() {
        assertThat(choice.isHidden("raw")).isTrue();
        assertThat(choice.isHidden("value")).isFalse();
        choice.keep(List.of("name", "raw"), Set.of("name"));
        assertThat(choice.isHidden("raw")).isFalse();
        assertThat(choice.isHidden("name")).isTrue();
    }

    @Test
    void orderIsKeptAndNewColumnsComeToTheirPlaces() {
        choice.keep(List.of("value", "name"), Set.of());
        assertThat(choice.order(List.of("name", "value", "type")))
                .containsExactly("value", "name", "type");
    }

    @Test
    void nothingHiddenIsKept() {
        choice.keep(List.of("name", "raw"), Set.of());
        assertThat(choice.isHidden("raw")).isFalse();
        assertThat(choice.isHidden("name")).isFalse();
    }
}
