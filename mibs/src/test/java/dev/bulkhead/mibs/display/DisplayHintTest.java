package dev.bulkhead.mibs.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayHintTest {
    private static DisplayHint hint(String text) {
        return DisplayHint.parse(text).orElseThrow();
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** Values whose text RFC 2579, RFC 4001 and RFC 3419 give, hexadecimal in upper case. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1x:|001B54AABBCC|00:1B:54:AA:BB:CC",
                "2d-1d-1d,1d:1d:1d.1d,1a1d:1d|07C8051A0D1E0F002B0400|1992-5-26,13:30:15.0,+4:0",
                "2d-1d-1d,1d:1d:1d.1d,1a1d:1d|07C8051A0D1E0F00|1992-5-26,13:30:15.0",
                "1d.1d.1d.1d|C0000201|192.0.2.1",
                "1d.1d.1d.1d%4d|C000020100000007|192.0.2.1%7",
                "2x:2x:2x:2x:2x:2x:2x:2x|20010DB8000000000000000000000001"
                        + "|2001:0DB8:0000:0000:0000:0000:0000:0001",
                "0a[2x:2x:2x:2x:2x:2x:2x:2x0a]0a:2d|20010DB800000000000000000000000100A1"
                        + "|[2001:0DB8:0000:0000:0000:0000:0000:0001]:161",
                "255a|6869|hi",
                "255t|C3A4|\u00E4",
                "4o|00000010|20",
                "1d:|0102|1:2"
            })
    void octetsAreFormattedAsTheRfcsSay(String hint, String hex, String text) {

        assertThat(hint(hint).format(octets(hex))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "d,42,42",
        "d-2,1234,12.34",
        "d-2,5,0.05",
        "d-2,-5,-0.05",
        "x,255,ff",
        "o,8,10",
        "b,5,101"
    })
    void numbersAreFormattedAndReadBack(String hint, long number, String text) {
        assertThat(hint(hint).isNumeric()).isTrue();
        assertThat(hint(hint).format(number)).isEqualToIgnoringCase(text);
        assertThat(hint(hint).parseNumber(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q", "1", "1q", "*", "a", "d-", "d-x", "1x:q", "99999999999a"})
    void whatIsNoHintIsRefused(String text) {
        assertThat(DisplayHint.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1d.1d.1d.1d,4", "1x:,6", "2d-1d-1d,4", "2x:2x:2x:2x,8", "4o,4", "1x,5"})
    void octetsComeBackFromTheirText(String hint, int length) {
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            byte[] octets = new byte[length];
            random.nextBytes(octets);
            String text = hint(hint).format(octets);
            assertThat(hint(hint).parseOctets(text)).hasValue(octets);
        }
    }

    @Test
    void noOctetsAndNoHintMakeItRunForever() {
        Random random = new Random(5);
        String alphabet = "0123456789dxoat*:-.[]%/ ";
        int legal = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] octets = new byte[random.nextInt(20)];
            random.nextBytes(octets);
            var hint = DisplayHint.parse(text.toString());
            if (hint.isPresent() && !hint.get().isNumeric()) {
                legal++;
                String formatted = hint.get().format(octets);
                hint.get().parseOctets(formatted);
                hint.get().parseOctets(new String(octets, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(legal).isGreaterThan(300);
    }
}
