package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.history.HistoryReader;
import dev.bulkhead.app.history.HistoryState;
import dev.bulkhead.app.shell.PollPlan;
import dev.bulkhead.mibs.smi.Oid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is polled is found again on the History page, with the keyboard alone. */
class HistoryJourneyTest {
    private static final Oid UP_TIME = Oid.parse("1.3.6.1.2.1.1.3.0");
    private static final Oid OCTETS = Oid.parse("1.3.6.1.2.1.31.1.1.1.6.1");

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

    private Path file() {
        return folder.resolve("history.db");
    }

    private void keepAndPoll() {
        window.ask(() -> {
            window.workbench().historian().keepIn(file());
            window.shell()
                    .actions()
                    .start(
                            new PollPlan(
                                    window.workbench().target().target().orElseThrow(),
                                    "demo",
                                    List.of(UP_TIME, OCTETS)),
                            false);
            return true;
        });
        window.until(() ->
                window.workbench().historian().state().map(HistoryState::committed).orElse(0L)
                        >= 4);
    }

    private boolean isSeen(String part) {
        Node node = window.shell().lookup(part);
        return node != null && node.isVisible() && node.isManaged();
    }

    private boolean focusIs(String id) {
        Node focus = window.shell().getScene().getFocusOwner();
        return focus != null && id.equals(focus.getId());
    }

    private TableView<?> table() {
        return (TableView<?>) window.shell().lookup("#history-table");
    }

    private String text(String part) {
        return window.ask(() -> ((Label) window.shell().lookup(part)).getText());
    }

    private void openPage() {
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        window.until(() -> isSeen("#history-table") && table().getItems().size() == 2);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        window.until(() -> focusIs("history-table"));
    }

    @Test
    void aSeriesIsFoundChartedAndDeletedByKeys() {
        keepAndPoll();
        openPage();
        assertThat(text("#history-chip")).isEqualTo("recording");
        assertThat(text("#history-summary")).startsWith("2 series");
        window.robot().push(KeyCode.ENTER);
        window.until(() -> window.workbench().chart().lines().size() == 1);
        window.until(() -> isSeen("#chart-plot"));
        window.ask(() -> {
            window.workbench().polling().close();
            return true;
        });
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        window.until(() -> focusIs("history-table"));
        window.robot().push(KeyCode.DELETE);
        window.until(() -> isSeen("#history-delete-bar"));
        window.robot().push(KeyCode.ESCAPE);
        window.until(() -> !isSeen("#history-delete-bar"));
        assertThat(window.ask(() -> table().getItems().size())).isEqualTo(2);
        window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
        window.robot().push(KeyCode.DELETE);
        window.until(() -> focusIs("history-delete-not"));
        window.robot().push(KeyCode.SHIFT, KeyCode.TAB);
        window.until(() -> focusIs("history-delete-now"));
        window.robot().push(KeyCode.SPACE);
        window.until(() -> table().getItems().size() == 1);
    }

    @Test
    void allSeriesAreExportedAndTheFileIsChecked() throws Exception {
        keepAndPoll();
        openPage();
        Path csv = folder.resolve("out.csv");
        window.ask(() -> {
            table().getSelectionModel().clearSelection();
            window.shell().commands().get("history-export").run();
            return true;
        });
        window.until(() -> focusIs("history-export-file"));
        window.robot().push(KeyCode.SHORTCUT, KeyCode.A);
        window.robot().write(csv.toString());
        window.robot().push(KeyCode.ENTER);
        window.until(() -> isSeen("#history-news") && Files.exists(csv));
        assertThat(Files.readAllLines(csv))
                .anyMatch(line -> line.contains("sysUpTime.0"))
                .anyMatch(line -> line.contains("ifHCInOctets.1"));
        window.ask(() -> {
            window.shell().commands().get("history-check").run();
            return true;
        });
        window.until(() ->
                isSeen("#history-news")
                        && ((Label) window.shell().lookup("#history-news"))
                                .getText()
                                .contains("nothing is wrong"));
    }

    @Test
    void whatWasKeptIsOnDiskWhenTheWindowIsClosed() throws Exception {
        keepAndPoll();
        long committed =
                window.ask(() -> window.workbench().historian().state().orElseThrow().committed());
        window.ask(() -> {
            window.workbench().polling().close();
            window.workbench().historian().close();
            return true;
        });
        try (HistoryReader reader = HistoryReader.open(file())) {
            long stored = 0;
            for (var series : reader.series()) {
                stored += reader.count(series.id());
            }
            assertThat(stored).isGreaterThanOrEqualTo(committed);
            assertThat(reader.events(0, Long.MAX_VALUE))
                    .extracting(event -> event.kind())
                    .contains("started", "stopped");
            assertThat(reader.check()).isEmpty();
        }
    }
}
