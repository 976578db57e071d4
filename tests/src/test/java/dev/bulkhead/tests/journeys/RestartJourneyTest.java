package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.agent.Device;
import dev.bulkhead.app.demo.DemoDevices;
import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.polling.PollSettings;
import dev.bulkhead.app.polling.Threshold;
import dev.bulkhead.app.settings.Settings;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is watched is back after the window was closed and opened again. */
class RestartJourneyTest {
    private final Engine outside = Engine.open(EngineSettings.ofThisProcess(1));
    private Device device;
    private OpenWindow window;

    @TempDir Path folder;

    @BeforeEach
    void startDevice() throws Exception {
        device = new DemoDevices(outside::submit).start().get(60, TimeUnit.SECONDS).getFirst();
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

    private List<String> names() {
        return rows().stream().map(window.workbench().polling()::objectName).toList();
    }

    private void push(KeyCode... keys) {
        window.robot().push(keys);
        window.pulse();
    }

    private void set() {
        window.ask(() -> {
            window.workbench().target().addressProperty().set(device.host() + ":" + device.port());
            return true;
        });
        for (String name : List.of("ifHCInOctets.25", "ifHCOutOctets.25", "ifHighSpeed.25")) {
            int before = rows().size();
            window.typeOid(name);
            push(KeyCode.SHORTCUT, name.contains("Out") ? KeyCode.P : KeyCode.Y);
            window.until(() -> rows().size() == before + 1);
        }
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
        window.ask(() -> {
            ((TextField) window.shell().lookup("#formula-title")).setText("both");
            ((TextField) window.shell().lookup("#formula-text"))
                    .setText("ifHCInOctets.25 + ifHCOutOctets.25");
            window.shell().lookup("#formula-text").requestFocus();
            return true;
        });
        push(KeyCode.ENTER);
        window.until(() -> rows().size() == 4);
        window.ask(() -> {
            window.workbench()
                    .polling()
                    .change(
                            rows().subList(0, 1),
                            settings ->
                                    new PollSettings(
                                            "Up",
                                            Optional.of(
                                                    new Threshold(
                                                            Threshold.Side.ABOVE, 1_000, 500)),
                                            false));
            window.workbench().polling().pause(rows().subList(1, 2), true);
            window.workbench().polling().open("Up", false);
            return true;
        });
    }

    @Test
    void pollsChartsAndLayoutAreBack() throws Exception {
        open();
        set();
        window.close();
        assertThat(Files.readString(folder.resolve("polls.yaml"))).contains("formula: ");
        open();
        window.until(() -> rows().size() == 4);
        assertThat(names())
                .containsExactly("ifHCInOctets.25", "ifHCOutOctets.25", "ifHighSpeed.25", "both");
        assertThat(rows().getFirst().settings().group()).isEqualTo("Up");
        assertThat(window.workbench().polling().isOpen("Up")).isFalse();
        assertThat(rows().get(1).settings().isPaused()).isTrue();
        assertThat(
                        window.<List<String>>ask(() ->
                                window.workbench().chart().lines().stream()
                                        .map(line -> line.name())
                                        .toList()))
                .containsExactly("ifHCInOctets.25", "ifHighSpeed.25");
        window.until(() -> rows().getFirst().isAlarm());
        window.until(() -> rows().get(2).value().isPresent());
        window.until(() -> rows().get(3).point() > 0);
        assertThat(rows().get(1).value()).isEmpty();
    }

    @Test
    void aFileThatMakesNoSenseIsToldAndKept() throws Exception {
        Files.writeString(folder.resolve("polls.yaml"), "version: 1\npols: 1\n");
        open();
        window.until(() ->
                window.workbench().status().lineProperty().get().text().contains("put aside")
                        || Files.exists(folder.resolve("polls.yaml.damaged-1")));
        assertThat(folder.resolve("polls.yaml.damaged-1")).hasContent("version: 1\npols: 1");
        assertThat(rows()).isEmpty();
    }
}
