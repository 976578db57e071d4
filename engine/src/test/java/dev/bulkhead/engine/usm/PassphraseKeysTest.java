package dev.bulkhead.engine.usm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassphraseKeysTest {
    private final PassphraseKeys keys = new PassphraseKeys();

    private static String hex(UserKeys keys) {
        return HexFormat.of().formatHex(keys.authKey().bytes());
    }

    private static Credential.Usm user(AuthProtocol protocol, String auth, String priv) {
        return Credential.Usm.of(
                "user",
                SecurityLevel.AUTH_PRIV,
                Optional.of(new Credential.Auth(protocol, new Secret(auth))),
                Optional.of(new Credential.Priv(PrivProtocol.AES_128, new Secret(priv))));
    }

    @Test
    void sha1KeyIsThatOfRfc3414A32() {
        assertThat(hex(keys.keysOf(user(AuthProtocol.SHA_1, "maplesyrup", "other"))))
                .isEqualTo("9fb5cc0381497b3793528939ff788d5d79145211");
    }

    @Test
    void sha256KeyIsTheDigestOfAMegabyteOfIt() {
        // Made with Python's hashlib.
        assertThat(hex(keys.keysOf(user(AuthProtocol.SHA_256, "maplesyrup", "other"))))
                .isEqualTo("ab51014d1e077f6017df2b12bee5f5aa72993177e9bb569c4dff5a4ca0b4afac");
    }

    @Test
    void thePrivKeyIsMadeWithTheAuthProtocol() {
        UserKeys made = keys.keysOf(user(AuthProtocol.SHA_1, "something", "maplesyrup"));
        assertThat(HexFormat.of().formatHex(made.privKey().bytes()))
                .isEqualTo("9fb5cc0381497b3793528939ff788d5d79145211");
    }

    @Test
    void aKeyIsMadeOnce() {
        Credential.Usm user = user(AuthProtocol.SHA_1, "maplesyrup", "maplesyrup");
        UserKeys first = keys.keysOf(user);
        assertThat(keys.keysOf(user).authKey()).isSameAs(first.authKey());
        assertThat(first.privKey()).isSameAs(first.authKey());
    }

    @Test
    void aCommunityNeedsNone() {
        Credential community = new Credential.Community(SnmpVersion.V2C, new Secret("public"));
        assertThat(keys.keysOf(community)).isEqualTo(UserKeys.NONE);
    }

    @Test
    void keysPrintAsStars() {
        assertThat(keys.keysOf(user(AuthProtocol.SHA_1, "maplesyrup", "other"))).hasToString("***");
    }
}
