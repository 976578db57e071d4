package dev.bulkhead.app.demo;

import dev.bulkhead.app.agent.AgentDesk;
import dev.bulkhead.app.agent.CredentialsView;
import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.agent.NetSnmpViewModel;
import dev.bulkhead.app.agent.SavedDevice;
import dev.bulkhead.app.shell.Shell;
import dev.bulkhead.app.shell.Workbench;
import dev.bulkhead.app.theme.ThemeChoice;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;

/** Devices, credentials, discovery and the diagnosis panel, for the pictures. */
final class AgentScenes {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String PASSPHRASE = "pictures of the window";
    private static final String USER = "demo user";
    private static final String SNMP_CONF =
            """
            defVersion 3
            defSecurityName alice
            defSecurityLevel authPriv
            defAuthType SHA-256
            defPrivType AES
            defPassphrase made-up-for-pictures
            defCommunity made-up
            defAuthMasterKey 0x0102
            alias lab udp:192.0.2.77:1161
            """;

    private final Shell shell;
    private final Workbench workbench;
    private final Scenes scenes;
    private final AgentDesk desk;

    AgentScenes(Shell shell, Workbench workbench, Scenes scenes) {
        this.shell = shell;
        this.workbench = workbench;
        this.scenes = scenes;
        desk = workbench.agents();
    }

    void pictures(Album album) {
        devices(album);
        credentials(album);
        locked(album);
        discovery(album);
        if (album.isThorough()) {
            diagnosis(album);
        }
    }

    void devices(Album album) {
        if (album.isThorough()) {
            run("devices");
            album.takeOne("devices-none", ThemeChoice.LIGHT);
        }
        FxSteps.tell(() -> {
            List<Device> demo = List.copyOf(workbench.target().devices());
            List<SavedDevice> all = new ArrayList<>();
            demo.forEach(one -> all.add(saved(one, "Demo network", "")));
            all.add(saved(new Device("core-sw-01", "192.0.2.1", 161), "Core/Switches", ""));
            all.add(saved(new Device("core-sw-02", "192.0.2.2", 161), "Core/Switches", ""));
            all.add(saved(new Device("edge-rt-01", "2001:db8::1", 161), "Core/Routers", ""));
            all.add(saved(Device.parse("dtls:ups.example"), "", ""));
            desk.devices().addAll(all);
        });
        scenes.walk("system");
        FxSteps.tell(() ->
                List.copyOf(desk.devices().devices()).stream()
                        .filter(one -> one.group().equals("Demo network"))
                        .forEach(one -> desk.devices().replace(one, one.withCredential(USER))));
        run("devices");
        select("#device-tree", 6);
        album.take("devices");
    }

    private static SavedDevice saved(Device device, String group, String credential) {
        return SavedDevice.of(device).inGroup(group).withCredential(credential);
    }

    private void credentials(Album album) {
        FxSteps.tell(() -> desk.credentials().save(user(), Optional.empty(), () -> {}));
        run("credentials");
        if (album.isThorough()) {
            album.take("passphrase-first");
        }
        FxSteps.tell(() -> desk.unlock().answer(PASSPHRASE, PASSPHRASE));
        FxSteps.until("the vault", LONG, () -> desk.unlock().openProperty().get());
        FxSteps.tell(() -> {
            desk.credentials().save(community("office read"), Optional.empty(), () -> {});
            desk.credentials().keepForSession(community("lab, for today"));
        });
        FxSteps.until("the credentials", LONG, () -> desk.credentials().items().size() == 3);
        choose(0);
        edit();
        if (album.isThorough()) {
            album.take("credentials");
        }
        fire("#credential-auth-pass", node -> ((TextField) node).setText("not-the-passphrase"));
        press("#test-credential");
        FxSteps.until(
                "the doctor's finding",
                LONG,
                () ->
                        shell.lookup("#credential-problem") instanceof Label label
                                && label.getText().endsWith(".")
                                && !label.getText().endsWith("..."));
        album.take("credential-v3-finding");
        netSnmp(album);
        if (album.isThorough()) {
            certificate(album);
        }
    }

    /** Offers what a made-up {@code snmp.conf} and a host's file have. */
    private void netSnmp(Album album) {
        try {
            Path folder = Files.createTempDirectory("pictures");
            Path hosts = Files.createDirectory(folder.resolve("hosts"));
            Path general = folder.resolve("snmp.conf");
            Path host = hosts.resolve("edge-rt-07.conf");
            try {
                Files.writeString(general, SNMP_CONF);
                Files.writeString(host, "defVersion 2c\ndefCommunity edge\ntimeout 4\n");
                netSnmp(album, folder);
            } finally {
                for (Path each : List.of(general, host, hosts, folder)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void netSnmp(Album album, Path folder) {
        NetSnmpViewModel model = desk.netSnmp();
        FxSteps.tell(() -> {
            if (shell.lookup("#credentials-pane") instanceof CredentialsView view) {
                view.importNetSnmp(model);
            }
        });
        FxSteps.until("an empty offer", LONG, () -> model.previewProperty().get().isPresent());
        FxSteps.tell(() -> model.read(folder));
        FxSteps.until(
                "the offer",
                LONG,
                () ->
                        model.previewProperty()
                                .get()
                                .filter(offer -> offer.credentials().size() == 3)
                                .isPresent());
        album.take("credentials-net-snmp");
    }

    private void certificate(Album album) {
        press("#add-credential");
        FxSteps.tell(() -> {
            if (shell.lookup("#credential-version") instanceof ComboBox<?> kind) {
                kind.getSelectionModel().selectLast();
            }
        });
        album.take("credential-tls");
    }

    private void choose(int row) {
        FxSteps.tell(() -> {
            if (shell.lookup("#credential-list") instanceof ListView<?> list) {
                list.getSelectionModel().select(row);
                list.requestFocus();
            }
        });
    }

    private void edit() {
        FxSteps.tell(() ->
                desk.credentials()
                        .item(USER)
                        .ifPresent(_ -> {
                            if (shell.lookup("#credentials-pane") instanceof CredentialsView view) {
                                view.edit();
                            }
                        }));
        FxSteps.until("the form", LONG, () -> shell.lookup("#credential-auth-pass") != null);
    }

    private void locked(Album album) {
        FxSteps.tell(() -> {
            desk.unlock().lock();
            workbench.target().addressProperty().set(DemoNetwork.SERVER);
        });
        run("walk");
        FxSteps.until("the question", LONG, () -> desk.unlock().askProperty().get().isPresent());
        album.take("passphrase");
        FxSteps.tell(() -> desk.unlock().answer(PASSPHRASE, ""));
        FxSteps.until("the vault", LONG, () -> desk.unlock().openProperty().get());
        scenes.awaitRun();
    }

    private void discovery(Album album) {
        run("discover");
        FxSteps.tell(() -> {
            workbench.discovery().blocksProperty().set("127.0.0.1-12");
            workbench.discovery().portsProperty().set(ports());
            workbench.discovery().rateProperty().set("200");
            workbench.discovery().groupProperty().set("Found");
            workbench.discovery().start();
        });
        FxSteps.until("a device", LONG, () -> !workbench.discovery().found().isEmpty());
        if (album.isThorough()) {
            album.takeOne("discovery-running", ThemeChoice.LIGHT);
        }
        FxSteps.until("the end", LONG, () -> !workbench.discovery().isRunning());
        FxSteps.tell(() -> {
            if (shell.lookup("#discovery-found") instanceof TableView<?> table) {
                table.getSelectionModel().selectAll();
            }
        });
        album.take("discovery");
    }

    private String ports() {
        return workbench.target().devices().stream()
                .filter(device -> device.host().equals(DemoNetwork.HOST))
                .map(device -> Integer.toString(device.port()))
                .collect(Collectors.joining(", "));
    }

    private void diagnosis(Album album) {
        scenes.askWrongly();
        album.take("diagnosis");
        press("#try-saved");
        album.takeOne("diagnosis-try-saved", ThemeChoice.LIGHT);
        press("#retry-credential");
        album.take("diagnosis-credential");
    }

    private static NamedCredential user() {
        return new NamedCredential(USER, new Recipe.Plain(DemoNetwork.user()));
    }

    private static NamedCredential community(String name) {
        return new NamedCredential(
                name,
                new Recipe.Plain(new Credential.Community(SnmpVersion.V2C, new Secret("office"))));
    }

    private void run(String command) {
        FxSteps.tell(() -> shell.commands().get(command).run());
    }

    private void press(String id) {
        fire(id, node -> ((Button) node).fire());
    }

    private void fire(String id, Consumer<Node> deed) {
        FxSteps.until(id, LONG, () -> shell.lookup(id) != null);
        FxSteps.tell(() -> deed.accept(shell.lookup(id)));
    }

    private void select(String id, int row) {
        fire(id, node -> ((TreeTableView<?>) node).getSelectionModel().clearAndSelect(row));
    }
}
