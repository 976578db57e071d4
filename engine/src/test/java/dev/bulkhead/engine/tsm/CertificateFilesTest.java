package dev.bulkhead.engine.tsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.job.CertificateIdentity;
import dev.bulkhead.engine.job.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateFilesTest {
    private static final Path FILES =
            Path.of("src", "test", "resources", "dev", "bulkhead", "engine", "certificates");
    private static final Path CERTIFICATE = FILES.resolve("manager.crt");
    private static final Optional<Secret> PASSWORD = Optional.of(new Secret("changeit"));

    @ParameterizedTest
    @ValueSource(strings = {"manager.key", "locked.key", "sec1.key"})
    void aKeyOfAnyFormIsTheSame(String name) throws Exception {
        CertificateIdentity identity =
                CertificateFiles.identity(CERTIFICATE, Optional.of(FILES.resolve(name)), PASSWORD);
        CertificateIdentity packed =
                CertificateFiles.identity(FILES.resolve("manager.p12"), Optional.empty(), PASSWORD);

        assertThat(identity.chain()).hasSize(1).first().isEqualTo(packed.chain().getFirst());
        KeyFactory keys = KeyFactory.getInstance("EC");
        // SEC1 may hold the public key too, which makes another object of the same key.
        assertThat(((ECPrivateKey) keys.generatePrivate(spec(identity))).getS())
                .isEqualTo(((ECPrivateKey) keys.generatePrivate(spec(packed))).getS());
    }

    private static PKCS8EncodedKeySpec spec(CertificateIdentity identity) {
        return new PKCS8EncodedKeySpec(identity.privateKey().reveal().bytes());
    }

    @Test
    void ourCertificateComesFirstWhateverTheOrder(@TempDir Path folder) throws IOException {
        Path all =
                Files.writeString(
                        folder.resolve("all.pem"),
                        "Some words.\n"
                                + Files.readString(FILES.resolve("authority.crt"))
                                + Files.readString(FILES.resolve("manager.key"))
                                + Files.readString(CERTIFICATE));
        assertThat(CertificateFiles.identity(all, Optional.empty(), Optional.empty()).chain())
                .hasSize(2)
                .startsWith(CertificateFiles.certificates(CERTIFICATE).getFirst());
    }

    @Test
    void whatIsLockedIsKnown() {
        assertThat(CertificateFiles.needsPassword(FILES.resolve("locked.key"))).isTrue();
        assertThat(CertificateFiles.needsPassword(FILES.resolve("manager.p12"))).isTrue();
        assertThat(CertificateFiles.needsPassword(FILES.resolve("manager.key"))).isFalse();
        assertThat(CertificateFiles.needsPassword(CERTIFICATE)).isFalse();
    }

    @Test
    void aWrongPasswordIsToldAndNotShown() {
        assertThatThrownBy(() ->
                        CertificateFiles.identity(
                                CERTIFICATE,
                                Optional.of(FILES.resolve("locked.key")),
                                Optional.of(new Secret("canary"))))
                .isInstanceOf(CertificateFileException.class)
                .hasMessageContaining("locked.key cannot be decrypted")
                .message()
                .doesNotContain("canary");
    }

    @Test
    void anIdentityNeverShowsItsKey() {
        CertificateIdentity identity =
                CertificateFiles.identity(
                        CERTIFICATE, Optional.of(FILES.resolve("manager.key")), Optional.empty());
        assertThat(identity.toString()).contains("privateKey=***");
    }
}
