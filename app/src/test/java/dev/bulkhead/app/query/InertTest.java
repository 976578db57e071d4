package dev.bulkhead.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InertTest {

    @Test
    void plainTextStaysAsItIs() {
        assertThat(Inert.text("Grüße, 日本")).isEqualTo("Grüße, 日本");
    }

    @Test
    void controlsBecomeVisible() {
        assertThat(Inert.text("a\u001b[31m\nb\u007f")).isEqualTo("a␛[31m␊b␡");
    }

    @Test
    void directionMarksBecomeVisible() {
        assertThat(Inert.text("x\u202Ey")).isEqualTo("x\uFFFDy");
    }

    @Test
    void longTextIsCut() {
        assertThat(Inert.text("x".repeat(10_000)).length()).isEqualTo(2_001);
    }
}
