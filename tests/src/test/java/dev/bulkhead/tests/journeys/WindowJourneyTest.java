package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.mibs.index.MibNode;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user does all day, by keyboard, against the demo network. */
class WindowJourneyTest {
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

    private QueryRun run() {
        return window.ask(() -> window.workbench().results().shownProperty().get().orElseThrow());
    }

    private String oidBar() {
        return window.ask(() -> window.robot().lookup("#oid-text").<TextField>query().getText());
    }

    @SuppressWarnings("unchecked")
    private String selectedInTree() {
        return window.ask(() -> {
            TreeItem<MibNode> item =
                    ((TreeView<MibNode>) window.shell().lookup("#mib-tree"))
                            .getSelectionModel()
                            .getSelectedItem();
            return item == null ? "" : item.getValue().name();
        });
    }

    private int rowsOf(String table) {
        return window.ask(() ->
                window.shell().lookup(table) instanceof TableView<?> view
                        ? view.getItems().size()
                        : 0);
    }

    private void find(String name) {
        window.robot().push(KeyCode.SHORTCUT, KeyCode.F);
        window.robot().write(name);
        window.until(() ->
                window.workbench().search().hits().stream()
                        .findFirst()
                        .filter(hit -> hit.node().name().equals(name))
                        .isPresent());
        window.robot().push(KeyCode.ENTER);
    }

    @Test
    void anObjectIsFoundByNameAndWalked() {
        find("ifDescr");
        assertThat(selectedInTree()).isEqualTo("ifDescr");
        assertThat(oidBar()).isEqualTo(".1.3.6.1.2.1.2.2.1.2");
        window.robot().push(KeyCode.ENTER);
        window.until(() -> run().progress().state() == State.FINISHED);
        window.until(() -> rowsOf("#results") == DEMO_INTERFACES);
        assertThat(run().progress().failure()).isEmpty();
    }

    @Test
    void oidBarAndTreeAlwaysAgree() {
        window.typeOid("sysDescr");
        assertThat(selectedInTree()).isEqualTo("sysDescr");
        find("ifDescr");
        window.robot().push(KeyCode.DOWN);
        assertThat(selectedInTree()).isEqualTo("ifType");
        assertThat(oidBar()).isEqualTo(".1.3.6.1.2.1.2.2.1.3");
        window.typeOid("ifDescr.7");
        assertThat(selectedInTree()).isEqualTo("ifDescr");
        assertThat(oidBar()).isEqualTo(".1.3.6.1.2.1.2.2.1.2.7");
    }

    @Test
    void aTableOpensInATabOfItsOwn() {
        window.typeOid("ifTable");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.T);
        window.until(() -> rowsOf("#grid") == DEMO_INTERFACES);
        window.robot().push(KeyCode.F5);
        window.until(() -> rowsOf("#grid") == DEMO_INTERFACES);
    }

    @Test
    void aPollIsDrawnAndTheChartMoves() {
        window.typeOid("ifHCInOctets.25");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.Y);
        window.until(() -> window.workbench().chart().lines().size() == 1);
        window.until(() -> points() >= 2);
        Image before = window.ask(() -> window.shell().lookup("#chart").snapshot(null, null));
        long points = window.ask(this::points);
        window.until(() -> points() > points);
        window.until(() -> differs(before, window.shell().lookup("#chart").snapshot(null, null)));
        assertThat(window.<Integer>ask(() -> window.workbench().polling().summary().running()))
                .isEqualTo(1);
    }

    private long points() {
        return window.workbench().chart().lines().getFirst().series().version();
    }

    private static boolean differs(Image one, Image other) {
        for (int y = 0; y < (int) Math.min(one.getHeight(), other.getHeight()); y++) {
            for (int x = 0; x < (int) Math.min(one.getWidth(), other.getWidth()); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aWalkIsCancelledAndKeepsWhatCame() {
        window.typeOid("internet");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.U);
        window.until(() -> run().count() > 0);
        window.robot().push(KeyCode.ESCAPE);
        window.until(() -> run().progress().state().isOver());
        assertThat(run().progress().state()).isEqualTo(State.CANCELLED);
        window.until(() -> rowsOf("#results") == run().count());
        assertThat(run().count()).isPositive();
    }

    @Test
    void aKilledWorkerIsToldInItsRunAndTheRunGoesOn() {
        window.typeOid("internet");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.U);
        window.until(() -> run().count() > 0);
        run().handle().orElseThrow().killWorker();
        window.until(() -> run().progress().state() == State.FINISHED);
        assertThat(run().progress().restarts()).isEqualTo(1);
        String notice =
                window.ask(() -> window.robot().lookup("#run-notice").<Label>query().getText());
        assertThat(notice).contains("killed");
        List<String> names =
                window.ask(() ->
                        window.workbench().results().rows().stream()
                                .map(row -> row.varBind().name().toString())
                                .toList());
        assertThat(names).doesNotHaveDuplicates();
    }
}
