package dev.bulkhead.tests.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bulkhead.tests.program.Bulkhead;
import dev.bulkhead.tests.program.Outcome;
import dev.bulkhead.tests.program.Repository;
import dev.bulkhead.tests.program.RunningProgram;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command of the README and the guide is run as it stands there, by a shell, on a simulated
 * device in the place of the addresses; what would go on for ever is told to end.
 */
@EnabledOnOs(OS.LINUX)
class CommandsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private static Path home;

    private static RunningProgram device;
    private static RunningProgram receiver;
    private static String agent = "";
    private static int trapPort;

    @BeforeAll
    static void startDevice() throws Exception {
        device = Bulkhead.start("simulate", "--seconds", "900");
        Awaitility.await("the simulator is ready")
                .atMost(PATIENCE)
                .until(() -> device.out().stream().anyMatch(l -> l.text().startsWith("READY ")));
        agent = device.out().getFirst().text().substring("READY ".length());
        trapPort = freePort();
        receiver = Bulkhead.start("listen", "127.0.0.1:" + trapPort);
        Awaitility.await("the receiver listens")
                .atMost(PATIENCE)
                .until(() -> receiver.err().contains(Integer.toString(trapPort)));
        Path mibs = Files.createDirectories(home.resolve("mibs/acme"));
        Files.writeString(mibs.resolve("ACME-MIB"), Texts.MODULE);
        Files.createDirectories(home.resolve("more-mibs"));
        Files.createDirectories(home.resolve(".snmp/mibs"));
        prepare("record -c public " + agent + " ifTable --to sw1");
        prepare(
                "poll -c public "
                        + agent
                        + " --oid ifHCInOctets.1 --every 200ms --count 2 --history polls.db");
    }

    /** Makes what commands of the texts take up. */
    private static void prepare(String command) throws Exception {
        Outcome outcome = run("cd " + home + " && bulkhead " + command);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }

    @AfterAll
    static void stopDevice() {
        device.close();
        receiver.close();
    }

    private static int freePort() throws IOException {
        while (true) {
            try (DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                    ServerSocket _ =
                            new ServerSocket(
                                    udp.getLocalPort(), 1, InetAddress.getLoopbackAddress())) {
                return udp.getLocalPort();
            } catch (java.net.BindException taken) {
                // another
            }
        }
    }

    /** Each command once, whatever how often it stands somewhere. */
    static Stream<String> commands() {
        Map<String, String> once = new LinkedHashMap<>();
        for (Doc doc : Doc.all()) {
            for (String command : doc.commands()) {
                if (command.startsWith("bulkhead")) {
                    once.putIfAbsent(command.replaceAll(" +", " "), doc.name());
                }
            }
        }
        return once.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandWorks(String command) throws Exception {
        Outcome outcome = run(Texts.onThisMachine(command, agent, trapPort, freePort()));
        assertThat(outcome.exitCode())
                .as("%s%n%s%n%s", command, outcome.out(), outcome.err())
                .isZero();
    }

    /** As a shell with the program on its path runs it, in a folder with what commands name. */
    static Outcome run(String command) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(home, "work");
        Files.writeString(folder.resolve("auth.txt"), "demo-auth-pass\n");
        Files.writeString(folder.resolve("priv.txt"), "demo-priv-pass\n");
        Files.writeString(folder.resolve("core.yaml"), Texts.POLL_SET.replace("192.0.2.1", agent));
        Files.writeString(folder.resolve("generator.yml"), Texts.GENERATOR);
        Files.writeString(folder.resolve("snmp.conf"), "defVersion 2c\ndefCommunity office\n");
        for (String made : List.of("sw1", "polls.db")) {
            boolean makes = command.matches(".*--(to|history) " + made + "( .*)?");
            if (!makes) {
                Files.createSymbolicLink(folder.resolve(made), home.resolve(made));
            }
        }
        ProcessBuilder program = Bulkhead.builder(home, List.of(), "x");
        String bin = String.valueOf(Path.of(program.command().getFirst()).getParent());
        Map<String, String> environment = new TreeMap<>(program.environment());
        environment.put("PATH", bin + ":" + environment.get("PATH"));
        environment.put("PRIV", "demo-priv-pass");
        environment.put("DISPLAY", "");
        return Shell.run(command, folder, environment);
    }

    @Test
    void nothingButCommandsThatAreCheckedStandsInTheTexts() {
        List<String> unknown = new ArrayList<>();
        for (Doc doc : Doc.all()) {
            for (String command : doc.commands()) {
                if (!command.matches("(bulkhead|mvn)( .*)?")) {
                    unknown.add(doc.name() + ": " + command);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void mavenCommandsNameWhatIsThere() throws IOException {
        MavenWords maven = MavenWords.read(Repository.ROOT);
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (Doc doc : Doc.all()) {
            for (String command :
                    Stream.concat(doc.commands().stream(), doc.code().stream()).toList()) {
                if (command.startsWith("mvn ") || command.startsWith("-D")) {
                    count++;
                    maven.problems(command).forEach(p -> wrong.add(doc.name() + ": " + p));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(count).isGreaterThan(20);
    }

    @Test
    void verbsAndFlagsInTheTextAreInTheHelp() throws Exception {
        Map<String, String> help = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Doc doc : Doc.all()) {
            for (String code : doc.code()) {
                List<String> words = List.of(code.split(" "));
                if (!words.getFirst().equals("bulkhead")
                        || words.size() < 2
                        || words.get(1).matches("VERB|FILE.*|help|-.*")) {
                    continue;
                }
                String verb = words.get(1);
                if (!help.containsKey(verb)) {
                    Outcome page = Bulkhead.run(verb, "--help");
                    help.put(verb, page.exitCode() == 0 ? page.out() : "");
                }
                for (String word : words.subList(1, words.size())) {
                    boolean named = word.startsWith("-") || word.equals(verb);
                    if (named && !word.equals("--help") && !help.get(verb).contains(word)) {
                        wrong.add(doc.name() + ": " + word + " in " + code);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyVerbOfTheHelpIsInTheGuide() throws Exception {
        Outcome help = Bulkhead.run("--help");
        TreeSet<String> verbs = new TreeSet<>();
        help.out()
                .lines()
                .filter(line -> line.matches("  [a-z].* {2,}\\S.*") && !line.contains("bulkhead"))
                .map(line -> line.strip().split(" ", 2)[0].replace(",", ""))
                .forEach(verbs::add);
        assertThat(verbs).contains("get", "walk", "poll", "record");
        String texts = String.join("\n", Doc.all().stream().map(Doc::text).toList());
        assertThat(verbs).allSatisfy(verb -> assertThat(texts).contains("bulkhead " + verb));
    }

    @Test
    void withoutADisplayTheWindowSaysSo() throws Exception {
        assumeTrue(System.getProperty("os.name").contains("Linux"));
        Outcome outcome = run("env -u WAYLAND_DISPLAY bulkhead");
        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.err()).contains("bulkhead");
    }
}
