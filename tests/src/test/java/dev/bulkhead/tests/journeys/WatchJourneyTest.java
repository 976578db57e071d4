package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.polling.PollRow;
import dev.bulkhead.app.polling.PollState;
import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.engine.job.JobSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polls, charts, alarms and processes, by keyboard alone, against the demo network. */
class WatchJourneyTest {
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

    private void push(KeyCode... keys) {
        window.robot().push(keys);
        window.pulse();
    }

    private List<PollRow> rows() {
        return window.workbench().polling().rows();
    }

    private List<String> names() {
        return rows().stream().map(window.workbench().polling()::objectName).toList();
    }

    private void poll(String instance, KeyCode key) {
        int before = rows().size();
        window.typeOid(instance);
        push(KeyCode.SHORTCUT, key);
        window.until(() -> rows().size() == before + 1);
        window.until(() -> rows().getLast().age(java.time.Instant.now()).isPresent());
    }

    private void walk(String object) {
        window.typeOid(object);
        push(KeyCode.SHORTCUT, KeyCode.W);
        window.until(() ->
                window.workbench()
                        .results()
                        .shownProperty()
                        .get()
                        .filter(run -> run.progress().state() == State.FINISHED)
                        .isPresent());
    }

    private void focus(String id) {
        window.ask(() -> {
            Node node = window.shell().lookup(id);
            node.requestFocus();
            if (node instanceof TableView<?> table) {
                table.getSelectionModel().clearAndSelect(0);
            }
            return true;
        });
    }

    private String text(String label) {
        return window.ask(() -> window.robot().lookup(label).<Label>query().getText());
    }

    @Test
    void anObjectOfTheTreeIsPolled() {
        window.typeOid("ifHCInOctets.25");
        push(KeyCode.SHORTCUT, KeyCode.R);
        push(KeyCode.SHORTCUT, KeyCode.P);
        window.until(() -> names().equals(List.of("ifHCInOctets.25")));
        window.until(() -> rows().getFirst().point() > 0);
        assertThat(text("#status-polls")).isEqualTo("Polling 1 object");
    }

    @Test
    void chosenResultRowsArePolled() {
        walk("ifHCOutOctets");
        window.until(() -> window.workbench().results().rows().size() == DEMO_INTERFACES);
        focus("#results");
        push(KeyCode.SHIFT, KeyCode.DOWN);
        push(KeyCode.SHORTCUT, KeyCode.P);
        window.until(() -> names().equals(List.of("ifHCOutOctets.1", "ifHCOutOctets.2")));
        window.until(() -> rows().stream().allMatch(row -> row.value().isPresent()));
    }

    @Test
    void cellsOfATablesColumnArePolled() {
        window.typeOid("ifTable");
        push(KeyCode.SHORTCUT, KeyCode.T);
        window.until(() ->
                window.shell().lookup("#grid") instanceof TableView<?> grid
                        && grid.getItems().size() == DEMO_INTERFACES);
        push(KeyCode.RIGHT);
        window.ask(() -> {
            TableView<?> grid = (TableView<?>) window.shell().lookup("#grid");
            grid.requestFocus();
            select(grid);
            return true;
        });
        push(KeyCode.SHIFT, KeyCode.DOWN);
        push(KeyCode.SHIFT, KeyCode.DOWN);
        push(KeyCode.SHORTCUT, KeyCode.P);
        window.until(() -> names().equals(List.of("ifInOctets.1", "ifInOctets.2", "ifInOctets.3")));
    }

    private static <S> void select(TableView<S> grid) {
        grid.getColumns().stream()
                .filter(column -> "column-ifInOctets".equals(column.getId()))
                .forEach(column -> {
                    grid.scrollToColumn(column);
                    grid.getSelectionModel().clearAndSelect(0, column);
                    grid.getFocusModel().focus(0, column);
                });
    }

    @Test
    void aChartHasAnAxisForEachUnit() {
        poll("ifHCInOctets.25", KeyCode.Y);
        poll("ifHighSpeed.25", KeyCode.Y);
        window.until(() -> window.workbench().chart().lines().size() == 2);
        window.until(() -> axes().equals(List.of("left", "right")));
    }

    private List<String> axes() {
        return window.shell().lookupAll("#chart-legend .table-cell").stream()
                .filter(node ->
                        node instanceof javafx.scene.control.TableCell<?, ?> cell
                                && cell.getTableColumn().getId().equals("chart-legend-axis")
                                && !cell.isEmpty())
                .map(node -> ((javafx.scene.control.TableCell<?, ?>) node).getText())
                .sorted()
                .toList();
    }

    @Test
    void aGapIsZoomedToAndSaysWhy() {
        poll("ifHCInOctets.25", KeyCode.Y);
        window.until(() ->
                rows().getFirst()
                        .series()
                        .statistics(0, Long.MAX_VALUE)
                        .filter(all -> all.count() >= 3)
                        .isPresent());
        window.workbench().services().running().get().stream()
                .filter(job -> job.spec() instanceof JobSpec.Poll)
                .forEach(job -> job.killWorker());
        window.until(() ->
                rows().getFirst().series().gaps(0, Long.MAX_VALUE).size() == 1
                        && !rows().getFirst().series().isInGap());
        focus("#chart-plot");
        push(KeyCode.HOME);
        push(KeyCode.G);
        assertThat(window.<Boolean>ask(() -> window.workbench().chart().isZoomed())).isTrue();
        assertThat(plotWords()).contains("worker killed").contains("ifHCInOctets.25");
        push(KeyCode.HOME);
        push(KeyCode.M);
        assertThat(plotWords()).contains("Worker killed, another took over");
        push(KeyCode.END);
        assertThat(window.<Boolean>ask(() -> window.workbench().chart().isZoomed())).isFalse();
    }

    private String plotWords() {
        return window.ask(() -> window.shell().lookup("#chart-plot").getAccessibleText());
    }

    @Test
    void aChartIsZoomedMovedAndSavedByKeys(@TempDir Path folder) throws Exception {
        poll("ifHCInOctets.25", KeyCode.Y);
        focus("#chart-plot");
        push(KeyCode.ADD);
        assertThat(window.<Boolean>ask(() -> window.workbench().chart().isZoomed())).isTrue();
        push(KeyCode.SHIFT, KeyCode.LEFT);
        push(KeyCode.SUBTRACT);
        push(KeyCode.END);
        for (String name : List.of("chart.csv", "chart.png")) {
            push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.X);
            window.ask(() -> {
                ((TextField) window.shell().lookup("#chart-file"))
                        .setText(folder.resolve(name).toString());
                return true;
            });
            push(KeyCode.ENTER);
            window.until(() -> Files.exists(folder.resolve(name)));
            window.until(() -> !window.shell().lookup("#chart-save-bar").isVisible());
        }
        assertThat(Files.readString(folder.resolve("chart.csv"))).contains("ifHCInOctets.25,b/s");
        assertThat(Files.readAllBytes(folder.resolve("chart.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aThresholdAlarmsWhereEverybodySeesIt() {
        poll("ifHCInOctets.25", KeyCode.P);
        window.until(() -> rows().getFirst().point() > 0);
        focus("#poll-table");
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.W);
        window.until(() -> window.shell().lookup("#poll-editor").isVisible());
        focus("#poll-edit-alarm");
        push(KeyCode.DOWN);
        assertThat(
                        window.<String>ask(() ->
                                ((ComboBox<?>) window.shell().lookup("#poll-edit-alarm"))
                                        .getValue()
                                        .toString()))
                .isEqualTo("ABOVE");
        push(KeyCode.TAB);
        window.robot().write("1 k");
        push(KeyCode.ENTER);
        window.until(() -> rows().getFirst().isAlarm());
        assertThat(rows().getFirst().state(java.time.Instant.now())).isEqualTo(PollState.ALARM);
        window.until(() -> text("#status-polls").equals("Polling 1 object · 1 alarm"));
        window.until(() ->
                window.workbench()
                        .status()
                        .lineProperty()
                        .get()
                        .text()
                        .contains("ifHCInOctets.25 is "));
        window.until(() -> text("#poll-chip-alarm").equals("1 alarm"));
    }

    @Test
    void aFormulaIsTypedCompletedMendedAndPolled() {
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
        window.until(() -> window.shell().lookup("#formula-editor").isVisible());
        window.robot().write("ifHCInOct");
        window.until(() ->
                window.shell().lookup("#formula-hits") instanceof ListView<?> hits
                        && hits.isVisible()
                        && !hits.getItems().isEmpty());
        push(KeyCode.ENTER);
        window.robot().write("25 + nix.0");
        push(KeyCode.ENTER);
        assertThat(text("#formula-said")).startsWith("At character 19").contains("nix");
        assertThat(
                        window.<String>ask(() ->
                                ((TextField) window.shell().lookup("#formula-text"))
                                        .getSelectedText()))
                .isEqualTo("nix.0");
        window.robot().write("ifHCOutOctets.25");
        window.until(() -> text("#formula-said").startsWith("Understood: 2 objects, in B/s"));
        push(KeyCode.ENTER);
        window.until(() -> names().equals(List.of("ifHCInOctets.25 + ifHCOutOctets.25")));
        window.until(() -> rows().getFirst().point() > 0);
    }

    @Test
    void pollsAreMovedHeldRemovedAndBroughtBack() {
        poll("ifHCInOctets.25", KeyCode.P);
        poll("ifHCInOctets.26", KeyCode.P);
        focus("#poll-table");
        push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(names()).containsExactly("ifHCInOctets.26", "ifHCInOctets.25");
        push(KeyCode.ALT, KeyCode.UP);
        assertThat(names()).containsExactly("ifHCInOctets.25", "ifHCInOctets.26");
        push(KeyCode.SPACE);
        assertThat(rows().getFirst().settings().isPaused()).isTrue();
        push(KeyCode.SPACE);
        assertThat(rows().getFirst().settings().isPaused()).isFalse();
        push(KeyCode.DELETE);
        assertThat(names()).containsExactly("ifHCInOctets.26");
        push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(names()).containsExactly("ifHCInOctets.25", "ifHCInOctets.26");
    }

    @Test
    void aJobsProcessIsRestartedAndItsTabShown() {
        poll("ifHCInOctets.25", KeyCode.P);
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.J);
        window.until(() ->
                window.shell().lookup("#process-table") instanceof TableView<?> table
                        && table.getItems().size() == 2);
        window.ask(() -> {
            TableView<?> table = (TableView<?>) window.shell().lookup("#process-table");
            table.getSelectionModel().clearAndSelect(1);
            return true;
        });
        assertThat(text("#process-chosen")).isEqualTo("Poll 1 object of demo-switch");
        focus("#process-restart");
        push(KeyCode.SPACE);
        window.until(() -> window.workbench().polling().workersOf(rows()).restarts() == 1);
        window.until(() -> rows().getFirst().series().gaps(0, Long.MAX_VALUE).size() == 1);
        focus("#process-show");
        push(KeyCode.SPACE);
        window.until(() -> window.shell().lookup("#poll-table").isFocused());
        window.until(() -> text("#poll-notice-text").contains("killed"));
    }
}
