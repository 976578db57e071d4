package dev.bulkhead.tests.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.tests.agreement.Snmpd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code discover} as a program, against a real agent. */
class DiscoverVerbTest {
    private static final String[] USER = {
        "-a", "SHA", "-A", Snmpd.AUTH_PASSPHRASE, "-x", "AES", "-X", Snmpd.PRIV_PASSPHRASE
    };

    @TempDir private Path folder;

    private static Outcome discover(Snmpd snmpd, String... rest) throws Exception {
        return Bulkhead.run(
                Stream.concat(
                                Stream.of(
                                        "discover",
                                        "--port",
                                        "" + snmpd.port(),
                                        "-t",
                                        "0.5",
                                        "-r",
                                        "0"),
                                Stream.of(rest))
                        .toArray(String[]::new));
    }

    @Test
    void theAgentIsFoundAndTheSilentAreNotTold() throws Exception {
        Snmpd.require();
        try (Snmpd snmpd = Snmpd.start(folder)) {
            Outcome text = discover(snmpd, "-c", "wrong", "-c", "public", "127.0.0.0/30");

            assertThat(text.exitCode()).as(text.err()).isZero();
            assertThat(text.lines().getFirst())
                    .matches("127\\.0\\.0\\.1:" + snmpd.port() + " v2c community 2 [0-9.]+ ms");
            assertThat(text.lines())
                    .contains("  SNMPv2-MIB::sysLocation.0 = STRING: a place")
                    .hasSize(7);
            assertThat(text.err())
                    .containsPattern("Asked 2 addresses in [0-9.]+ s: 1 answered, 0 refused");

            Outcome csv =
                    discover(
                            snmpd,
                            "-cpublic",
                            "127.0.0.1",
                            "--oid",
                            "sysContact",
                            "--format",
                            "csv");
            assertThat(csv.lines().getFirst())
                    .isEqualTo(
                            "time,host,port,address,state,version,community,user,milliseconds,"
                                    + "engineId,reasons,SNMPv2-MIB::sysContact.0");
            assertThat(csv.lines().get(1))
                    .contains(",127.0.0.1," + snmpd.port() + ",127.0.0.1,answered,2c,1,,")
                    .endsWith(",,,somebody");
        }
    }

    @Test
    void anEngineThatRefusesTheUserIsTold() throws Exception {
        Snmpd.require();
        try (Snmpd snmpd = Snmpd.start(folder)) {
            Outcome unknown = discover(snmpd, words("-u", "nobody", "127.0.0.1"));

            assertThat(unknown.exitCode()).isEqualTo(1);
            assertThat(unknown.out())
                    .contains(" refused: it does not know this user (usmStatsUnknownUserNames)")
                    .containsPattern(" engine 80001f88[0-9a-f]+\n");
            assertThat(unknown.err()).contains("0 answered, 1 refused");

            Outcome known =
                    discover(snmpd, words("-u", Snmpd.USER, "127.0.0.1", "--format", "jsonl"));
            assertThat(known.exitCode()).as(known.err()).isZero();
            assertThat(known.out())
                    .contains("\"state\":\"answered\",\"version\":\"3\",\"user\":\"interop\"")
                    .contains("\"engineId\":\"80001f88")
                    .contains("\"SNMPv2-MIB::sysLocation.0\":\"a place\"");
        }
    }

    private static String[] words(String... rest) {
        return Stream.concat(Stream.of(USER), Stream.of(rest)).toArray(String[]::new);
    }

    @Test
    void whenItIsInterruptedItSaysHowFarItCame() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs signals");
        try (RunningProgram sweep =
                Bulkhead.start(
                        "discover",
                        "-cx",
                        "--port",
                        "9",
                        "-t",
                        "0.1",
                        "-r",
                        "0",
                        "--format",
                        "json",
                        "127.7.0.0/16")) {
            Awaitility.await("its worker")
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            sweep.process().descendants().anyMatch(DiscoverVerbTest::isWorker));
            // Process.destroy would close its outputs too.
            sweep.process().toHandle().destroy();

            assertThat(sweep.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
            Awaitility.await("the summary")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> sweep.err().contains("answered"));
            assertThat(sweep.err()).containsPattern("Asked \\d+ (of \\d+ )?addresses in [0-9.]+ s");
            assertThat(sweep.out()).extracting(RunningProgram.Line::text).containsExactly("[]");
        }
    }

    private static boolean isWorker(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("WorkerMain");
    }

    @Test
    void aNetworkOfIpv6IsRefusedWithTheReason() throws Exception {
        Outcome outcome = Bulkhead.run("discover", "-cx", "2001:db8::/64");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("no sweep gets through an IPv6 network");
    }
}
