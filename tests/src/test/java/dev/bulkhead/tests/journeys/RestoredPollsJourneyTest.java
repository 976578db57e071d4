package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.app.chart.ChartMark;
import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.app.vault.NamedCredential;
import dev.bulkhead.app.vault.Recipe;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import dev.bulkhead.engine.job.SnmpVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polls that come back with the window: behind a locked vault, and with their past. */
class RestoredPollsJourneyTest {
    private static final String PASSPHRASE = "correct horse";
    private static final String COMMUNITY = "of-our-own";

    private final Engine outside = Engine.open(EngineSettings.ofThisProcess(1));
    private OpenWindow window;
    private String address;

    @TempDir private Path folder;

    @BeforeEach
    void startDevice() throws Exception {
        CompletableFuture<String> listening = new CompletableFuture<>();
        SimulatedDevice device =
                new SimulatedDevice(
                        "server",
                        new SimulatedDevice.Model.Server(),
                        DemoNetwork.HOST,
                        0,
                        new Secret(COMMUNITY),
                        new Secret(COMMUNITY + "-write"),
                        List.of(),
                        Optional.empty());
        outside.submit(
                new JobSpec.Simulate(List.of(device)),
                event -> {
                    if (event instanceof JobEvent.Listening where) {
                        listening.complete(where.addresses().getFirst());
                    }
                });
        address = listening.get(60, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        window.close();
        outside.close();
    }

    private void open() throws Exception {
        window = OpenWindow.open(Settings.of(folder.resolve("window.properties")));
    }

    private List<PollRow> rows() {
        return window.workbench().polling().rows();
    }

    private void push(KeyCode... keys) {
        window.robot().push(keys);
        window.pulse();
    }

    private boolean isSeen(String id) {
        Node node = window.shell().lookup(id);
        return node != null && node.isVisible();
    }

    private void poll(String object) {
        window.ask(() -> {
            window.workbench().target().addressProperty().set(address);
            return true;
        });
        window.typeOid(object);
        push(KeyCode.SHORTCUT, KeyCode.Y);
        window.until(() -> !rows().isEmpty());
    }

    private void storeCredential() {
        window.ask(() -> {
            window.workbench()
                    .agents()
                    .credentials()
                    .save(
                            new NamedCredential(
                                    "ops",
                                    new Recipe.Plain(
                                            new Credential.Community(
                                                    SnmpVersion.V2C, new Secret(COMMUNITY)))),
                            Optional.empty(),
                            () -> window.workbench().agents().choose("ops"));
            window.workbench().agents().unlock().answer(PASSPHRASE, PASSPHRASE);
            return true;
        });
        window.until(() ->
                window.workbench()
                        .target()
                        .credentialNameProperty()
                        .get()
                        .equals(Optional.of("ops")));
    }

    @Test
    void pollsBehindALockedVaultSayWhyAndGoOnAfterOneClick() throws Exception {
        open();
        storeCredential();
        poll("sysUpTime.0");
        window.until(() -> rows().getFirst().value().isPresent());
        window.close();
        assertThat(Files.readString(folder.resolve("polls.yaml"))).contains("credential: ops");
        open();
        window.until(() -> rows().size() == 1);
        window.ask(() -> {
            window.shell().actions().showPolls();
            return true;
        });
        window.until(() -> isSeen("#poll-wait"));
        assertThat(window.ask(() -> ((Label) window.shell().lookup("#poll-wait-text")).getText()))
                .contains("1 object waits")
                .contains("ops");
        assertThat(window.ask(() -> window.workbench().agents().unlock().askProperty().get()))
                .as("no passphrase is asked for before somebody wants to go on")
                .isEmpty();
        window.ask(() -> {
            ((Button) window.shell().lookup("#poll-unlock")).fire();
            return true;
        });
        window.until(() -> window.workbench().agents().unlock().askProperty().get().isPresent());
        window.ask(() -> {
            window.workbench().agents().unlock().answer(PASSPHRASE, "");
            return true;
        });
        window.until(() -> rows().getFirst().value().isPresent());
        window.until(() -> !isSeen("#poll-wait"));
    }

    @Test
    void aCredentialThatIsGoneIsNamed() throws Exception {
        Files.writeString(
                folder.resolve("polls.conf"),
                "[poll]\ndevice = server\naddress = %s\noid = 1.3.6.1.2.1.1.3.0\ncredential = gone\n"
                        .formatted(address));
        open();
        window.until(() -> rows().size() == 1);
        window.ask(() -> {
            window.shell().actions().showPolls();
            return true;
        });
        window.until(() -> isSeen("#poll-wait"));
        assertThat(window.ask(() -> ((Label) window.shell().lookup("#poll-wait-text")).getText()))
                .contains("gone")
                .contains("does not exist");
    }

    @Test
    void whatHappenedBeforeIsMarkedAndReadByKeys() throws Exception {
        open();
        keep();
        storeCredential();
        poll("sysUpTime.0");
        window.until(() -> rows().getFirst().value().isPresent());
        window.until(() ->
                window.workbench().historian().state().map(HistoryState::committed).orElse(0L) > 1);
        window.ask(() -> {
            window.workbench().polling().pauseAll();
            return true;
        });
        window.until(() -> marks().stream().anyMatch(text -> text.contains("was paused")));
        window.close();
        window.workbench().historian().close();
        open();
        keep();
        window.until(() -> rows().size() == 1);
        window.until(() -> marks().stream().anyMatch(text -> text.contains("was paused")));
        window.ask(() -> {
            window.shell().commands().get("tab-3").run();
            return true;
        });
        window.until(() -> isSeen("#chart-plot"));
        window.ask(() -> {
            window.shell().lookup("#chart-plot").requestFocus();
            return true;
        });
        await().atMost(Duration.ofSeconds(60))
                .until(() -> {
                    push(KeyCode.SHIFT, KeyCode.M);
                    return window.shell()
                            .lookup("#chart-plot")
                            .getAccessibleText()
                            .contains("was paused");
                });
    }

    private void keep() {
        window.ask(() -> {
            window.workbench().historian().keepIn(folder.resolve("history.db"));
            return true;
        });
    }

    private List<String> marks() {
        return window
                .workbench()
                .polling()
                .marks()
                .between(
                        0,
                        Long.MAX_VALUE,
                        Set.copyOf(rows().stream().map(PollRow::targetLabel).toList()))
                .stream()
                .map(ChartMark::text)
                .toList();
    }
}
