package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.packets.Recording;
import dev.bulkhead.app.shell.CloseGuard;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.DemoNetwork;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SnmpVersion;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Cells of a table edited and copied, runs folded, and the question before closing, by keys. */
class TableKeysTest {
    private static final int DEMO_INTERFACES = 28;

    private static OpenWindow window;
    private static Hands hands;
    private static Sight sight;

    @BeforeAll
    static void open() throws Exception {
        window = OpenWindow.open();
        hands = new Hands(window);
        sight = new Sight(window);
        window.startDemoByKey();
        sight.awaitFinished();
        window.ask(() -> {
            window.workbench()
                    .target()
                    .credentialProperty()
                    .set(
                            new Credential.Community(
                                    SnmpVersion.V2C, new Secret(DemoNetwork.WRITE_COMMUNITY)));
            CloseGuard.watch(window.stage(), window.workbench());
            return true;
        });
    }

    @AfterAll
    static void close() {
        window.close();
    }

    private static void openTable() {
        window.typeOid("ifTable");
        hands.chord(KeyCode.SHORTCUT, KeyCode.T);
        sight.awaitGrid(DEMO_INTERFACES);
    }

    private static TableView<?> table(String id) {
        return (TableView<?>) window.shell().lookup(id);
    }

    /** Puts the focus on a cell, as arrow keys would. */
    private static <S> void goTo(TableView<S> table, int row, String column) {
        TableColumn<S, ?> wanted =
                table.getColumns().stream()
                        .filter(each -> each.getId().equals(column))
                        .findFirst()
                        .orElseThrow();
        table.getSelectionModel().clearAndSelect(row, wanted);
        table.getFocusModel().focus(row, wanted);
    }

    private static String copied(String format) {
        window.ask(() -> {
            window.shell().commands().get("copy-as-" + format).run();
            return true;
        });
        return window.ask(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void cellsAreCopiedWithTheirNamesAndValues() {
        openTable();
        window.ask(() -> {
            table("#grid").requestFocus();
            goTo(table("#grid"), 0, "column-ifDescr");
            return true;
        });
        assertThat(copied("csv")).contains("IF-MIB::ifDescr.1").startsWith("oid,name,type,value");
        assertThat(copied("json")).contains("\"name\":\"IF-MIB::ifDescr.1\"", "\"value\"");
        assertThat(copied("markdown")).startsWith("| name").contains("IF-MIB::ifDescr.1");
        assertThat(copied("tsv")).startsWith("name\ttext\ttype\nIF-MIB::ifDescr.1\t");
        assertThat(copied("name-value")).startsWith("IF-MIB::ifDescr.1 = ");
    }

    @Test
    void aCellOfATurnedTableIsEditedByF2() {
        openTable();
        hands.begin();
        hands.chord(KeyCode.SHIFT, KeyCode.F7);
        window.until(() -> table("#turned-grid").isVisible());
        window.until(() -> table("#turned-grid").getColumns().size() > 3);
        int line = window.ask(this::lineOfAdminStatus);
        window.ask(() -> {
            goTo(table("#turned-grid"), line, "row-3");
            return true;
        });
        hands.awaitFocus("turned-grid");
        hands.chord(KeyCode.F2);
        window.until(() -> OpenWindow.anywhere("#cell-editor") != null);
        hands.type("testing").enter();
        sight.awaitReadyToSend();
        hands.enter();
        window.until(() -> window.workbench().changes().log().size() == 1);
        assertThat(
                        window.ask(() ->
                                window.workbench()
                                        .changes()
                                        .log()
                                        .getFirst()
                                        .instance()
                                        .toDottedString()))
                .isEqualTo(".1.3.6.1.2.1.2.2.1.7.3");
        hands.awaitFocus("turned-grid");
        hands.chord(KeyCode.SHIFT, KeyCode.F2);
        sight.awaitReadyToSend();
        hands.enter();
        window.until(() -> window.workbench().changes().log().size() == 2);
        hands.awaitFocus("turned-grid");
        hands.sawNoMouse();
    }

    private int lineOfAdminStatus() {
        TableView<?> turned = table("#turned-grid");
        for (int i = 0; i < turned.getItems().size(); i++) {
            if (turned.getColumns().getFirst().getCellData(i).equals("ifAdminStatus")) {
                return i;
            }
        }
        throw new AssertionError("no ifAdminStatus");
    }

    @Test
    void aRunIsFoldedToItsHeaderAndUnfolded() {
        window.typeOid("ifDescr");
        hands.chord(KeyCode.SHORTCUT, KeyCode.W);
        sight.awaitRows(DEMO_INTERFACES);
        hands.begin();
        hands.chord(KeyCode.SHORTCUT, KeyCode.PERIOD);
        window.until(() -> window.shell().lookup("#results-pane #results") == null);
        assertThat(window.<Boolean>ask(() -> window.shell().lookup("#run-title").isVisible()))
                .isTrue();
        hands.awaitFocus("earlier-runs");
        hands.chord(KeyCode.SHORTCUT, KeyCode.PERIOD);
        hands.awaitFocus("results");
        sight.awaitRows(DEMO_INTERFACES);
        hands.chord(KeyCode.SHORTCUT, KeyCode.PERIOD);
        hands.awaitFocus("earlier-runs");
        hands.chord(KeyCode.HOME).enter();
        hands.awaitFocus("results");
        hands.sawNoMouse();
    }

    /** A poll goes on until it is removed, and so does its recording. */
    @Test
    void closingAsksWhilePacketsAreRecorded() {
        window.typeOid("sysUpTime.0");
        sight.awaitCurrent(".1.3.6.1.2.1.1.3.0");
        window.ask(() -> {
            window.workbench().packets().recordingProperty().set(true);
            return true;
        });
        hands.chord(KeyCode.SHORTCUT, KeyCode.P);
        window.until(() -> recordings().anyMatch(each -> !each.isOver()));
        var closing = WaitForAsyncUtils.asyncFx(() -> window.shell().commands().get("quit").run());
        window.until(() -> OpenWindow.anywhere("#close-question") != null);
        hands.chord(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitFor(closing);
        assertThat(window.<Boolean>ask(() -> window.stage().isShowing())).isTrue();
        window.ask(() -> {
            window.workbench().packets().recordingProperty().set(false);
            window.workbench().polling().remove(window.workbench().polling().rows());
            return true;
        });
        window.until(() -> recordings().allMatch(Recording::isOver));
    }

    private static Stream<Recording> recordings() {
        return window.workbench().services().packets().recordings().stream();
    }
}
