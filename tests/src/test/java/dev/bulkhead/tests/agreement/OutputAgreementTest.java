package dev.bulkhead.tests.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.tests.program.Bulkhead;
import dev.bulkhead.tests.program.Command;
import dev.bulkhead.tests.program.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text with {@code -O} letters is net-snmp's, octet by octet, of what a real {@code snmpd} says: of
 * {@link AgreementAgent}'s objects, which have all syntaxes and instances there are, and of snmpd's
 * own. Where it is another on purpose, {@link Difference} says why.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutputAgreementTest {
    private static final String MODULES =
            "AGREEMENT-MIB:BULKHEAD-DEMO-MIB:SNMPv2-MIB:IF-MIB:IP-MIB:SNMP-TARGET-MIB"
                    + ":SNMP-VIEW-BASED-ACM-MIB:SNMP-USER-BASED-SM-MIB";

    /** What stands still between two questions. */
    private static final List<String> ROOTS =
            List.of(
                    AgreementAgent.MODULE,
                    "1.3.6.1.2.1.1.1",
                    "1.3.6.1.2.1.1.2",
                    "1.3.6.1.2.1.1.4",
                    "1.3.6.1.2.1.1.7",
                    "1.3.6.1.2.1.1.9",
                    "1.3.6.1.2.1.2.2.1.2",
                    "1.3.6.1.2.1.2.2.1.3",
                    "1.3.6.1.2.1.2.2.1.5",
                    "1.3.6.1.2.1.2.2.1.6",
                    "1.3.6.1.2.1.2.2.1.8",
                    "1.3.6.1.6.3.10.2.1.1",
                    "1.3.6.1.6.3.15.1.2",
                    "1.3.6.1.6.3.16.1.2",
                    "1.3.6.1.6.3.16.1.4");

    private static final Set<Difference> seen = EnumSet.noneOf(Difference.class);

    @TempDir static Path folder;
    private static AgreementAgent agent;

    @BeforeAll
    static void startAgent() throws IOException {
        Snmpd.require();
        agent = AgreementAgent.start(folder);
    }

    @AfterAll
    static void stopAgent() {
        if (agent != null) {
            agent.close();
        }
    }

    /** Each letter alone, none, and some together. */
    static Stream<String> letters() {
        return Stream.of(
                "", "n", "f", "s", "S", "u", "q", "Q", "e", "b", "t", "v", "U", "x", "X", "a", "T",
                "nq", "nQ", "sq", "Qs", "qv", "vQ", "ve", "vt", "fX", "sX", "Xq", "bX", "eX", "ub",
                "fb", "ax", "xa", "xT", "qT", "tU", "nve", "Qsbetv", "sUet", "fqbUt", "nvQxt");
    }

    @ParameterizedTest(name = "-O{0}")
    @MethodSource("letters")
    @Order(1)
    void walksLookTheSame(String letters) throws Exception {
        StringBuilder theirs = new StringBuilder();
        for (String root : ROOTS) {
            theirs.append(netSnmp("snmpwalk", letters, List.of(), List.of(root)));
        }
        assertThat(theirs.toString().lines().count()).isGreaterThan(100);
        assertSame(theirs.toString(), bulkhead("walk", letters, List.of(), ROOTS));
    }

    @ParameterizedTest(name = "{0} -O{2}")
    @CsvSource({
        "snmpget, get, ''",
        "snmpget, get, Qs",
        "snmpget, get, nqt",
        "snmpget, get, fX",
        "snmpgetnext, getnext, ''",
        "snmpgetnext, getnext, uq",
        "snmpgetnext, getnext, be",
        "snmpbulkget, getbulk, ''",
        "snmpbulkget, getbulk, vU",
        "snmpbulkget, getbulk, sT"
    })
    @Order(1)
    void singleRequestsLookTheSame(String tool, String verb, String letters) throws Exception {
        boolean bulk = verb.equals("getbulk");
        List<String> oids = new ArrayList<>();
        for (String each : List.of("1.1.0", "1.6.0", "1.11.0", "1.17.0", "1.20.0", "1.41.0")) {
            oids.add(AgreementAgent.MODULE + "." + each);
        }
        oids.addAll(
                bulk
                        ? List.of("1.3.6.1.2.1.1.9.1.2")
                        : List.of("1.3.6.1.2.1.1.4.7", "1.3.6.1.2.1.99.1.0", "1.3.6.1.2.1.1.1.0"));
        List<String> flags = bulk ? List.of("-Cn2", "-Cr4") : List.of();
        assertSame(netSnmp(tool, letters, flags, oids), bulkhead(verb, letters, flags, oids));
    }

    @Test
    @Order(2)
    void eachListedDifferenceIsOne() {
        assertThat(seen).containsExactlyInAnyOrder(Difference.values());
    }

    private static void assertSame(String theirs, String ours) {
        String expected = theirs;
        for (Difference difference : Difference.values()) {
            String changed = difference.apply(expected);
            if (!changed.equals(expected)) {
                seen.add(difference);
                expected = changed;
            }
        }
        assertThat(onlyIn(expected, ours)).as("lines that only net-snmp has").isEmpty();
        assertThat(onlyIn(ours, expected)).as("lines that only Bulkhead has").isEmpty();
        assertThat(ours).isEqualTo(expected);
    }

    private static List<String> onlyIn(String text, String other) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.removeAll(other.lines().toList());
        return lines;
    }

    private static List<String> flags(String letters, List<String> more) {
        List<String> flags = new ArrayList<>(List.of("-v2c", "-c", "public", "-t", "5", "-m"));
        flags.addAll(List.of(MODULES, "-M", agent.mibs().toString()));
        if (!letters.isEmpty()) {
            flags.add("-O" + letters);
        }
        flags.addAll(more);
        return flags;
    }

    private static String netSnmp(String tool, String letters, List<String> more, List<String> oids)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(tool));
        command.addAll(flags(letters, more));
        command.add(agent.address());
        command.addAll(oids);
        Outcome outcome = Command.of(command).with(Snmpd.environment(folder)).run();
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.out();
    }

    private static String bulkhead(
            String verb, String letters, List<String> more, List<String> oids) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(flags(letters, more));
        arguments.add(agent.address());
        arguments.addAll(oids);
        ProcessBuilder builder =
                Bulkhead.builder(folder, List.of(), arguments.toArray(String[]::new));
        Outcome outcome =
                Command.of(builder.command()).with(Map.copyOf(builder.environment())).run();
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }
}
