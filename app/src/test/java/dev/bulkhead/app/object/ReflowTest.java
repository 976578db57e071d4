package dev.bulkhead.app.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReflowTest {

    @Test
    void linesOfAParagraphAreJoined() {
        assertThat(Reflow.text("one\ntwo\n\nthree\nfour")).isEqualTo("one two\n\nthree four");
    }

    @Test
    void aListKeepsItsLines() {
        assertThat(Reflow.text("These:\nup(1)     - fine\ndown(2)   - not"))
                .isEqualTo("These:\nup(1)     - fine\ndown(2)   - not");
    }

    @Test
    void drawingsKeepTheirLines() {
        assertThat(Reflow.text("As here:\n   +--+\n   |  |\nand on"))
                .isEqualTo("As here:\n   +--+\n   |  |\nand on");
    }

    @Test
    void aWordThatBeginsLikeABulletIsNoBullet() {
        assertThat(Reflow.text("has detected that the object for\none of its links\no is one"))
                .isEqualTo("has detected that the object for one of its links\no is one");
    }
}
