package dev.bulkhead.app.demo;

import dev.bulkhead.app.notification.Action;
import dev.bulkhead.app.notification.Grouping;
import dev.bulkhead.app.notification.Match;
import dev.bulkhead.app.notification.NotificationDesk;
import dev.bulkhead.app.notification.ReceiverViewModel.State;
import dev.bulkhead.app.notification.Rule;
import dev.bulkhead.app.notification.Severity;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.ThemeChoice;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** The chapter of notifications: received over loopback from our own sender. The tour's thread. */
final class NotificationScenes {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Shell shell;
    private final Workbench workbench;
    private int port;

    NotificationScenes(Shell shell, Workbench workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    private NotificationDesk desk() {
        return workbench.notifications();
    }

    void take(Album album) {
        run("notifications");
        album.take("notifications-empty");
        if (album.isThorough()) {
            received(album);
        }
    }

    private void received(Album album) {
        portTaken(album);
        some(album);
        FxSteps.tell(() -> desk().list().groupingProperty().set(Grouping.SOURCE));
        FxSteps.pass(Duration.ofSeconds(2));
        FxSteps.tell(() -> desk().list().groupingProperty().set(Grouping.NOTIFICATION));
        FxSteps.pass(Duration.ofSeconds(2));
        album.take("notifications-grouped");
        FxSteps.tell(() -> desk().list().groupingProperty().set(Grouping.NONE));
        FxSteps.tell(() -> shell.commands().get("export-notifications").run());
        album.takeOne("notifications-export", ThemeChoice.LIGHT);
        press("notifications-export-close");
        rules(album);
        sender(album);
        FxSteps.tell(() -> desk().receiver().toggle());
    }

    /** Some that came over loopback, one of them chosen. */
    void some(Album album) {
        listen(freePort());
        album.take("notifications-waiting");
        sendSome();
        choose(0);
        FxSteps.tell(() -> {
            if (shell.lookup("#notification-variables") instanceof TableView<?> table) {
                table.getSelectionModel().select(3);
            }
        });
        album.take("notifications");
    }

    private void run(String command) {
        FxSteps.tell(() -> shell.commands().get(command).run());
    }

    private void portTaken(Album album) {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            typePlace("127.0.0.1:" + other.getLocalPort());
            FxSteps.until(
                    "the failure",
                    PATIENCE,
                    () -> desk().receiver().stateProperty().get() instanceof State.Failed);
            album.take("notifications-port-taken");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void typePlace(String place) {
        press("receiver-settings");
        FxSteps.tell(() -> {
            if (shell.lookup("#receiver-places") instanceof TextField field) {
                field.setText(place);
            }
        });
        press("receiver-listen");
    }

    private void listen(int free) {
        port = free;
        typePlace("127.0.0.1:" + port);
        FxSteps.until(
                "listening",
                PATIENCE,
                () -> desk().receiver().stateProperty().get() instanceof State.Listening);
    }

    private void press(String id) {
        FxSteps.tell(() -> {
            Node node = shell.lookup("#" + id);
            if (node instanceof Button button) {
                button.fire();
            }
        });
    }

    private void sendSome() {
        FxSteps.tell(() ->
                desk().rules()
                        .add(
                                new Rule(
                                        "Cold starts",
                                        true,
                                        new Match("", "coldStart", "", Optional.empty(), "", false),
                                        new Action.SetSeverity(Severity.MINOR),
                                        Rule.USUAL_PER_MINUTE)));
        send("authenticationFailure", false);
        send("coldStart", true);
        for (int place = 1; place <= 6; place++) {
            send("IF-MIB::linkUp", false, variable("ifIndex." + place, place), status(place, 1));
            send(
                    "IF-MIB::linkDown",
                    place % 2 == 0,
                    variable("ifIndex." + place, place),
                    variable("ifAdminStatus." + place, 1),
                    status(place, 2),
                    text("ifDescr." + place, "GigabitEthernet0/" + place));
        }
        send("risingAlarm", false, variable("alarmIndex.4", 4), variable("alarmValue.4", 812));
        send(
                "IF-MIB::linkDown",
                true,
                variable("ifIndex.9", 9),
                variable("ifAdminStatus.9", 1),
                status(9, 2),
                text("ifDescr.9", "TenGigabitEthernet1/0/9"),
                new VarBind(
                        oid("ifPhysAddress.9"),
                        new OctetString(new byte[] {0, 0x1B, 0x21, 0x3C, (byte) 0x9D, 9})));
        FxSteps.until("all came", PATIENCE, () -> desk().taken() >= 16);
        FxSteps.pass(Duration.ofMillis(500));
    }

    private VarBind status(int place, int value) {
        return variable("ifOperStatus." + place, value);
    }

    private VarBind variable(String name, int value) {
        return new VarBind(oid(name), new Integer32(value));
    }

    private VarBind text(String name, String value) {
        SmiValue octets = new OctetString(value.getBytes(StandardCharsets.UTF_8));
        return new VarBind(oid(name), octets);
    }

    private Oid oid(String name) {
        return FxSteps.ask(() -> workbench.library().names().resolve(name));
    }

    private void send(String name, boolean inform, VarBind... varBinds) {
        Target target =
                new Target(
                        "127.0.0.1",
                        port,
                        new Credential.Community(SnmpVersion.V2C, new Secret("public")),
                        Duration.ofSeconds(2),
                        1);
        long before = desk().taken();
        workbench
                .services()
                .jobs()
                .submit(
                        new JobSpec.Notify(target, inform, 12_345, oid(name), List.of(varBinds)),
                        _ -> {});
        FxSteps.until(name, PATIENCE, () -> desk().taken() > before);
    }

    private void choose(int row) {
        run("notifications");
        FxSteps.tell(() -> {
            if (shell.lookup("#notifications-table") instanceof TableView<?> table) {
                table.getSelectionModel().clearAndSelect(row);
                table.requestFocus();
            }
        });
    }

    private void rules(Album album) {
        run("notification-rules");
        FxSteps.tell(() -> {
            desk().rules()
                    .add(
                            new Rule(
                                    "Links to the team",
                                    true,
                                    new Match(
                                            "127.0.0.0/8",
                                            "IF-MIB::linkDown",
                                            "ifAdminStatus = up",
                                            Optional.empty(),
                                            "",
                                            false),
                                    new Action.Webhook(
                                            URI.create("http://127.0.0.1:9/hooks/noc"),
                                            Optional.empty()),
                                    6));
            desk().rules()
                    .add(
                            new Rule(
                                    "Alarms to syslog",
                                    false,
                                    new Match("", "", "", Optional.of(Severity.WARNING), "", false),
                                    new Action.Syslog("127.0.0.1:514", false),
                                    60));
            desk().rules().tryOut();
        });
        FxSteps.until(
                "the dry run", PATIENCE, () -> desk().rules().dryRunProperty().get().isPresent());
        FxSteps.tell(() -> {
            if (shell.lookup("#rules-table") instanceof TableView<?> table) {
                table.getSelectionModel().clearAndSelect(1);
                table.requestFocus();
            }
        });
        album.take("notification-rules-dry-run");
        send("IF-MIB::linkDown", false, variable("ifIndex.7", 7), variable("ifAdminStatus.7", 1));
        FxSteps.until(
                "the rule's failure", PATIENCE, () -> desk().rules().rules().get(1).failed() > 0);
        press("rule-edit");
        album.take("notification-rule");
        press("rule-cancel");
    }

    private void sender(Album album) {
        Oid linkDown = oid("IF-MIB::linkDown");
        FxSteps.tell(() -> {
            workbench.current().select(linkDown);
            desk().sender().addressProperty().set("127.0.0.1:" + port);
            desk().sender().informProperty().set(true);
            shell.commands().get("send-notification").run();
        });
        FxSteps.tell(() -> {
            for (int row = 1; row <= 3; row++) {
                if (shell.lookup("#sender-instance-" + row) instanceof TextField field) {
                    field.setText("9");
                }
            }
            fill("sender-value-1", "9");
            fill("sender-value-2-text", "up(1)");
            fill("sender-value-3-text", "down(2)");
        });
        press("sender-send");
        FxSteps.until(
                "the answer",
                PATIENCE,
                () -> shell.lookup("#sender-result").getStyleClass().contains("success"));
        album.take("send-notification");
    }

    private void fill(String id, String text) {
        if (shell.lookup("#" + id) instanceof TextField field) {
            field.setText(text);
        }
    }
}
