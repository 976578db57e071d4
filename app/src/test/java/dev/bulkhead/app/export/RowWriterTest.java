package dev.bulkhead.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowWriterTest {
    private static final BigInteger MAX_COUNTER64 = new BigInteger("18446744073709551615");

    @Test
    void jsonLinesHoldOneObjectEach() {
        JsonWriter json = JsonWriter.lines();
        assertThat(json.next(new Row().put("a", 1).put("b", "x\"\\\n\t")))
                .isEqualTo("{\"a\":1,\"b\":\"x\\\"\\\\\\n\\t\"}\n");
        assertThat(json.next(new Row())).isEqualTo("{}\n");
        assertThat(json.end()).isEmpty();
    }

    @Test
    void jsonIsOneArray() {
        JsonWriter json = JsonWriter.array();
        String text =
                json.next(new Row().put("n", MAX_COUNTER64).put("l", List.of("p", "q")))
                        + json.next(new Row().put("in", new Row().put("t", true)))
                        + json.end();
        assertThat(text)
                .isEqualTo(
                        """
                        [
                        {"n":18446744073709551615,"l":["p","q"]},
                        {"in":{"t":true}}
                        ]
                        """);
        assertThat(JsonWriter.array().end()).isEqualTo("[]\n");
    }

    @Test
    void jsonHoldsNothingThatActsOnATerminal() {
        String text = JsonWriter.object(new Row().put("s", "\u001b[2J\u202e\u009b\u0000\uD800"));
        assertThat(text).isEqualTo("{\"s\":\"\\u001b[2J\\u202e\\u009b\\u0000\\ud800\"}");
    }

    @Test
    void csvHasAHeaderAndQuotesWhatNeedsIt() {
        CsvWriter csv = new CsvWriter(List.of("a", "b", "c"));
        assertThat(csv.next(new Row().put("c", -5).put("a", "x,\"y\"\nz")))
                .isEqualTo("a,b,c\r\n\"x,\"\"y\"\"\nz\",,-5\r\n");
        assertThat(csv.next(new Row().put("b", "plain"))).isEqualTo(",plain,\r\n");
    }

    @Test
    void csvWithoutRowsHasItsHeader() {
        assertThat(new CsvWriter(List.of("a")).end()).isEqualTo("a\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd()", "+1", "-1", "@x", "\tx", "\n=1", "\uFF1D1"})
    void csvRunsNoFormula(String evil) {
        String line = new CsvWriter(List.of("a")).next(new Row().put("a", evil));
        assertThat(line.replace("\"", "")).isEqualTo("a\r\n'" + evil + "\r\n");
    }

    @Test
    void aLineStaysALine() {
        assertThat(InertText.line("a\nb\r\nc\td")).isEqualTo("a\\nb\\r\\nc\td");
    }

    @Test
    void textFromDevicesDoesNothingToATerminal() {
        assertThat(InertText.of("a\u001b]0;evil\u0007b")).isEqualTo("a\\x1b]0;evil\\x07b");
        assertThat(InertText.of("ab\rcd")).isEqualTo("ab\\rcd");
        assertThat(InertText.of("abc\u202Edef\u2066")).isEqualTo("abc\\u202edef\\u2066");
        assertThat(InertText.of("\u0085\u009b31m")).isEqualTo("\\x85\\x9b31m");
        assertThat(InertText.of("tab\tline\nEmoji 😀 é")).isEqualTo("tab\tline\nEmoji 😀 é");
    }
}
