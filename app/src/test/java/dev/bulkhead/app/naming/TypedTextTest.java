package dev.bulkhead.app.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 days, 4:05:06.07 | 27390607",
                "1 day, 0:00:00.00 | 8640000",
                "4:05:06 | 1470600",
                "0:00:00.5 | 50",
                "4294967295 | 4294967295"
            })
    void ticksAreReadAsTimesAndNumbers(String text, long ticks) {
        assertThat(TicksText.read(text)).contains(ticks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967296", "1:60:00", "498 days, 0:00:00", "soon", "", "-1"})
    void whatIsNoTimeIsRefused(String text) {
        assertThat(TicksText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, c0000201",
        "2001:db8::1, 20010db8000000000000000000000001",
        "::ffff:192.0.2.1, 00000000000000000000ffffc0000201",
        "192.0.2.1%3, c000020100000003",
        "fe80::2%7, fe80000000000000000000000000000200000007"
    })
    void addressesAreReadAndWrittenBack(String text, String hex) {
        byte[] octets = InetText.read(text).orElseThrow();
        assertThat(HexFormat.of().formatHex(octets)).isEqualTo(hex);
        assertThat(InetText.read(InetText.of(octets).orElseThrow()))
                .hasValueSatisfying(again -> assertThat(again).isEqualTo(octets));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.256", "1:2", "host", "1.2.3", "fe80::1%eth0", "::1%-1", ""})
    void whatIsNoAddressIsRefused(String text) {
        assertThat(InetText.read(text)).isEmpty();
    }

    @Test
    void octetsOfAnotherNumberAreNoAddress() {
        assertThat(InetText.of(new byte[5])).isEmpty();
    }
}
