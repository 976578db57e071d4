package dev.bulkhead.tests.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that finds nothing is worth what it would have found. */
class NeedlesTest {
    private static final String SECRET = "canary-passphrase-4711";
    private static final byte[] OCTETS = SECRET.getBytes(StandardCharsets.UTF_8);
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ").withUpperCase();

    private final Needles needles = new Needles();

    static List<byte[]> hidden() {
        return Stream.of(
                        "x" + SECRET + "y",
                        "only its beginning: canary-pas",
                        "only its end: phrase-4711",
                        HexFormat.of().formatHex(OCTETS),
                        "63 61 6E 61 72 79 2D 70  canary-p",
                        SPACED.formatHex(OCTETS, 5, 13),
                        Base64.getEncoder()
                                .encodeToString(
                                        ("{" + SECRET + "}").getBytes(StandardCharsets.UTF_8)),
                        Base64.getUrlEncoder()
                                .encodeToString(("{{" + SECRET).getBytes(StandardCharsets.UTF_8)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void aSecretIsFoundHoweverItIsWritten(byte[] haystack) {
        needles.addText("it", SECRET);
        assertThat(needles.in(haystack)).isNotEmpty();
    }

    @Test
    void aSecretIsFoundInTheMemoryOfAProgram() {
        needles.addText("it", SECRET);
        assertThat(needles.in(SECRET.getBytes(StandardCharsets.UTF_16LE))).isNotEmpty();
        assertThat(needles.in(SECRET.getBytes(StandardCharsets.UTF_16BE))).isNotEmpty();
    }

    @Test
    void aKeyIsFoundHoweverItIsWritten() {
        byte[] key = HexFormat.of().parseHex("9fb5cc0381497b3793528939ff788d5d79145211");
        needles.addOctets("it", key);
        assertThat(needles.in(key)).containsExactly("it");
        assertThat(needles.in(SPACED.formatHex(key).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("it in hexadecimal");
        assertThat(needles.in(Base64.getEncoder().encode(key))).containsExactly("it in base64");
    }

    @Test
    void nothingElseIsFound() {
        needles.addText("it", SECRET);
        assertThat(needles.in("canary bird, passphrase *** 4711".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
