package dev.bulkhead.engine.usm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.PrivProtocol;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the examples of RFC 3414 A.3 and draft-reeder-snmpv3-usm-3desede B. */
class KeyDerivationTest {
    private static final byte[] ENGINE = HexFormat.of().parseHex("000000000000000000000002");

    private static byte[] ku(AuthProtocol protocol) {
        return KeyDerivation.ofPassphrase(
                protocol, "maplesyrup".getBytes(StandardCharsets.US_ASCII));
    }

    private static String privKey(AuthProtocol auth, PrivProtocol priv) {
        byte[] key = KeyDerivation.ofPrivacy(auth, priv, ku(auth), ENGINE);
        return HexFormat.of().formatHex(key);
    }

    @ParameterizedTest
    @CsvSource({
        "MD5, 9faf3283884e92834ebc9847d8edd963, 526f5eed9fcce26f8964c2930787d82b",
        "SHA_1, 9fb5cc0381497b3793528939ff788d5d79145211, 6695febc9288e36282235fc7151f128497b38f3f"
    })
    void keysAreThoseOfRfc3414(AuthProtocol protocol, String ku, String localized) {
        byte[] made = ku(protocol);
        assertThat(HexFormat.of().formatHex(made)).isEqualTo(ku);
        assertThat(HexFormat.of().formatHex(KeyDerivation.localized(protocol, made, ENGINE)))
                .isEqualTo(localized);
    }

    @Test
    void reederLengthensAsHisDraftShows() {
        assertThat(privKey(AuthProtocol.MD5, PrivProtocol.TRIPLE_DES))
                .isEqualTo("526f5eed9fcce26f8964c2930787d82b79eff44a90650ee0a3a40abfac5acc12");
        assertThat(privKey(AuthProtocol.SHA_1, PrivProtocol.TRIPLE_DES))
                .isEqualTo("6695febc9288e36282235fc7151f128497b38f3f9b8b6d78936ba6e7d19dfd9c");
    }

    @Test
    void theTwoExtensionsDifferWhereTheDigestIsShort() {
        assertThat(privKey(AuthProtocol.SHA_1, PrivProtocol.AES_256))
                .hasSize(64)
                .isNotEqualTo(privKey(AuthProtocol.SHA_1, PrivProtocol.AES_256_C));
        assertThat(privKey(AuthProtocol.SHA_512, PrivProtocol.AES_256))
                .isEqualTo(privKey(AuthProtocol.SHA_512, PrivProtocol.AES_256_C));
    }

    @Test
    void anEmptyPassphraseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyDerivation.ofPassphrase(AuthProtocol.MD5, new byte[0]));
    }
}
