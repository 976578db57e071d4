package dev.bulkhead.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnmprecTest {
    private static final Oid NAME = Oid.parse("1.3.6.1.4.1.32473.1");

    private static SmiValue text(String text) {
        return new SmiValue.OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String written(SmiValue value) {
        return Snmprec.write(new VarBind(NAME, value)).orElse("nothing").replace(NAME + "|", "");
    }

    @Test
    void eachTypeHasItsTag() {
        assertThat(written(new SmiValue.Integer32(-7))).isEqualTo("2|-7");
        assertThat(written(text("eth0"))).isEqualTo("4|eth0");
        assertThat(written(new SmiValue.ObjectIdentifier(NAME))).isEqualTo("6|1.3.6.1.4.1.32473.1");
        assertThat(written(new SmiValue.IpAddress(new byte[] {(byte) 192, 0, 2, 1})))
                .isEqualTo("64|192.0.2.1");
        assertThat(written(new SmiValue.Counter32(4_294_967_295L))).isEqualTo("65|4294967295");
        assertThat(written(new SmiValue.Gauge32(1))).isEqualTo("66|1");
        assertThat(written(new SmiValue.TimeTicks(2))).isEqualTo("67|2");
        assertThat(written(new SmiValue.Opaque(new byte[] {1, -1}))).isEqualTo("68x|01ff");
        assertThat(written(new SmiValue.Counter64(-1))).isEqualTo("70|18446744073709551615");
    }

    @Test
    void whatIsNoPlainTextIsHexadecimal() {
        assertThat(written(text("two\nlines"))).isEqualTo("4x|74776f0a6c696e6573");
        assertThat(written(text(" ends "))).startsWith("4x|");
        assertThat(written(text("Zürich"))).startsWith("4x|");
        assertThat(written(text("a|b"))).isEqualTo("4|a|b");
    }

    @Test
    void exceptionsAreNoValues() {
        assertThat(written(SmiValue.Marker.NO_SUCH_INSTANCE)).isEqualTo("nothing");
        assertThat(written(new SmiValue.Malformed("cut", new byte[] {2, 0}))).isEqualTo("nothing");
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() {
        List<SmiValue> values =
                List.of(
                        new SmiValue.Integer32(Integer.MIN_VALUE),
                        text(""),
                        text("plain"),
                        text(" \0\u00ff\n"),
                        new SmiValue.ObjectIdentifier(Oid.of(0, 0)),
                        new SmiValue.IpAddress(new byte[] {-1, -1, -1, 0}),
                        new SmiValue.Counter32(0),
                        new SmiValue.Gauge32(4_294_967_295L),
                        new SmiValue.TimeTicks(77),
                        new SmiValue.Opaque(new byte[0]),
                        new SmiValue.Counter64(Long.MIN_VALUE));
        for (SmiValue value : values) {
            VarBind varBind = new VarBind(NAME, value);
            assertThat(Snmprec.read(Snmprec.write(varBind).orElseThrow())).isEqualTo(varBind);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "1.3|2",
                "|2|1",
                "1|2|1",
                "1.3.x|2|1",
                "1.3.6|2x|zz",
                "1.3.6|4x|0",
                "1.3.6|4x|0g",
                "1.3.6|64|1.2.3",
                "1.3.6|64|1.2.3.256",
                "1.3.6|65|-1",
                "1.3.6|65|4294967296",
                "1.3.6|70|18446744073709551616",
                "1.3.6|4:exec|rm",
                "1.3.6|99999999999|1",
                "1.3.6|6|not.an.oid",
                "1.3.6|4e|\\xzz"
            })
    void brokenLinesSayWhatIsWrong(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snmprec.read(line))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(200));
    }

    @Test
    void deepOidsAreRefused() {
        String deep = "1.3" + ".1".repeat(127);
        assertThatIllegalArgumentException().isThrownBy(() -> Snmprec.read(deep + "|2|1"));
        String vast = "1.3" + ".4294967295".repeat(10_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Snmprec.read(vast + "|2|1"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }
}
