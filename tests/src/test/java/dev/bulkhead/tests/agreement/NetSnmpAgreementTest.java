package dev.bulkhead.tests.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.program.Bulkhead;
import dev.bulkhead.tests.program.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bulkhead and net-snmp's own tools ask the same {@code snmpd}, and must say the same, value by
 * value.
 *
 * <p>What moves while they ask is bracketed: net-snmp asks before and after, and Bulkhead's number
 * must lie between.
 */
class NetSnmpAgreementTest {
    private static final Pattern FIRST_NUMBER = Pattern.compile("-?\\d+");

    @TempDir static Path folder;
    private static Snmpd snmpd;

    /** How both programs are told who asks. */
    record Session(String name, List<String> flags) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Session> sessions() {
        return Stream.of(
                new Session("v1", List.of("-v1", "-c", "private")),
                new Session("v2c", List.of("-v2c", "-c", "private")),
                v3("v3 authPriv SHA AES", "SHA", Snmpd.USER),
                v3("v3 authPriv SHA-256 AES", "SHA-256", Snmpd.USER + "256"));
    }

    private static Session v3(String name, String auth, String user) {
        return new Session(
                name,
                List.of(
                        "-v3",
                        "-l",
                        "authPriv",
                        "-u",
                        user,
                        "-a",
                        auth,
                        "-A",
                        Snmpd.AUTH_PASSPHRASE,
                        "-x",
                        "AES",
                        "-X",
                        Snmpd.PRIV_PASSPHRASE));
    }

    @BeforeAll
    static void startAgent() throws IOException {
        Snmpd.require();
        snmpd = Snmpd.start(folder);
    }

    @AfterAll
    static void stopAgent() {
        if (snmpd != null) {
            snmpd.close();
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void getAgrees(Session session) throws Exception {
        assertAgreement(
                session,
                "snmpget",
                "get",
                "1.3.6.1.2.1.1.1.0",
                "1.3.6.1.2.1.1.3.0",
                "1.3.6.1.2.1.1.2.0");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void getNextAgrees(Session session) throws Exception {
        assertAgreement(session, "snmpgetnext", "getnext", "1.3.6.1.2.1.1.1", "1.3.6.1.2.1.2.2.1");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void walkOfEverythingInMib2Agrees(Session session) throws Exception {
        assertAgreement(session, "snmpwalk", "walk", "1.3.6.1.2.1");
    }

    @Test
    void getBulkAgrees() throws Exception {
        Session v2c = sessions().toList().get(1);
        List<String> flags = new ArrayList<>(v2c.flags());
        flags.addAll(List.of("-Cn1", "-Cr7"));
        assertAgreement(
                new Session("v2c", flags),
                "snmpbulkget",
                "getbulk",
                "1.3.6.1.2.1.1.1",
                "1.3.6.1.2.1.2.2.1.2");
    }

    @Test
    void aWalkOfOneInstanceYieldsIt() throws Exception {
        assertAgreement(sessions().toList().get(1), "snmpwalk", "walk", "1.3.6.1.2.1.1.5.0");
    }

    @Test
    void missingInstancesAgree() throws Exception {
        assertAgreement(
                sessions().toList().get(1),
                "snmpget",
                "get",
                "1.3.6.1.2.1.1.1.7",
                "1.3.6.1.2.1.99.1.0");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void aSetIsSeenByNetSnmp(Session session) throws Exception {
        String text = "set by bulkhead over " + session.name().replace(' ', '-');
        Outcome set =
                Bulkhead.run(
                        arguments("set", session, "1.3.6.1.2.1.1.6.0", "s", text)
                                .toArray(String[]::new));
        // sysLocation given in snmpd.conf is not writable: sysName is.
        assertThat(set.exitCode()).as(set.err()).isEqualTo(1);
        assertThat(set.err()).contains(session.name().equals("v1") ? "noSuchName" : "notWritable");

        Outcome setName =
                Bulkhead.run(
                        arguments("set", session, "1.3.6.1.2.1.1.5.0", "s", text)
                                .toArray(String[]::new));
        assertThat(setName.exitCode()).as(setName.err()).isZero();
        assertThat(netSnmp("snmpget", session, "1.3.6.1.2.1.1.5.0").values())
                .containsExactly("STRING: \"" + text + "\"");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void tableHoldsTheSameCells(Session session) throws Exception {
        Map<String, String> before = netSnmp("snmpwalk", session, "1.3.6.1.2.1.1.9.1");
        List<String> arguments = arguments("table", session, "1.3.6.1.2.1.1.9");
        arguments.addAll(1, List.of("--format", "jsonl"));
        arguments.remove("-m");
        arguments.remove("");
        Outcome table = Bulkhead.run(arguments.toArray(String[]::new));
        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(before).isNotEmpty();
        before.forEach((oid, value) ->
                assertThat(table.out()).as("%s = %s", oid, value).contains(cellText(value)));
    }

    private static String cellText(String value) {
        String text = value.replaceFirst("^[A-Za-z-]+: ", "");
        Matcher ticks = Pattern.compile("\\((\\d+)\\).*").matcher(text);
        return ticks.matches() ? ticks.group(1) : text.replace("\"", "").replaceFirst("^\\.", "");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void pollAgrees(Session session) throws Exception {
        String name = netSnmp("snmpget", session, "1.3.6.1.2.1.1.5.0").values().iterator().next();
        List<String> arguments = new ArrayList<>(List.of("poll"));
        arguments.addAll(session.flags());
        arguments.addAll(
                List.of(
                        snmpd.address(),
                        "--oid",
                        "1.3.6.1.2.1.1.5.0",
                        "--every",
                        "200ms",
                        "--count",
                        "3",
                        "--format",
                        "jsonl"));
        Outcome poll = Bulkhead.run(arguments.toArray(String[]::new));
        assertThat(poll.exitCode()).as(poll.err()).isZero();
        String value = name.replace("STRING: ", "").replace("\"", "");
        assertThat(poll.lines().stream().filter(line -> line.contains(value))).hasSize(3);
    }

    private static void assertAgreement(Session session, String tool, String verb, String... oids)
            throws Exception {
        Map<String, String> before = netSnmp(tool, session, oids);
        Outcome ours = Bulkhead.run(arguments(verb, session, oids).toArray(String[]::new));
        Map<String, String> after = netSnmp(tool, session, oids);
        assertThat(ours.exitCode()).as(ours.err()).isZero();
        Map<String, String> values = parse(ours.out());
        assertThat(before).isNotEmpty();
        List<String> differences = new ArrayList<>();
        before.forEach((oid, first) -> {
            String last = after.get(oid);
            String value = values.get(oid);
            if (last != null && !agrees(first, value, last)) {
                differences.add(oid + ": net-snmp " + first + ", Bulkhead " + value);
            }
        });
        assertThat(differences).isEmpty();
        // A row of a moving table, such as a socket's, may come and go between the two others.
        assertThat(
                        values.keySet().stream()
                                .filter(o -> !before.containsKey(o) && !after.containsKey(o)))
                .as("what only Bulkhead saw")
                .hasSizeLessThan(20);
    }

    private static boolean agrees(String first, String value, String last) {
        if (first.equals(value) || last.equals(value)) {
            return true;
        }
        if (value == null) {
            return false;
        }
        return between(number(first), number(value), number(last))
                && value.replaceAll(": .*", "").equals(first.replaceAll(": .*", ""));
    }

    private static boolean between(long a, long value, long b) {
        return Math.min(a, b) <= value && value <= Math.max(a, b);
    }

    private static long number(String text) {
        Matcher matcher = FIRST_NUMBER.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group()) : Long.MIN_VALUE;
    }

    private static List<String> arguments(String verb, Session session, String... oids) {
        List<String> arguments = new ArrayList<>(List.of(verb, "-m", "", "-On"));
        arguments.addAll(session.flags());
        arguments.add(snmpd.address());
        arguments.addAll(List.of(oids));
        return arguments;
    }

    private static Map<String, String> netSnmp(String tool, Session session, String... oids)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(tool, "-On"));
        command.addAll(session.flags());
        command.add(snmpd.address());
        command.addAll(List.of(oids));
        return parse(snmpd.tool(command.toArray(String[]::new)));
    }

    /** Lines {@code .1.3... = TYPE: value}; a value may go on over several lines. */
    private static Map<String, String> parse(String output) {
        Map<String, String> values = new LinkedHashMap<>();
        String name = "";
        for (String line : output.lines().toList()) {
            int equals = line.indexOf(" = ");
            if (line.startsWith(".1") && equals > 0) {
                name = line.substring(0, equals);
                values.put(name, line.substring(equals + 3));
            } else {
                values.merge(name, line, (a, b) -> a + "\n" + b);
            }
        }
        return values;
    }
}
