package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table from its node to a live view, with the keyboard alone. */
class TableJourneyTest {
    private static final int DEMO_INTERFACES = 28;

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

    private boolean isVisible(String part) {
        return window.ask(() -> {
            Node node = window.shell().lookup(part);
            return node != null && node.isVisible();
        });
    }

    private List<String> columns() {
        return window.ask(() ->
                ((TableView<?>) window.shell().lookup("#grid"))
                        .getColumns().stream().map(column -> column.getText()).toList());
    }

    private boolean hasChange() {
        return window.ask(() ->
                window.shell().lookup("#grid").lookupAll(".table-cell").stream()
                        .flatMap(cell -> cell.getPseudoClassStates().stream())
                        .anyMatch(state -> state.getPseudoClassName().startsWith("fresh")));
    }

    private boolean hasRate() {
        return window.ask(() ->
                window.shell().lookup("#grid").lookupAll(".table-cell").stream()
                        .map(node -> (TableCell<?, ?>) node)
                        .anyMatch(cell ->
                                "in rate".equals(cell.getTableColumn().getText())
                                        && cell.getText() != null
                                        && cell.getText().endsWith("b/s")));
    }

    @Test
    void aTableIsOpenedCutTurnedAndWatchedByKeys() {
        openByEnter();
        List.of("ifMtu", "ifType", "ifPhysAddress", "ifLastChange").forEach(this::hideAColumn);
        turnAndBack();
        watch();
    }

    private void openByEnter() {
        window.robot().push(KeyCode.SHORTCUT, KeyCode.F);
        window.robot().write("ifTable");
        window.until(() -> !window.workbench().search().hits().isEmpty());
        window.robot().push(KeyCode.ENTER);
        window.robot().push(KeyCode.ENTER);
        window.until(() ->
                window.shell().lookup("#grid") instanceof TableView<?> grid
                        && grid.getItems().size() == DEMO_INTERFACES);
        assertThat(columns()).startsWith("ifIndex", "ifDescr").contains("ifMtu");
    }

    private void hideAColumn(String name) {
        window.robot().push(KeyCode.F7);
        window.until(() -> focusIs("table-columns-picker-filter"));
        window.robot().write(name);
        window.robot().push(KeyCode.ENTER);
        window.until(() -> !columns().contains(name));
        window.robot().push(KeyCode.ESCAPE);
        window.until(() -> focusIs("grid"));
    }

    private boolean focusIs(String id) {
        return window.ask(() ->
                Window.getWindows().stream()
                        .filter(Window::isFocused)
                        .map(of -> of.getScene().getFocusOwner())
                        .anyMatch(node -> node != null && id.equals(node.getId())));
    }

    private void turnAndBack() {
        window.robot().push(KeyCode.SHIFT, KeyCode.F7);
        window.until(() -> isVisible("#turned-grid"));
        assertThat(isVisible("#grid")).isFalse();
        window.robot().push(KeyCode.SHIFT, KeyCode.F7);
        window.until(() -> isVisible("#grid"));
    }

    private void watch() {
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.I);
        window.until(() -> focusIs("table-interval"));
        window.robot().push(KeyCode.DOWN);
        window.robot().push(KeyCode.ENTER);
        window.until(() -> columns().contains("in rate"));
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F);
        window.until(() -> focusIs("table-filter"));
        window.robot().write("1/0/7");
        window.until(() -> ((TableView<?>) window.shell().lookup("#grid")).getItems().size() == 1);
        window.until(this::hasRate);
        window.until(this::hasChange);
        window.robot().push(KeyCode.SHIFT, KeyCode.F5);
        window.until(this::isPaused);
    }

    private boolean isPaused() {
        return window.robot().lookup("#table-state").<Label>query().getText().equals("paused");
    }
}
