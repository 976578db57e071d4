package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.job.AcceptedSender;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Fingerprint;
import dev.bulkhead.engine.job.ListenCertificates;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.tsm.CertificateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CertificateFlagsTest {
    private static final Path FILES =
            Path.of("..", "engine", "src", "test", "resources", "dev/bulkhead/engine/certificates");

    private final FakeTerminal world = new FakeTerminal();

    private Target target(String... flags) throws UsageException {
        List<String> words = new ArrayList<>(List.of(flags));
        Arguments arguments = Arguments.read(words, AgentFlags.FLAGS, false);
        return new AgentFlags(arguments, world.terminal()).target("tls:sw1.example");
    }

    private Credential.Tsm credential(String... flags) throws UsageException {
        return (Credential.Tsm) target(flags).credential();
    }

    private static String ours(String name) {
        return "-Tour_identity=" + FILES.resolve(name);
    }

    @Test
    void theCertificateImpliesV3() throws UsageException {
        Target target = target(ours("manager.crt"), "-n", "ctx", "-E", "8000000001");
        assertThat(target.transport()).isEqualTo(Transport.TLS);
        assertThat(target.port()).isEqualTo(10_161);
        assertThat(target.credential().version()).isEqualTo(SnmpVersion.V3);
        Credential.Tsm credential = (Credential.Tsm) target.credential();
        assertThat(credential.contextName()).isEqualTo("ctx");
        assertThat(credential.contextEngineId()).isPresent();
    }

    @Test
    void theKeyIsFoundBesideItsCertificateOrWhereNetSnmpKeepsIt(@TempDir Path folder)
            throws IOException, UsageException {
        Path certificates = Files.createDirectory(folder.resolve("certs"));
        Path keys = Files.createDirectory(folder.resolve("private"));
        Path certificate = certificates.resolve("manager.crt");
        Files.copy(FILES.resolve("manager.crt"), certificate);
        Files.copy(FILES.resolve("manager.key"), keys.resolve("manager.key"));
        assertThat(credential("-T", "our_identity=" + certificate).identity())
                .isEqualTo(credential(ours("manager.crt")).identity());
    }

    @Test
    void passwordsAreSecretsLikeOthers() throws UsageException {
        world.environment.put("PASSWORD", "changeit");
        Credential.Tsm given = credential(ours("manager.p12"), "-Tkey_password=env:PASSWORD");
        world.answer = Optional.of("changeit");
        Credential.Tsm asked = credential(ours("manager.p12"));
        assertThat(given).isEqualTo(asked);
        assertThat(given.toString()).contains("***");
    }

    @Test
    void aPeerIsPinnedByFingerprintOrFile() throws UsageException {
        Credential.Tsm byFile =
                credential(
                        ours("manager.crt"), "-Ttheir_identity=" + FILES.resolve("authority.crt"));
        Fingerprint fingerprint = byFile.trust().fingerprint().orElseThrow();
        String digits = fingerprint.toString().replace("SHA-256 ", "");
        assertThat(credential(ours("manager.crt"), "-T", "their_identity=" + digits))
                .isEqualTo(byFile);
    }

    @Test
    void authoritiesAddUp() throws UsageException {
        Credential.Tsm credential =
                credential(
                        ours("manager.crt"),
                        "-Ttrust_cert=" + FILES.resolve("authority.crt"),
                        "-Ttrust_cert=" + FILES.resolve("stranger.crt"),
                        "-Ttheir_hostname=other.example");
        assertThat(credential.trust().authorities()).hasSize(2);
        assertThat(credential.trust().peerName()).contains("other.example");
    }

    private ListenCertificates listener(String... flags) throws UsageException {
        List<String> words = new ArrayList<>(List.of(flags));
        Arguments arguments = Arguments.read(words, AgentFlags.FLAGS, false);
        return new AgentFlags(arguments, world.terminal()).listenCertificates();
    }

    @Test
    void aListenerTakesIdentitiesThenAuthoritiesAndNamesThem() throws UsageException {
        Path stranger = FILES.resolve("stranger.crt");
        Path authority = FILES.resolve("authority.crt");
        ListenCertificates certificates =
                listener(
                        ours("manager.crt"),
                        "-Ttrust_cert=" + authority,
                        "-Ttheir_identity=" + stranger + "=core-router",
                        "-Ttheir_identity=" + "AB:".repeat(31) + "AB");
        assertThat(certificates.identity()).isEqualTo(credential(ours("manager.crt")).identity());
        assertThat(certificates.accepted())
                .containsExactly(
                        new AcceptedSender.Pinned(
                                Fingerprint.of(
                                        Fingerprint.Hash.SHA_256,
                                        CertificateFiles.certificates(stranger).getFirst().bytes()),
                                Optional.of("core-router")),
                        new AcceptedSender.Pinned(
                                Fingerprint.parse("AB".repeat(32)), Optional.empty()),
                        new AcceptedSender.VouchedFor(
                                CertificateFiles.certificates(authority).getFirst(),
                                Optional.empty()));
    }

    @Test
    void aFileMayHaveAnEqualsSignInItsName(@TempDir Path folder)
            throws IOException, UsageException {
        Path odd = folder.resolve("a=b.crt");
        Files.copy(FILES.resolve("authority.crt"), odd);
        assertThat(listener(ours("manager.crt"), "-Ttrust_cert=" + odd).accepted())
                .singleElement()
                .returns(Optional.empty(), AcceptedSender::securityName);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -Ttheir_hostname=a                | their_identity and trust_cert say
                    -Ttrust_cert=FILES/authority.crt= | has not 1 to 32 octets
                    -Ttheir_identity=abcd=x           | no fingerprint
                    """)
    void whatAListenerCannotTakeIsNamed(String flag, String message) {
        String full = flag.replace("FILES", FILES.toString());
        assertThatThrownBy(() -> listener(ours("manager.crt"), full))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -Ttrust_cert=x                         | TLS and DTLS need our certificate
                    -Tour_identity=/nonexistent/x.pem      | /nonexistent/x.pem cannot be read: there is no such file
                    -Tour_identity=FILES/authority.crt     | has no private key
                    -Tour_identity=FILES/README.md         | no certificate that can be read
                    -Tour_identitty=x                      | -T needs NAME=VALUE with one of key_password, our_identity
                    -Tour_identity=FILES/manager.crt -Tour_key=FILES/stranger.key | does not belong to the certificate
                    -Tour_identity=FILES/manager.crt -Ttheir_identity=abcd | 2 octets are no fingerprint
                    -Tour_identity=FILES/manager.p12 -Tkey_password=wrong  | its password is another
                    -Tour_identity=FILES/manager.crt -v2c  | there is only -v3
                    """)
    void whatDoesNotFitIsToldWithItsFile(String flags, String told) {
        String[] words = flags.replace("FILES", FILES.toString()).split(" ");
        assertThatThrownBy(() -> target(words))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(told)
                .message()
                .doesNotContain("wrong");
    }

    @Test
    void aPollMayMixTransports() throws UsageException {
        Arguments arguments =
                Arguments.read(
                        List.of(ours("manager.crt"), "-c", "public"), AgentFlags.FLAGS, false);
        assertThat(
                        new AgentFlags(arguments, world.terminal())
                                .targets(List.of("tls:a", "b", "dtls:c")))
                .extracting(target -> target.credential().version())
                .containsExactly(SnmpVersion.V3, SnmpVersion.V2C, SnmpVersion.V3);
    }
}
