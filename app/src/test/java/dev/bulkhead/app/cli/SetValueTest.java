package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.app.naming.Library;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SetValueTest {
    private static final Oid IF_ADMIN_STATUS = Oid.parse("1.3.6.1.2.1.2.2.1.7.3");
    private static final Oid SYS_NAME = Oid.parse("1.3.6.1.2.1.1.5.0");

    private static SmiValue parse(String type, String text, Oid oid) throws UsageException {
        return SetValue.parse(type, text, oid, Library.NAMES);
    }

    @Test
    void eachLetterMakesItsType() throws UsageException {
        assertThat(parse("i", "-5", SYS_NAME)).isEqualTo(new SmiValue.Integer32(-5));
        assertThat(parse("u", "4294967295", SYS_NAME))
                .isEqualTo(new SmiValue.Gauge32(4_294_967_295L));
        assertThat(parse("t", "7", SYS_NAME)).isEqualTo(new SmiValue.TimeTicks(7));
        assertThat(parse("a", "192.0.2.1", SYS_NAME).toString()).isEqualTo("192.0.2.1");
        assertThat(parse("s", "é", SYS_NAME)).hasToString("OctetString[c3a9]");
        assertThat(parse("x", "00 1b:54", SYS_NAME)).hasToString("OctetString[001b54]");
        assertThat(parse("x", "0xAB", SYS_NAME)).hasToString("OctetString[ab]");
        assertThat(parse("d", "0.27 84", SYS_NAME)).hasToString("OctetString[001b54]");
        assertThat(parse("b", "0,9", SYS_NAME)).hasToString("OctetString[8040]");
        assertThat(parse("b", "", SYS_NAME)).hasToString("OctetString[]");
        assertThat(parse("n", "", SYS_NAME)).isEqualTo(SmiValue.Marker.UNSPECIFIED);
    }

    @Test
    void labelsStandForNumbers() throws UsageException {
        assertThat(parse("i", "down", IF_ADMIN_STATUS)).isEqualTo(new SmiValue.Integer32(2));
        assertThat(parse("=", "down", IF_ADMIN_STATUS)).isEqualTo(new SmiValue.Integer32(2));
        assertThat(parse("=", "2", IF_ADMIN_STATUS)).isEqualTo(new SmiValue.Integer32(2));
        assertThat(parse("=", "sw1", SYS_NAME)).hasToString("OctetString[737731]");
    }

    @ParameterizedTest
    @CsvSource({
        "i, 2147483648", "i, sideways", "u, -1", "u, 4294967296", "a, 1.2.3", "a, 1.2.3.256",
        "x, 0g", "x, 123", "d, 256", "b, 65536", "z, 1", "=, sideways"
    })
    void whatDoesNotFitIsRefused(String type, String text) {
        assertThatThrownBy(() -> parse(type, text, IF_ADMIN_STATUS))
                .isInstanceOf(UsageException.class)
                .hasMessageNotContaining("null");
    }
}
