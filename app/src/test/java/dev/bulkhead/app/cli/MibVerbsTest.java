package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code search}, {@code mibs} and the reports of {@code translate}. */
final class MibVerbsTest {
    private final FakeTerminal world = new FakeTerminal();
    @TempDir private Path home;

    @BeforeEach
    void settingsStayInTheTest() {
        world.environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        world.environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    }

    private String run(int code, String... words) {
        world.out.reset();
        assertThat(world.run(words)).as(world.err()).isEqualTo(code);
        return world.out();
    }

    @Test
    void searchListsTheBestFirst() {
        assertThat(run(0, "search", "ifdescr").lines().skip(1).findFirst())
                .hasValueSatisfying(line ->
                        assertThat(line.split(" +", -1))
                                .containsExactly(
                                        "1.3.6.1.2.1.2.2.1.2", "IF-MIB::ifDescr", "column"));
        assertThat(run(0, "search", "--limit", "2", "--format", "csv", "ifIn").lines()).hasSize(3);
        assertThat(run(0, "search", "--format", "jsonl", "ifDescr", "--limit=1"))
                .isEqualTo(
                        "{\"oid\":\"1.3.6.1.2.1.2.2.1.2\",\"name\":\"IF-MIB::ifDescr\","
                                + "\"kind\":\"column\"}\n");
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        run(1, "search", "-m", "IF-MIB", "zxqvjk");
        assertThat(world.err()).contains("nothing in ").contains("zxqvjk");
        run(2, "search");
        run(2, "search", "--limit", "0", "x");
    }

    @Test
    void foldersAreListedAndSwitched(@TempDir Path mibs) throws IOException {
        Files.writeString(
                mibs.resolve("ACME-MIB"),
                """
                ACME-MIB DEFINITIONS ::= BEGIN
                acmeBox OBJECT IDENTIFIER ::= { iso 99999 }
                END
                """);
        world.environment.put("MIBDIRS", mibs.toString());
        assertThat(run(0, "mibs", "--format", "jsonl"))
                .contains("{\"on\":true,\"files\":1,\"modules\":1,")
                .contains(mibs.toString(), "MIBDIRS");
        assertThat(run(0, "translate", "acmeBox")).isEqualTo(".1.99999\n");
        assertThat(run(0, "mibs", "--off", mibs.toString())).isEmpty();
        assertThat(run(0, "mibs", "--format", "jsonl")).contains("{\"on\":false,\"files\":1");
        run(2, "translate", "acmeBox");
        assertThat(run(0, "translate", "-M", mibs.toString(), "acmeBox")).isEqualTo(".1.99999\n");
        run(0, "mibs", "--on", mibs.toString());
        assertThat(run(0, "translate", "acmeBox")).isEqualTo(".1.99999\n");
        run(2, "mibs", "--off", mibs.resolve("nowhere").toString());
    }

    @Test
    void theTreeIsDrawnAsNetSnmpDrawsIt() {
        assertThat(run(0, "translate", "-Tp", "-m", "SNMPv2-MIB", "snmpMIBObjects"))
                .startsWith(
                        """
                        +--snmpMIBObjects(1)
                           |
                           +--snmpTrap(4)
                           |  |
                           |  +-- ---N ObjID     snmpTrapOID(1)
                           |  +-- ---N ObjID     snmpTrapEnterprise(3)
                           |
                           +--snmpTraps(5)
                           |  |
                           |  +--coldStart(1)
                        """);
        assertThat(run(0, "translate", "-Tp", "-m", "IF-MIB", "ifTable"))
                .startsWith(
                        """
                        +--ifTable(2)
                           |
                           +--ifEntry(1)
                              |  Index: ifIndex
                              |
                              +-- -R-- Integer32 ifIndex(1)
                              |        Textual Convention: InterfaceIndex
                              |        Range: 1..2147483647
                              +-- -R-- String    ifDescr(2)
                        """);
    }

    @Test
    void listsHaveNamesOrPaths() {
        assertThat(run(0, "translate", "-Tz", "-m", "IF-MIB", "ifNumber"))
                .isEqualTo("\"ifNumber\"\t\t\t\"1.3.6.1.2.1.2.1\"\n");
        assertThat(run(0, "translate", "-Tl", "-m", "SNMPv2-SMI", "org"))
                .startsWith(".iso(1).org(3)\n.iso(1).org(3).dod(6)\n");
        run(2, "translate", "-Tq", "org");
    }

    @Test
    void expressionsFindTheBestMatch() {
        assertThat(run(0, "translate", "-Ib", "-m", "IF-MIB", "if.*octets"))
                .isEqualTo(".1.3.6.1.2.1.2.2.1.10\n");
        assertThat(run(0, "translate", "-IR", "-m", "IF-MIB", "ifDescr.1"))
                .isEqualTo(".1.3.6.1.2.1.2.2.1.2.1\n");
        run(2, "translate", "-Ib", "-m", "IF-MIB", "(");
        run(2, "translate", "-Ib", "-m", "IF-MIB", "zxqvjk");
    }

    @Test
    void instancesAreReadAndWritten() {
        String name = "SNMP-VIEW-BASED-ACM-MIB::vacmSecurityModel.3.\"ops\"";
        String oid = ".1.3.6.1.6.3.16.1.2.1.1.3.3.111.112.115";
        assertThat(run(0, "translate", name)).isEqualTo(oid + "\n");
        assertThat(run(0, "translate", oid)).isEqualTo(name + "\n");
    }
}
