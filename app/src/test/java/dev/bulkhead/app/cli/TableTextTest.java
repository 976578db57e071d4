package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTextTest {
    private static final TableText TABLE =
            new TableText(
                    List.of("k", "name", "n"),
                    1,
                    List.of(List.of("1", "lo", "65536"), List.of("22", "a\tb\nc\u001b", "5")));

    @Test
    void columnsAreAligned() {
        assertThat(TABLE.aligned(0, true))
                .isEqualTo(
                        """
                        k   name       n
                        1   lo         65536
                        22  a b c\\x1b  5
                        """);
    }

    @Test
    void theHeadingCanBeLeftOut() {
        assertThat(TABLE.aligned(0, false)).startsWith("1   lo").doesNotContain("name");
    }

    @Test
    void whatIsTooWideGoesOnInBlocksWithTheKeyAgain() {
        assertThat(TABLE.aligned(14, true))
                .isEqualTo(
                        """
                        k   name
                        1   lo
                        22  a b c\\x1b

                        k   n
                        1   65536
                        22  5
                        """);
    }

    @Test
    void aSeparatorReplacesAlignment() {
        assertThat(TABLE.separated(";", true)).startsWith("k;name;n\n1;lo;65536\n22;");
    }
}
