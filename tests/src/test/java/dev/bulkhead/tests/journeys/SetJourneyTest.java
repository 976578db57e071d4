package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.change.ChangesViewModel.Stage;
import dev.bulkhead.app.query.ResultRow;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value is changed where it stands: double click (or F2), text, Enter, Enter. */
class SetJourneyTest {
    private static final int TABS_AT_MOST = 15;

    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.open();
        window.startDemo();
        write(DemoNetwork.WRITE_COMMUNITY);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void write(String community) {
        window.ask(() -> {
            window.workbench()
                    .target()
                    .credentialProperty()
                    .set(new Credential.Community(SnmpVersion.V2C, new Secret(community)));
            return true;
        });
    }

    private void get(String name) {
        window.typeOid(name);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.G);
        window.until(() -> results().getItems().size() == 1);
        window.until(() -> valueCell() != null);
    }

    private TableView<?> results() {
        return (TableView<?>) window.shell().lookup("#results");
    }

    private Node valueCell() {
        return results().lookupAll(".table-cell").stream()
                .filter(TableCell.class::isInstance)
                .map(TableCell.class::cast)
                .filter(cell -> !cell.isEmpty() && cell.getTableRow().isVisible())
                .filter(cell -> "results-value".equals(cell.getTableColumn().getId()))
                .findFirst()
                .orElse(null);
    }

    /** Both clicks in one go: a robot that waits between them is too slow on a busy machine. */
    private void doubleClick() {
        window.until(() -> valueCell().localToScreen(valueCell().getBoundsInLocal()).getMinX() > 0);
        window.ask(() -> {
            Bounds cell = valueCell().localToScreen(valueCell().getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(cell.getCenterX(), cell.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
    }

    private String value() {
        ResultRow row = (ResultRow) results().getItems().getFirst();
        return window.workbench().library().names().value(row.varBind());
    }

    private Stage stage() {
        return window.workbench().changes().stageProperty().get();
    }

    private void isFocused(String id) {
        window.until(() -> {
            Node owner = window.shell().getScene().getFocusOwner();
            return owner != null && id.equals(owner.getId());
        });
    }

    /** A node of a pop-up; null if none shows it. */
    private static Node inPopUp(String id) {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .filter(Window::isShowing)
                .map(popUp -> popUp.getScene().lookup(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isEditing() {
        return inPopUp("#cell-editor") != null;
    }

    @Test
    void aValueIsSetByTwoClicksTextAndTwoEnters() {
        get("demoText");
        doubleClick();
        window.until(SetJourneyTest::isEditing);
        window.robot().write("by mouse").push(KeyCode.ENTER);
        isFocused("confirm-send");
        assertThat(window.<String>ask(this::value)).isNotEqualTo("by mouse");
        window.robot().push(KeyCode.ENTER);
        window.until(() -> value().equals("by mouse"));
        window.until(() -> stage() instanceof Stage.Idle);
        assertThat(window.<Integer>ask(() -> window.workbench().changes().log().size()))
                .isEqualTo(1);
    }

    @Test
    void aChoiceIsSetByKeyboardAloneAndSetBack() {
        get("ifAdminStatus.3");
        walkToResults();
        window.robot().push(KeyCode.HOME).push(KeyCode.F2);
        window.until(SetJourneyTest::isEditing);
        window.robot().write("down").push(KeyCode.ENTER);
        isFocused("confirm-send");
        window.robot().push(KeyCode.ENTER);
        window.until(() -> value().equals("down(2)"));
        isFocused("results");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
        isFocused("changes");
        window.ask(() -> {
            window.shell().commands().get("set-back").run();
            return true;
        });
        isFocused("confirm-send");
        window.robot().push(KeyCode.ENTER);
        if (window.ask(() -> stage() instanceof Stage.Asking)) {
            window.robot().push(KeyCode.ENTER); // the bar takes no Enter in its first moment
        }
        window.until(() -> value().equals("up(1)"));
    }

    private void walkToResults() {
        for (int i = 0; i < 3; i++) {
            window.robot().push(KeyCode.F6);
        }
        for (int i = 0; i < TABS_AT_MOST && !isInResults(); i++) {
            window.robot().push(KeyCode.TAB);
        }
        isFocused("results");
    }

    private boolean isInResults() {
        return window.ask(() -> {
            Node owner = window.shell().getScene().getFocusOwner();
            return owner != null && "results".equals(owner.getId());
        });
    }

    @Test
    void aRefusalShowsAtTheCell() {
        write(DemoNetwork.READ_COMMUNITY);
        get("demoText");
        doubleClick();
        window.until(SetJourneyTest::isEditing);
        window.robot().write("intruder").push(KeyCode.ENTER);
        isFocused("confirm-send");
        window.robot().push(KeyCode.ENTER);
        window.until(() ->
                inPopUp("#cell-editor-problem") instanceof Label problem
                        && problem.getText().startsWith("noAccess (6)"));
        assertThat(window.<String>ask(this::value)).isNotEqualTo("intruder");
    }
}
