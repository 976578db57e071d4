package dev.bulkhead.app.mibtree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those of the rig of hostile agents, {@code EVIL} in {@code hostile_agent.py}. */
final class ShownTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|'/c calc'!A1",
                "+1+1",
                "-2+3",
                "@SUM(A1:A9)",
                "\t=1",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\u001b[2J\u001b[31mred\u001b]0;title\u0007",
                "nul\u0000inside",
                "bidi \u202egnp.exe",
                "line1\nFAKE LOG LINE\r\nline3",
                "%s%s%n%x",
                "${jndi:ldap://127.0.0.1/a}",
                "../../etc/passwd",
                "\"quoted\",\"comma\"",
                "'; DROP TABLE x;--",
                "{{7*7}}",
                "soft\u00adhyphen \ue000 \ud800 \udb40\udc41",
                ""
            })
    void nothingActs(String evil) {
        String shown = Shown.line(evil) + Shown.lines(evil).replace("\n", "");
        assertThat(shown.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE)
                .noneMatch(c -> c == 0x2028 || c == 0x2029);
    }

    @Test
    void whatIsHiddenIsWrittenOut() {
        assertThat(Shown.line("bidi \u202egnp.exe")).isEqualTo("bidi <U+202E>gnp.exe");
        assertThat(Shown.line("a\u001bb")).isEqualTo("a\u241bb");
        assertThat(Shown.line("soft\u00adhyphen")).isEqualTo("soft<U+00AD>hyphen");
    }

    @Test
    void linesStayLines() {
        assertThat(Shown.lines("one\ntwo\u0000\nthree")).isEqualTo("one\ntwo\u2400\nthree");
    }

    @Test
    void aVeryLongLineIsCut() {
        assertThat(Shown.line("a".repeat(100_000))).hasSizeLessThan(5_000).endsWith("…");
    }
}
