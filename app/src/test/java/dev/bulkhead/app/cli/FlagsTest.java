package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.app.naming.OidStyle;
import dev.bulkhead.engine.job.Transport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FlagsTest {

    private static Arguments read(String... words) throws UsageException {
        return Arguments.read(
                ApplicationFlags.join(List.of(words)),
                Flag.join(Query.FLAGS, List.of(Flag.many("--oid"))),
                false);
    }

    @Test
    void valuesMayBeAttachedOrNot() throws UsageException {
        Arguments arguments = read("-v2c", "-c", "public", "--format=csv", "host", "-On", "oid");
        assertThat(arguments.value("-v")).contains("2c");
        assertThat(arguments.value("-c")).contains("public");
        assertThat(arguments.value("--format")).contains("csv");
        assertThat(arguments.value("-O")).contains("n");
        assertThat(arguments.operands()).containsExactly("host", "oid");
    }

    @Test
    void emptyValuesDashesAndTheEndOfFlagsAreKept() throws UsageException {
        Arguments arguments = read("-m", "", "-M", "-dir", "-A", "-", "--", "-x", "-");
        assertThat(arguments.value("-m")).contains("");
        assertThat(arguments.value("-M")).contains("-dir");
        assertThat(arguments.value("-A")).contains("-");
        assertThat(arguments.operands()).containsExactly("-x", "-");
    }

    @Test
    void operandsMayStartWithADashBehindTheFirst() throws UsageException {
        List<String> words = List.of("-v1", "host", "oid", "i", "-5");
        assertThat(Arguments.read(words, Query.FLAGS, true).operands())
                .containsExactly("host", "oid", "i", "-5");
        assertThatThrownBy(() -> Arguments.read(words, Query.FLAGS, false))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("unknown flag -5");
    }

    @Test
    void operandsBehindOidAreOidsOnceThereIsAHost() throws UsageException {
        Arguments arguments = read("h1", "h2", "--oid", "a", "b", "-v1", "h3");
        assertThat(arguments.all("--oid")).containsExactly("a", "b");
        assertThat(arguments.operands()).containsExactly("h1", "h2", "h3");
        assertThat(read("--oid", "a", "h1").operands()).containsExactly("h1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Q", "--formta", "-h1", "--help=x"})
    void whatIsUnknownIsRefused(String word) {
        assertThatThrownBy(() -> read(word)).isInstanceOf(UsageException.class);
    }

    @Test
    void aMissingValueIsRefused() {
        assertThatThrownBy(() -> read("host", "-c"))
                .isInstanceOf(UsageException.class)
                .hasMessage("-c needs a value");
    }

    @Test
    void aMisspeltFlagIsAnsweredWithTheRightOne() {
        assertThatThrownBy(() -> read("--formta", "csv"))
                .hasMessage("unknown flag --formta; there is --format");
    }

    @Test
    void argumentsDoNotPrintTheirSecrets() throws UsageException {
        assertThat(read("-c", "canary", "-A", "canary").toString()).doesNotContain("canary");
    }

    @Test
    void applicationFlagsAreReadAttachedApartAndTogether() throws UsageException {
        for (Arguments arguments :
                List.of(read("-Cr10", "-Cn2"), read("-Cr", "10", "-Cn", "2"), read("-Cr10n2"))) {
            ApplicationFlags flags = ApplicationFlags.read(arguments, "ci", "rn");
            assertThat(flags.number('r', 0)).isEqualTo(10);
            assertThat(flags.number('n', 0)).isEqualTo(2);
            assertThat(arguments.operands()).isEmpty();
        }
        ApplicationFlags flags = ApplicationFlags.read(read("-Cci"), "ci", "r");
        assertThat(flags.has('c')).isTrue();
        assertThat(flags.has('i')).isTrue();
        assertThat(flags.number('r', 25)).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Cz", "-Cr", "-Cci9"})
    void unknownApplicationFlagsAreRefused(String word) {
        assertThatThrownBy(() -> ApplicationFlags.read(read(word), "ci", "r"))
                .isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "host, host, 161, UDP",
        "host:1161, host, 1161, UDP",
        "udp:host:1161, host, 1161, UDP",
        "192.0.2.1, 192.0.2.1, 161, UDP",
        "2001:db8::1, 2001:db8::1, 161, UDP",
        "[2001:db8::1], 2001:db8::1, 161, UDP",
        "[2001:db8::1]:1161, 2001:db8::1, 1161, UDP",
        "TCP:host:1161, host, 1161, TCP",
        "tcp6:[::1]:161, ::1, 161, TCP",
        "udp6:[fe80::1%eth0]:161, fe80::1%eth0, 161, UDP",
        "tls:host, host, 10161, TLS",
        "tlstcp:[::1]:161, ::1, 161, TLS",
        "dtls:host, host, 10161, DTLS",
        "dtlsudp6:[::1], ::1, 10161, DTLS",
    })
    void addressesAreReadAsNetSnmpReadsThem(String text, String host, int port, Transport transport)
            throws UsageException {
        assertThat(AgentAddress.parse(text)).isEqualTo(new AgentAddress(transport, host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":161",
                "host:",
                "host:0",
                "host:65536",
                "host:x",
                "[::1",
                "[::1]9",
                "ssh:host"
            })
    void faultyAddressesAreRefused(String text) {
        assertThatThrownBy(() -> AgentAddress.parse(text)).isInstanceOf(UsageException.class);
    }

    @Test
    void looksCombine() throws UsageException {
        TextStyle style = TextStyle.of(read("-OnQ", "-OtU"));
        assertThat(style.oids().form()).isEqualTo(OidStyle.Form.NUMERIC);
        assertThat(style.quick()).isTrue();
        assertThat(style.equalsSign()).isTrue();
        assertThat(style.numericTicks()).isTrue();
        assertThat(style.units()).isFalse();
        assertThat(TextStyle.of(read("-Oq")).equalsSign()).isFalse();
        assertThatThrownBy(() -> TextStyle.of(read("-Oz"))).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @CsvSource({"1s, 1000", "250ms, 250", "2, 2000", "1.5s, 1500", "5m, 300000", "1h, 3600000"})
    void pacesHaveUnits(String text, long milliseconds) throws UsageException {
        assertThat(PollVerb.duration(text)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "1d", "-1s", "1 s", "999999999999h"})
    void faultyPacesAreRefused(String text) {
        assertThatThrownBy(() -> PollVerb.duration(text)).isInstanceOf(UsageException.class);
    }
}
