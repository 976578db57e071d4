package dev.bulkhead.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no agent: help, usage, translate, compile. */
final class CliTest {
    private final FakeTerminal world = new FakeTerminal();

    @Test
    void verbsAndHelpAreForTheCommandLineAllElseForTheWindow() {
        assertThat(Cli.wants(new String[] {"get"})).isTrue();
        assertThat(Cli.wants(new String[] {"--help"})).isTrue();
        assertThat(Cli.wants(new String[] {"-V"})).isTrue();
        assertThat(Cli.wants(new String[] {})).isFalse();
        assertThat(Cli.wants(new String[] {"--demo"})).isFalse();
        assertThat(Cli.wants(new String[] {"--pictures", "x"})).isFalse();
    }

    private static List<String> verbs() {
        return Verbs.names();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasHelpThatFitsAScreenWithAnExample(String verb) {
        assertThat(world.run(verb, "--help")).isZero();
        List<String> lines = world.out().lines().toList();
        assertThat(lines).hasSizeBetween(8, 24).allMatch(line -> line.length() <= 80);
        assertThat(lines).anyMatch(line -> line.startsWith("  bulkhead "));
        assertThat(world.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyFlagIsInTheHelp(String verb) throws UsageException {
        String help = Help.page(verb) + Help.page("agent") + Help.page("output");
        for (Flag flag : Verbs.get(verb).flags()) {
            if (!Flag.COMMON.contains(flag) && !flag.name().equals("-I")) {
                assertThat(help).as(verb).contains(flag.name());
            }
        }
    }

    @Test
    void filesOpenTheWindowAndVerbsDoNot(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("acme.mib"), "x");
        assertThat(Cli.wants(new String[] {file.toString()})).isFalse();
        assertThat(Cli.wants(new String[] {"--window", file.toString()})).isFalse();
        assertThat(Cli.wants(new String[] {"get"})).isTrue();
        assertThat(Cli.wants(new String[] {folder.resolve("no.mib").toString()})).isTrue();
        assertThat(Cli.wants(new String[] {"--version"})).isTrue();
        assertThat(Cli.wants(new String[] {})).isFalse();
    }

    @Test
    void whatVerbsShareHasPagesOfItsOwn() {
        assertThat(world.run("help", "agent")).isZero();
        assertThat(world.run("help", "output")).isZero();
        assertThat(world.out().lines()).hasSizeLessThan(48).allMatch(line -> line.length() <= 80);
        assertThat(world.run("help", "nothing")).isEqualTo(2);
    }

    @Test
    void theOverviewNamesEveryVerbAndTheVersionItsNumber() {
        assertThat(world.run("--help")).isZero();
        assertThat(world.out())
                .contains("getbulk", "walk", "table", "set", "poll", "translate", "compile");
        assertThat(world.run("--version")).isZero();
        assertThat(world.out()).containsPattern("Bulkhead \\d+\\.\\d+\\.\\d+");
    }

    @Test
    void helpHasThePagesOfVerbsAndOfTheGuide() {
        assertThat(world.run("help", "get")).isZero();
        assertThat(world.out()).contains("bulkhead get|getnext|getbulk");
        assertThat(world.run("help", "tasks")).isZero();
        assertThat(world.out()).contains("quick-start", "Flight recorder");
        assertThat(world.run("help", "flight", "recorder")).isZero();
        assertThat(world.out()).contains("FLIGHT RECORDER", "bulkhead record");
    }

    @Test
    void whatNoHelpIsAboutIsAWrongCallThatSaysWhereTheTasksAre() {
        assertThat(world.run("help", "nothing")).isEqualTo(ExitCode.USAGE);
        assertThat(world.out()).isEmpty();
        assertThat(world.err()).contains("\"nothing\"", "bulkhead help tasks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nosuchverb",
                "get",
                "get host",
                "get -Q host 1.3",
                "get -c x host:99999 1.3",
                "get -c x --format xml host 1.3",
                "get -c x host nosuchname.0",
                "getbulk -v1 -c x host 1.3",
                "walk",
                "table -c x host 1.3 1.4",
                "set -c x host sysName.0 s",
                "set -c x host sysName.0 q x",
                "poll -c x host",
                "poll -c x host --oid ifInOctets",
                "poll -c x host --oid 1.3 --every never",
                "translate",
                "translate nosuchname",
                "compile",
                "compile /nonexistent",
                "compile --dump csv .",
                "simulate --devices 0",
                "simulate --model /nonexistent.snmprec",
                "help nosuchverb",
            })
    void aWrongCommandLineIsExitCode2AndSaysWhy(String words) {
        assertThat(world.run(words.split(" ", -1))).isEqualTo(ExitCode.USAGE);
        assertThat(world.err()).startsWith("bulkhead: ").doesNotContain("Exception", "null");
        assertThat(world.out()).isEmpty();
    }

    @Test
    void translateGoesBothWays() {
        assertThat(world.run("translate", "ifDescr.1", "1.3.6.1.2.1.1.3.0")).isZero();
        assertThat(world.out()).isEqualTo(".1.3.6.1.2.1.2.2.1.2.1\nSNMPv2-MIB::sysUpTime.0\n");
    }

    @Test
    void translateHasStylesDetailsAndFormats() {
        world.run("translate", "-Of", "sysUpTime.0");
        assertThat(world.out()).isEqualTo(".iso.org.dod.internet.mgmt.mib-2.system.sysUpTime.0\n");
        world.out.reset();
        world.run("translate", "-Td", "ifOperStatus");
        assertThat(world.out())
                .startsWith("IF-MIB::ifOperStatus\nifOperStatus OBJECT-TYPE\n  -- FROM\tIF-MIB")
                .contains("  SYNTAX\tINTEGER {up(1), down(2), testing(3)")
                .endsWith("interfaces(2) ifTable(2) ifEntry(1) 8 }\n");
        world.out.reset();
        world.run("translate", "--format", "jsonl", "ifDescr.7");
        assertThat(world.out())
                .isEqualTo(
                        "{\"oid\":\"1.3.6.1.2.1.2.2.1.2.7\",\"name\":\"IF-MIB::ifDescr.7\","
                                + "\"module\":\"IF-MIB\",\"kind\":\"column\","
                                + "\"syntax\":\"DisplayString\",\"index\":[\"7\"]}\n");
    }

    @Test
    void chosenModulesAreLoadedWithTheirImports() {
        assertThat(world.run("translate", "-m", "IF-MIB", "ifDescr")).isZero();
        assertThat(world.run("translate", "-m", "IF-MIB", "hrMemorySize")).isEqualTo(2);
        assertThat(world.run("translate", "-m", "", "1.3.6.1.2.1.1.1.0")).isZero();
        assertThat(world.out()).isEqualTo(".1.3.6.1.2.1.2.2.1.2\niso.3.6.1.2.1.1.1.0\n");
        world.run("translate", "-m", "NO-SUCH-MIB:IF-MIB", "ifDescr");
        assertThat(world.err()).contains("there is no module NO-SUCH-MIB");
    }

    @Test
    void folderListsReplaceOrExtendTheUsualOnes(@TempDir Path a, @TempDir Path b)
            throws UsageException {
        world.environment.put("MIBDIRS", a.toString());
        assertThat(folders()).contains(a).doesNotContain(b);
        assertThat(folders("-M", b.toString())).containsExactly(b);
        assertThat(folders("-M", "+" + b)).startsWith(a).endsWith(b);
        assertThat(folders("-M", "-" + b)).startsWith(b).contains(a);
    }

    private List<Path> folders(String... words) throws UsageException {
        Arguments arguments = Arguments.read(Arrays.asList(words), MibChoice.FLAGS, false);
        return new MibChoice(arguments, world.terminal()).folders();
    }

    @Test
    void compileSumsUpAndDumps(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ACME-MIB.txt"), ACME);
        assertThat(world.run("compile", folder.toString())).isZero();
        assertThat(world.err()).isEmpty();
        assertThat(world.out())
                .matches(
                        "\\{\"files\":1,\"modules\":7,\"definitions\":\\d+,\"errors\":0,"
                                + "\"warnings\":0,\"milliseconds\":\\d+}\n");
        world.out.reset();
        assertThat(world.run("compile", "--dump", "tsv", file.toString())).isZero();
        assertThat(world.out().lines().filter(line -> line.startsWith("ACME-MIB")))
                .containsExactly(
                        "ACME-MIB\tacme\t1.3.6.1.4.1.99999\tMODULE-IDENTITY\tMODULE-IDENTITY\t",
                        "ACME-MIB\tacmeThings\t1.3.6.1.4.1.99999.1\tnode\tOTHER\t",
                        "ACME-MIB\tacmeCount\t1.3.6.1.4.1.99999.1.1\tscalar\tCounter32\tread-only");
        assertThat(world.out()).doesNotContain("IF-MIB\t");
    }

    @Test
    void compileReportsFaultsAndStillSucceeds(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("ACME-MIB.txt"),
                        ACME.replace("acme 1 }", "nosuchparent 1 }"));
        assertThat(world.run("compile", file.toString())).isZero();
        assertThat(world.err()).contains("ACME-MIB.txt:").contains("nosuchparent");
        assertThat(world.out()).doesNotContain("\"errors\":0");
    }

    @Test
    void aClosedOutputEndsQuietly() {
        world.outStream =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        assertThat(world.run("--help")).isZero();
        assertThat(world.err()).isEmpty();
    }

    @Test
    void aFullOutputIsOneMessage() {
        world.outStream =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        assertThat(world.run("--help")).isEqualTo(ExitCode.FAILED);
        assertThat(world.err())
                .isEqualTo(
                        "bulkhead: standard output cannot be written: No space left on device\n");
    }

    private static final String ACME =
            """
            ACME-MIB DEFINITIONS ::= BEGIN
            IMPORTS MODULE-IDENTITY, OBJECT-TYPE, Counter32, enterprises FROM SNMPv2-SMI
                    ifIndex FROM IF-MIB;
            acme MODULE-IDENTITY
                LAST-UPDATED "202601010000Z" ORGANIZATION "Acme" CONTACT-INFO "Acme"
                DESCRIPTION "Acme." ::= { enterprises 99999 }
            acmeThings OBJECT IDENTIFIER ::= { acme 1 }
            acmeCount OBJECT-TYPE SYNTAX Counter32 MAX-ACCESS read-only STATUS current
                DESCRIPTION "Things." ::= { acmeThings 1 }
            END
            """;
}
