package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.packets.PacketLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets recorded, looked at and saved, by keyboard alone. */
class PacketsJourneyTest {
    @TempDir private Path folder;

    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.open();
        window.startDemo();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private TableView<?> table() {
        return (TableView<?>) window.shell().lookup("#packets-table");
    }

    private Node focused() {
        return window.shell().getScene().getFocusOwner();
    }

    private boolean isFocused(String id) {
        return focused() != null && id.equals(focused().getId());
    }

    private void tabTo(String id) {
        for (int i = 0; i < 30 && !window.ask(() -> isFocused(id)); i++) {
            window.robot().push(KeyCode.TAB);
        }
        assertThat(window.ask(() -> isFocused(id))).as("the focus reaches " + id).isTrue();
    }

    @Test
    void aWalkIsRecordedTakenApartAndSaved() throws Exception {
        window.typeOid("system");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.W);
        window.until(() -> window.workbench().results().rows().size() > 5);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        window.until(() -> isFocused("packets-record-again"));
        window.robot().push(KeyCode.SPACE);
        window.until(() -> !window.workbench().packets().rows().isEmpty());
        assertThat(window.ask(() -> window.workbench().packets().recordingProperty().get()))
                .isTrue();

        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        window.until(() -> table().isFocused());
        for (int i = 0; i < 8 && !chosenType().equals("RESPONSE"); i++) {
            window.robot().push(KeyCode.DOWN);
        }
        assertThat(chosenType()).isEqualTo("RESPONSE");
        tabTo("packets-fields");
        TreeView<?> fields =
                window.ask(() -> (TreeView<?>) window.shell().lookup("#packets-fields"));
        window.robot().push(KeyCode.HOME).push(KeyCode.DOWN);
        window.until(() ->
                String.valueOf(fields.getSelectionModel().getSelectedItem().getValue())
                        .contains("label=Version"));
        assertThat(window.ask(this::marked)).isEqualTo("02 01 01");

        save();
        String saved = Files.readString(folder.resolve("walk.pcapng"), StandardCharsets.ISO_8859_1);
        assertThat(saved).contains("RESPONSE request-id", "******").doesNotContain("public");
    }

    private String chosenType() {
        return window.ask(() ->
                window.workbench()
                        .packets()
                        .chosenProperty()
                        .get()
                        .map(PacketLine::type)
                        .orElse("none"));
    }

    private String marked() {
        return window.robot().lookup(".hex-marked").queryAllAs(Label.class).stream()
                .map(label -> label.getText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void save() {
        Path file = folder.resolve("walk.pcapng");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        window.until(() -> isFocused("packets-file"));
        window.robot().write(file.toString()).push(KeyCode.ENTER);
        window.until(() -> Files.exists(file));
        window.until(() -> !window.shell().lookup("#packets-save-bar").isVisible());
    }

    @Test
    void errorsAreFoundAndAFileThatIsThereIsNotLost() throws Exception {
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.R);
        window.typeOid("ifTable");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.G);
        window.until(() ->
                window.workbench().results().runs().stream()
                        .anyMatch(run -> run.progress().state().isOver()));
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.K);
        window.until(() -> window.workbench().packets().rows().size() == 2);
        window.ask(() -> {
            window.workbench().packets().filterProperty().set("response");
            return true;
        });
        assertThat(
                        window.ask(() ->
                                window.workbench().packets().rows().stream()
                                        .map(PacketLine::type)
                                        .toList()))
                .containsExactly("RESPONSE");

        Path file = Files.writeString(folder.resolve("walk.pcapng"), "mine");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        window.until(() -> isFocused("packets-file"));
        window.robot().write(file.toString()).push(KeyCode.ENTER);
        window.until(() -> window.shell().lookup("#packets-save-problem").isVisible());
        assertThat(file).hasContent("mine");
        window.robot().push(KeyCode.ENTER);
        window.until(() -> !window.shell().lookup("#packets-save-bar").isVisible());
        assertThat(Files.size(file)).isGreaterThan(100);
    }
}
