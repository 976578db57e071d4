package dev.bulkhead.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextSizeTest {
    @Test
    void lengthsInPixelsAndRowsGrowAndNothingElse() {
        String css = "a { -fx-font-size: 13px; -fx-fixed-cell-size: 26; -fx-padding: 1 2 3 4; }";
        assertThat(TextSize.scale(css, 2))
                .isEqualTo(
                        "a { -fx-font-size: 26.00px; -fx-fixed-cell-size: 52.00;"
                                + " -fx-padding: 1 2 3 4; }");
    }
}
