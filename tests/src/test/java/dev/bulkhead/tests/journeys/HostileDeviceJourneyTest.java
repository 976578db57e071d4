package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.JobEvent;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SimulatedDevice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A device whose texts are made to do harm, looked at in the window. The nineteen texts are those
 * of the rig of hostile agents, {@code EVIL} in {@code hostile_agent.py}.
 */
class HostileDeviceJourneyTest {
    private static final List<String> EVIL =
            List.of(
                    "=cmd|'/c calc'!A1",
                    "+1+1",
                    "-2+3",
                    "@SUM(A1:A9)",
                    "\t=1",
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "\u001b[2J\u001b[31mred\u001b]0;title\u0007",
                    "nul\u0000inside",
                    "bidi \u202egnp.exe",
                    "line1\nFAKE LOG LINE\r\nline3",
                    "%s%s%n%x",
                    "${jndi:ldap://127.0.0.1/a}",
                    "../../etc/passwd",
                    "\"quoted\",\"comma\"",
                    "'; DROP TABLE x;--",
                    "{{7*7}}",
                    "a".repeat(255),
                    "");

    @TempDir Path folder;

    @Test
    void resultsTableTooltipsAndPollsAreInert() throws Exception {
        try (Engine engine = Engine.open(EngineSettings.ofThisProcess(0));
                OpenWindow window = OpenWindow.open()) {
            String address = play(engine);
            window.ask(() -> {
                window.workbench().target().addressProperty().set(address);
                return true;
            });
            walk(window, "ifDescr");
            window.until(() -> shown(window).contains("line1 ⏎ FAKE LOG LINE ⏎ line3"));
            assertInert(shown(window));
            walk(window, "entPhysicalAlias");
            window.until(() -> shown(window).stream().anyMatch(text -> text.endsWith("gnp.exe")));
            assertInert(shown(window));
            window.typeOid("ifTable");
            window.robot().push(KeyCode.SHORTCUT, KeyCode.T);
            window.until(() -> rows(window, "#grid") == EVIL.size());
            window.until(() -> shown(window).contains("<script>alert(1)</script>"));
            assertInert(shown(window));
            hover(window);
            window.typeOid("ifDescr.10");
            window.robot().push(KeyCode.SHORTCUT, KeyCode.Y);
            window.until(() -> window.workbench().polling().summary().objects() == 1);
            window.pulse();
            assertInert(shown(window));
        }
    }

    private static void walk(OpenWindow window, String column) {
        window.typeOid(column);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.U);
        window.until(() ->
                window.workbench()
                        .results()
                        .shownProperty()
                        .get()
                        .filter(run -> run.question().what().equals(column))
                        .filter(run -> run.progress().state() == State.FINISHED)
                        .isPresent());
        window.until(() -> rows(window, "#results") == EVIL.size());
    }

    /** The tooltips of the table's cells, whether or not they show now. */
    private static void hover(OpenWindow window) {
        window.robot().moveTo("#grid");
        window.pulse();
        assertInert(shown(window));
    }

    private String play(Engine engine) throws Exception {
        Path recording = Files.writeString(folder.resolve("evil.snmprec"), recording());
        SimulatedDevice evil =
                new SimulatedDevice(
                        "evil",
                        new SimulatedDevice.Model.Recording(recording),
                        "127.0.0.1",
                        0,
                        new Secret("public"),
                        new Secret("private"),
                        List.of(),
                        Optional.empty());
        CompletableFuture<String> ready = new CompletableFuture<>();
        engine.submit(
                new JobSpec.Simulate(List.of(evil)),
                event -> {
                    if (event instanceof JobEvent.Listening listening) {
                        ready.complete(listening.addresses().getFirst());
                    }
                });
        return ready.get(60, TimeUnit.SECONDS);
    }

    private static String recording() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= EVIL.size(); i++) {
            lines.append("1.3.6.1.2.1.2.2.1.1." + i + "|2|" + i + "\n");
        }
        for (String column : List.of("1.3.6.1.2.1.2.2.1.2.", "1.3.6.1.2.1.47.1.1.1.1.14.")) {
            for (int i = 1; i <= EVIL.size(); i++) {
                byte[] octets = EVIL.get(i - 1).getBytes(StandardCharsets.UTF_8);
                String hex = HexFormat.of().formatHex(octets);
                lines.append(column + i + "|4x|" + hex + "\n");
            }
        }
        return lines.toString();
    }

    private static int rows(OpenWindow window, String table) {
        return window.ask(() ->
                window.shell().lookup(table) instanceof TableView<?> view
                        ? view.getItems().size()
                        : 0);
    }

    /** All that can be read in any open window, tooltips and what a screen reader says too. */
    private static List<String> shown(OpenWindow window) {
        return window.ask(() -> {
            List<String> texts = new ArrayList<>();
            for (Window open : Window.getWindows()) {
                collect(open.getScene().getRoot(), texts);
            }
            return texts;
        });
    }

    private static void collect(Node node, List<String> texts) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof Text text) {
            texts.add(text.getText());
        }
        if (node.getAccessibleText() != null) {
            texts.add(node.getAccessibleText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            texts.add(control.getTooltip().getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static void assertInert(List<String> texts) {
        for (String text : texts) {
            assertThat(text.codePoints().filter(c -> c != '\n'))
                    .as(text)
                    .noneMatch(Character::isISOControl)
                    .noneMatch(c -> Character.getType(c) == Character.FORMAT)
                    .noneMatch(c -> c == 0x2028 || c == 0x2029);
            assertThat(text).doesNotContain("\nFAKE LOG LINE");
        }
    }
}
