package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.bulkhead.app.notification.NotificationDesk;
import dev.bulkhead.app.notification.NotificationLine;
import dev.bulkhead.app.notification.ReceiverViewModel.State;
import dev.bulkhead.app.notification.Severity;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.JobHandle;
import dev.bulkhead.engine.job.AuthProtocol;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.PrivProtocol;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import dev.bulkhead.tests.program.Command;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notifications received, decoded, sent and acted on by rules, by keyboard alone. */
class NotificationJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Oid ACME_ALARM = Oid.parse("1.3.6.1.4.1.32473.7.0.1");
    private static final Oid ACME_SEVERITY = Oid.parse("1.3.6.1.4.1.32473.7.1.0");

    @TempDir private Path folder;

    private Settings settings;
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        settings = Settings.of(folder.resolve("window.properties"));
        window = OpenWindow.open(settings);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private NotificationDesk desk() {
        return window.workbench().notifications();
    }

    private List<NotificationLine> rows() {
        return window.ask(() -> List.copyOf(desk().list().rows()));
    }

    private boolean isFocused(String id) {
        Node focused = window.shell().getScene().getFocusOwner();
        return focused != null && id.equals(focused.getId());
    }

    private void tabTo(String id) {
        for (int i = 0; i < 60 && !window.ask(() -> isFocused(id)); i++) {
            window.robot().push(KeyCode.TAB);
        }
        assertThat(window.ask(() -> isFocused(id))).as("the focus reaches " + id).isTrue();
    }

    private void type(String id, String text) {
        tabTo(id);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.A).write(text);
    }

    private int listen() throws IOException {
        int port = freePort();
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        window.until(() -> isFocused("notifications-listen"));
        // Backwards from the empty list to the bar above it.
        for (int i = 0; i < 10 && !window.ask(() -> isFocused("receiver-settings")); i++) {
            window.robot().push(KeyCode.SHIFT, KeyCode.TAB);
        }
        window.robot().push(KeyCode.SPACE);
        window.until(() -> isFocused("receiver-places"));
        window.robot().write("127.0.0.1:" + port).push(KeyCode.ENTER);
        window.until(() -> desk().receiver().stateProperty().get() instanceof State.Listening);
        return port;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** With net-snmp's sender where it is installed, else with our own. */
    private void sendLinkDown(int port) throws Exception {
        boolean installed =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                        .map(each -> Path.of(each, "snmptrap"))
                        .anyMatch(Files::isExecutable);
        if (installed) {
            assertThat(
                            Command.of(
                                            "snmptrap",
                                            "-v2c",
                                            "-c",
                                            "public",
                                            "-m",
                                            "",
                                            "127.0.0.1:" + port,
                                            "",
                                            ".1.3.6.1.6.3.1.1.5.3",
                                            ".1.3.6.1.2.1.2.2.1.1.9",
                                            "i",
                                            "9",
                                            ".1.3.6.1.2.1.2.2.1.7.9",
                                            "i",
                                            "1",
                                            ".1.3.6.1.2.1.2.2.1.8.9",
                                            "i",
                                            "2")
                                    .run()
                                    .exitCode())
                    .isZero();
        } else {
            send(
                    port,
                    Oid.parse("1.3.6.1.6.3.1.1.5.3"),
                    new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.1.9"), new Integer32(9)),
                    new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.7.9"), new Integer32(1)),
                    new VarBind(Oid.parse("1.3.6.1.2.1.2.2.1.8.9"), new Integer32(2)));
        }
    }

    private void send(int port, Oid notification, VarBind... varBinds) throws Exception {
        send(
                port,
                new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                notification,
                varBinds);
    }

    private void send(int port, Credential with, Oid notification, VarBind... varBinds)
            throws Exception {
        Target target = new Target("127.0.0.1", port, with, Duration.ofSeconds(5), 1);
        JobHandle job =
                window.workbench()
                        .services()
                        .jobs()
                        .submit(
                                new JobSpec.Notify(
                                        target, true, 1, notification, List.of(varBinds)),
                                _ -> {});
        assertThat(job.await(PATIENCE)).isTrue();
    }

    private void addRule(String name, int kindsDown, String to) {
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.U);
        boolean first = window.ask(() -> desk().rules().rules().isEmpty());
        if (first) {
            window.until(() -> isFocused("rules-empty-add"));
        } else {
            window.until(() -> isFocused("rules-table"));
            for (int i = 0; i < 10 && !window.ask(() -> isFocused("rule-add")); i++) {
                window.robot().push(KeyCode.SHIFT, KeyCode.TAB);
            }
        }
        window.robot().push(KeyCode.SPACE);
        window.until(() -> isFocused("rule-name"));
        window.robot().write(name);
        type("rule-notification", "linkDown");
        type("rule-variable", "ifOperStatus = down");
        tabTo("rule-kind");
        for (int i = 0; i < kindsDown; i++) {
            window.robot().push(KeyCode.DOWN);
        }
        type("rule-to", to);
        tabTo("rule-save");
        window.robot().push(KeyCode.SPACE);
        window.until(() -> isFocused("rules-table"));
    }

    @Test
    void aNotificationIsReceivedDecodedAndRulesFire() throws Exception {
        BlockingQueue<String> posted = new LinkedBlockingQueue<>();
        HttpServer web =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext(
                "/hook",
                exchange -> {
                    posted.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        web.start();
        try (DatagramSocket syslog = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            addRule("Post it", 5, "http://127.0.0.1:" + web.getAddress().getPort() + "/hook");
            addRule("Log it", 4, "127.0.0.1:" + syslog.getLocalPort());
            int port = listen();
            sendLinkDown(port);
            window.until(() -> desk().list().rows().size() == 1);

            NotificationLine line = rows().getFirst();
            assertThat(line.severity()).isEqualTo(Severity.CRITICAL);
            window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
            window.until(() -> isFocused("notifications-table"));
            window.until(() -> text("notification-name").equals("linkDown"));
            assertThat(window.ask(this::cells))
                    .contains("critical", "127.0.0.1", "linkDown")
                    .anyMatch(cell -> cell.contains("ifOperStatus = down(2)"))
                    .contains("ifOperStatus.9", "down(2)");
            window.until(() -> text("notification-description").contains("linkDown trap"));
            assertThat(text("notification-fact-community")).isEqualTo("******");

            assertThat(posted.poll(30, TimeUnit.SECONDS))
                    .contains("\"name\":\"IF-MIB::linkDown\"", "\"severity\":\"critical\"")
                    .contains("\"text\":\"down(2)\"")
                    .doesNotContain("public");
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            syslog.setSoTimeout((int) PATIENCE.toMillis());
            syslog.receive(packet);
            assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
                    .startsWith("<129>1 ")
                    .contains(" bulkhead - linkDown [bulkhead@32473 source=\"127.0.0.1\"")
                    .contains("linkDown from 127.0.0.1: ifIndex = 9");
            window.until(() -> desk().rules().rules().stream().allMatch(rule -> rule.done() == 1));
            scan();
        } finally {
            web.stop(0);
        }
        assertThat(Files.readString(folder.resolve("notification-rules.txt")))
                .contains("name = Post it", "do = webhook", "name = Log it", "do = syslog");
    }

    /** Nothing is mute, cut or covered where the list is full, nor in the rules' dry run. */
    private void scan() {
        SceneScan scan = new SceneScan();
        window.ask(() -> {
            scan.mute(window.shell()).cut(window.shell()).overlaps(window.shell());
            scan.faint(window.shell(), Color.WHITE);
            desk().rules().tryOut();
            window.shell().commands().get("notification-rules").run();
            return true;
        });
        window.until(() -> desk().rules().dryRunProperty().get().isPresent());
        window.pulse();
        window.ask(() -> {
            window.shell().applyCss();
            window.shell().layout();
            return scan.mute(window.shell()).cut(window.shell()).overlaps(window.shell());
        });
        assertThat(scan.findings()).isEmpty();
    }

    private String text(String id) {
        return window.ask(() ->
                window.shell().lookup("#" + id) instanceof Labeled label ? label.getText() : "");
    }

    private List<String> cells() {
        return window.shell().lookupAll(".table-cell").stream()
                .filter(Labeled.class::isInstance)
                .map(cell -> ((Labeled) cell).getText())
                .filter(text -> text != null)
                .toList();
    }

    @Test
    void whatCameIsDecodedAnewWhenItsModuleIsLoaded() throws Exception {
        int port = listen();
        send(
                port,
                ACME_ALARM,
                new VarBind(ACME_SEVERITY, new Integer32(1)),
                new VarBind(
                        Oid.parse("1.3.6.1.4.1.32473.7.2.0"),
                        new OctetString("fan".getBytes(StandardCharsets.UTF_8))));
        window.until(() -> desk().list().rows().size() == 1);
        assertThat(rows().getFirst().severity()).isEqualTo(Severity.INFO);
        assertThat(window.ask(this::cells)).noneMatch(cell -> cell.contains("acmeAlarm"));
        Path module =
                Files.writeString(
                        folder.resolve("ACME-ALARM-MIB.txt"),
                        """
                        ACME-ALARM-MIB DEFINITIONS ::= BEGIN
                        IMPORTS MODULE-IDENTITY, OBJECT-TYPE, NOTIFICATION-TYPE, enterprises
                            FROM SNMPv2-SMI;
                        acmeAlarmMIB MODULE-IDENTITY
                            LAST-UPDATED "202601010000Z" ORGANIZATION "Acme"
                            CONTACT-INFO "none" DESCRIPTION "Alarms."
                            ::= { enterprises 32473 7 }
                        acmeAlarmSeverity OBJECT-TYPE
                            SYNTAX INTEGER { critical(1), minor(2), cleared(3) }
                            MAX-ACCESS read-only STATUS current DESCRIPTION "How bad."
                            ::= { acmeAlarmMIB 1 }
                        acmeAlarmText OBJECT-TYPE
                            SYNTAX OCTET STRING
                            MAX-ACCESS read-only STATUS current DESCRIPTION "What."
                            ::= { acmeAlarmMIB 2 }
                        acmeAlarm NOTIFICATION-TYPE
                            OBJECTS { acmeAlarmSeverity, acmeAlarmText }
                            STATUS current DESCRIPTION "Something is wrong."
                            ::= { acmeAlarmMIB 0 1 }
                        END
                        """);
        window.ask(() -> {
            window.workbench().library().load(List.of(module));
            return true;
        });
        window.until(() ->
                desk().list().rows().getFirst().severity() == Severity.CRITICAL
                        && cells().contains("acmeAlarm"));
        assertThat(window.ask(this::cells))
                .anyMatch(cell -> cell.startsWith("acmeAlarmSeverity = critical(1)"));
    }

    @Test
    void theSwitchIsRememberedAndAPortThatIsTakenSaysWhatHelps() throws Exception {
        int port = listen();
        window.close();
        try (DatagramSocket _ = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            window = OpenWindow.open(settings);
            window.until(() -> desk().receiver().stateProperty().get() instanceof State.Failed);
            window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
            assertThat(text("receiver-why")).contains("127.0.0.1:" + port);
            assertThat(text("receiver-command")).startsWith("sudo ss").contains(":" + port);
        }
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.N);
        window.until(() -> desk().receiver().stateProperty().get() instanceof State.Listening);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.N);
        window.until(() -> desk().receiver().stateProperty().get() instanceof State.Off);
        window.close();
        window = OpenWindow.open(settings);
        assertThat(window.ask(() -> desk().receiver().isOn())).isFalse();
    }

    @Test
    void anInformIsSentFromItsFormAndAnswered() throws Exception {
        int port = listen();
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.T);
        window.until(() -> isFocused("sender-name-text") || isFocused("sender-name"));
        window.robot().write("IF-MIB::linkDown").push(KeyCode.ESCAPE);
        type("sender-address", "127.0.0.1:" + port);
        tabTo("sender-inform");
        window.robot().push(KeyCode.SPACE);
        type("sender-value-1", "3");
        tabTo("sender-value-2");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.A).write("up");
        tabTo("sender-value-3");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.A).write("down").push(KeyCode.ENTER);
        window.until(() -> text("sender-result").contains("has answered the inform"));
        window.until(() -> desk().list().rows().size() == 1);
        assertThat(rows().getFirst().notification().inform()).isTrue();
        assertThat(rows().getFirst().notification().varBinds())
                .extracting(VarBind::value)
                .containsExactly(new Integer32(3), new Integer32(1), new Integer32(2));
    }

    @Test
    void clearedNotificationsComeBackAndTheFilterFindsThem() throws Exception {
        int port = listen();
        send(port, Oid.parse("1.3.6.1.6.3.1.1.5.1"));
        send(port, Oid.parse("1.3.6.1.6.3.1.1.5.5"));
        window.until(() -> desk().list().rows().size() == 2);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F);
        window.until(() -> isFocused("notifications-filter"));
        window.robot().write("authentication");
        window.until(() -> desk().list().rows().size() == 1);
        window.robot().push(KeyCode.ESCAPE);
        window.until(() -> desk().list().rows().size() == 2);
        window.ask(() -> {
            window.shell().commands().get("clear-notifications").run();
            return true;
        });
        window.until(() -> desk().list().rows().isEmpty());
        // In the filter the key would take back what was typed.
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.Z);
        window.until(() -> desk().list().rows().size() == 2);
        TableView<?> table =
                window.ask(() -> (TableView<?>) window.shell().lookup("#notifications-table"));
        assertThat(window.ask(() -> table.getItems().size())).isEqualTo(2);
    }

    @Test
    void usersOfTheNamedCredentialsAreTaken() throws Exception {
        Credential.Usm user =
                Credential.Usm.of(
                        "ops",
                        SecurityLevel.AUTH_PRIV,
                        Optional.of(
                                new Credential.Auth(
                                        AuthProtocol.SHA_256, new Secret("canary auth phrase"))),
                        Optional.of(
                                new Credential.Priv(
                                        PrivProtocol.AES_128, new Secret("canary priv phrase"))));
        window.ask(() -> {
            window.workbench()
                    .agents()
                    .credentials()
                    .keepForSession(new NamedCredential("team", new Recipe.Plain(user)));
            return true;
        });
        int port = listen();
        send(port, user, Oid.parse("1.3.6.1.6.3.1.1.5.2"));
        window.until(() -> desk().list().rows().size() == 1);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        window.until(() -> text("notification-fact-user").equals("ops, authPriv"));
        assertThat(text("notification-fact-engine")).contains(":");
        assertThat(text("notification-name")).isEqualTo("warmStart");
    }
}
