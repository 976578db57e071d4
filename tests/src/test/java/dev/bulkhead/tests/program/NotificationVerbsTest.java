package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code trap} and {@code inform} send, {@code listen} prints, each a program of its own. */
class NotificationVerbsTest {
    private static final Pattern READY =
            Pattern.compile("Listening at (?:\\w+:)?(127\\.0\\.0\\.1:\\d+)");
    private static final Path FILES =
            Path.of("..", "engine", "src", "test", "resources", "dev/bulkhead/engine/certificates")
                    .toAbsolutePath()
                    .normalize();

    /** The README beside the files says so too: these keys are no secrets. */
    private static final String PASSWORD = "key_password=changeit";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String[] USER = {
        "-u", "ops", "-a", "SHA-256", "-A", "auth-passphrase", "-x", "AES", "-X", "priv-passphrase"
    };

    private static String[] words(String verb, String... rest) {
        String[] all = new String[1 + USER.length + rest.length];
        all[0] = verb;
        System.arraycopy(USER, 0, all, 1, USER.length);
        System.arraycopy(rest, 0, all, 1 + USER.length, rest.length);
        return all;
    }

    @Test
    void whatTrapAndInformSendListenPrints() throws Exception {
        try (RunningProgram listen =
                Bulkhead.start(words("listen", "--seconds", "60", "127.0.0.1:0"))) {
            String at = ready(listen);

            assertThat(
                            Bulkhead.run(
                                    "trap",
                                    "-c",
                                    "x",
                                    at,
                                    "4711",
                                    "linkDown",
                                    "ifIndex.3",
                                    "i",
                                    "3"))
                    .returns(0, Outcome::exitCode);
            assertThat(Bulkhead.run(words("inform", at, "12", "coldStart")))
                    .returns(0, Outcome::exitCode);
            assertThat(Bulkhead.run("trap", "-v1", "-c", "x", at, "", "IF-MIB::linkUp"))
                    .returns(0, Outcome::exitCode);

            Awaitility.await("three notifications")
                    .atMost(PATIENCE)
                    .until(() -> listen.out().size() >= 4);
            List<String> lines = listen.out().stream().map(RunningProgram.Line::text).toList();
            assertThat(lines.get(0)).contains(" v2c trap IF-MIB::linkDown up 4711");
            assertThat(lines.get(1)).isEqualTo("  IF-MIB::ifIndex.3 = INTEGER: 3");
            assertThat(lines.get(2)).contains(" v3 inform of ops SNMPv2-MIB::coldStart up 12");
            assertThat(lines.get(3)).contains(" v1 trap IF-MIB::linkUp");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "tls", "dtls"})
    void otherTransportsAreListenedToToo(String transport) throws Exception {
        String[] listener = {"-T", "our_identity=" + FILES.resolve("agent.p12"), "-T", PASSWORD};
        String[] sender = {"-T", "our_identity=" + FILES.resolve("manager.crt"), "-c", "x"};
        String trusted = "trust_cert=" + FILES.resolve("authority.crt");
        try (RunningProgram listen =
                Bulkhead.start(
                        join(
                                new String[] {"listen", "--seconds", "60"},
                                listener,
                                new String[] {
                                    "-T", trusted + "=ops", transport + ":127.0.0.1:0"
                                }))) {
            String at = transport + ":" + ready(listen);
            assertThat(
                            Bulkhead.run(
                                    join(
                                            new String[] {"inform", "-t", "10"},
                                            sender,
                                            new String[] {"-T", trusted, at, "4711", "linkDown"})))
                    .returns(0, Outcome::exitCode);

            Awaitility.await("a notification")
                    .atMost(PATIENCE)
                    .until(() -> !listen.out().isEmpty());
            assertThat(listen.out().getFirst().text())
                    .contains(
                            transport + ":127.0.0.1:",
                            transport.equals("tcp") ? " v2c inform " : " v3 inform of ops ",
                            "IF-MIB::linkDown up 4711");
        }
    }

    private static String[] join(String[]... parts) {
        return Stream.of(parts).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String ready(RunningProgram listen) {
        Awaitility.await("the listener")
                .atMost(PATIENCE)
                .until(() -> READY.matcher(listen.err()).find());
        Matcher ready = READY.matcher(listen.err());
        assertThat(ready.find()).isTrue();
        return ready.group(1);
    }

    @Test
    void anInformThatNobodyAnswersFails() throws Exception {
        Outcome outcome =
                Bulkhead.run("inform", "-c", "x", "-t", "0.2", "-r", "0", "127.0.0.1:9", "", "1.3");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("127.0.0.1:9");
    }
}
