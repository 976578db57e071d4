package dev.bulkhead.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final byte[] CERTIFICATE = {1, 2, 3};

    /** SHA-1 and SHA-256 of 01 02 03, from sha1sum and sha256sum. */
    private static final String SHA_1 = "7037807198c22a7d2b0807371d763779a84fdfcf";

    private static final String SHA_256 =
            "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHA_1,
                "02" + SHA_1,
                SHA_256,
                "04:" + SHA_256,
                "03:90:58:C6:F2:C0:CB:49:2C:53:3B:0A:4D:14:EF:77:"
                        + "CC:0F:78:AB:CC:CE:D5:28:7D:84:A1:A2:01:1C:FB:81"
            })
    void isReadInEveryUsualForm(String text) {
        assertThat(Fingerprint.parse(text).isOf(CERTIFICATE)).isTrue();
        assertThat(Fingerprint.parse(text).isOf(new byte[] {1, 2})).isFalse();
    }

    @Test
    void isWrittenAsItIsRead() {
        Fingerprint made = Fingerprint.of(Fingerprint.Hash.SHA_384, CERTIFICATE);
        assertThat(made.toString()).startsWith("SHA-384 ");
        assertThat(Fingerprint.parse(made.toString().substring(8))).isEqualTo(made);
    }

    /** The last is MD5, which anybody can forge. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "xy",
                "05" + SHA_256,
                SHA_1 + "0000",
                "5289df737df57326fcdd22597afb1fac"
            })
    void whatIsNoneIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.parse(text));
    }
}
