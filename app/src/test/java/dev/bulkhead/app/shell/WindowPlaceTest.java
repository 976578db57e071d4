package dev.bulkhead.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowPlaceTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        WindowPlace place = new WindowPlace(-10, 20, 1440, 900, true);
        assertThat(WindowPlace.parse(place.toText())).contains(place);
        assertThat(WindowPlace.share(WindowPlace.text(0.25))).contains(0.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2 3", "a b c d e", "0 0 10 10 false", "0 0 NaN 900 false"})
    void nonsenseIsNoPlace(String text) {
        assertThat(WindowPlace.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", "1", "-3", "NaN"})
    void nonsenseIsNoDivider(String text) {
        assertThat(WindowPlace.share(text)).isEmpty();
    }

    @Test
    void aSmallerScreenMakesTheWindowSmaller() {
        WindowPlace place = new WindowPlace(0, 0, 3000, 2000, false);
        assertThat(place.within(1280, 800)).isEqualTo(new WindowPlace(0, 0, 1280, 800, false));
    }
}
