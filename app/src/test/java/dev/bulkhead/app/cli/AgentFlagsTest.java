package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgentFlagsTest {
    private static final String CANARY = "canary-passphrase";

    private final FakeTerminal world = new FakeTerminal();

    private Target target(String... words) throws UsageException {
        Arguments arguments = Arguments.read(List.of(words), AgentFlags.FLAGS, false);
        return new AgentFlags(arguments, world.terminal()).target("192.0.2.1");
    }

    private static String community(Target target) {
        return ((Credential.Community) target.credential()).community().reveal();
    }

    @Test
    void v2cOfPatienceOneIsUsual() throws UsageException {
        Target target = target("-c", "public");
        assertThat(target.credential().version()).isEqualTo(SnmpVersion.V2C);
        assertThat(community(target)).isEqualTo("public");
        assertThat(target.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(target.retries()).isEqualTo(1);
        assertThat(target.port()).isEqualTo(161);
    }

    @Test
    void patienceIsGiven() throws UsageException {
        Target target = target("-v1", "-cx", "-t0.25", "-r", "3");
        assertThat(target.timeout()).isEqualTo(Duration.ofMillis(250));
        assertThat(target.retries()).isEqualTo(3);
        assertThat(target.credential().version()).isEqualTo(SnmpVersion.V1);
    }

    @Test
    void v3TakesAllOfNetSnmpsFlags() throws UsageException {
        Target target =
                target(
                        "-v3",
                        "-l",
                        "authPriv",
                        "-u",
                        "ops",
                        "-a",
                        "sha256",
                        "-A",
                        CANARY,
                        "-x",
                        "AES",
                        "-X",
                        CANARY,
                        "-n",
                        "ctx",
                        "-E",
                        "0x8000000001",
                        "-e",
                        "8000000002",
                        "-Z",
                        "3,400");
        Credential.Usm usm = (Credential.Usm) target.credential();
        assertThat(usm.level()).isEqualTo(SecurityLevel.AUTH_PRIV);
        assertThat(usm.auth().orElseThrow().protocol()).isEqualTo(AuthProtocol.SHA_256);
        assertThat(usm.contextName()).isEqualTo("ctx");
        assertThat(usm.contextEngineId().orElseThrow().bytes()).endsWith(1);
        assertThat(usm.securityEngineId().orElseThrow().bytes()).endsWith(2);
        assertThat(usm.bootsTime()).contains(new Credential.BootsTime(3, 400));
    }

    @Test
    void theLevelFollowsFromWhatIsGiven() throws UsageException {
        assertThat(level("-u", "ops")).isEqualTo(SecurityLevel.NO_AUTH_NO_PRIV);
        assertThat(level("-u", "ops", "-A", CANARY)).isEqualTo(SecurityLevel.AUTH_NO_PRIV);
        assertThat(level("-u", "ops", "-A", CANARY, "-X", CANARY))
                .isEqualTo(SecurityLevel.AUTH_PRIV);
    }

    private SecurityLevel level(String... words) throws UsageException {
        return ((Credential.Usm) target(words).credential()).level();
    }

    @Test
    void secretsComeFromFilesTheEnvironmentAndTheUser(@TempDir Path folder)
            throws IOException, UsageException {
        Path file = Files.writeString(folder.resolve("secret"), "from-file\nsecond line\n");
        world.environment.put("COMMUNITY", "from-env");
        world.answer = Optional.of("from-user");
        assertThat(community(target("-c", "@" + file))).isEqualTo("from-file");
        assertThat(community(target("-c", "env:COMMUNITY"))).isEqualTo("from-env");
        assertThat(community(target("-c", "-"))).isEqualTo("from-user");
        assertThat(community(target())).isEqualTo("from-user");
    }

    @Test
    void aSecretThatIsNowhereIsAskedForInWords() {
        assertThatThrownBy(() -> target())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("community")
                .hasMessageContaining("-c");
        assertThatThrownBy(() -> target("-c", "@/nonexistent/file"))
                .hasMessageContaining("/nonexistent/file");
        assertThatThrownBy(() -> target("-c", "env:NOT_SET")).hasMessageContaining("NOT_SET");
    }

    @Test
    void aSecretIsInNoTextOfATarget() throws UsageException {
        Target target = target("-u", "ops", "-A", CANARY, "-X", CANARY);
        assertThat(target.toString()).doesNotContain(CANARY).contains("***");
    }

    @Test
    void aMessageAboutABadSecretDoesNotHoldIt() {
        assertThatThrownBy(() -> target("-u", "ops", "-A", "canary"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("shorter than 8")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-v4 -c x",
                "-v3",
                "-c x -t 0",
                "-c x -t -1",
                "-c x -t abc",
                "-c x -r 21",
                "-u ops -l most",
                "-u ops -a MD6 -A 12345678",
                "-u ops -a SHA -A 12345678 -x ROT13 -X 12345678",
                "-u ops -e 12",
                "-u ops -e zz",
                "-u ops -Z 5",
            })
    void nonsenseIsRefused(String words) {
        assertThatThrownBy(() -> target(words.split(" ", -1)))
                .isInstanceOf(UsageException.class)
                .hasMessageNotContaining("null");
    }
}
