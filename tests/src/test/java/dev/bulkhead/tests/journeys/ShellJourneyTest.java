package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.answered.AnsweredTree;
import dev.bulkhead.app.query.JobProgress.State;
import dev.bulkhead.app.query.Verb;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window around the views, by keyboard alone, against the demo network. */
class ShellJourneyTest {
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
        window.until(() -> !window.workbench().results().rows().isEmpty());
    }

    private String currentOid() {
        return window.ask(() -> window.workbench().current().oidProperty().get().toDottedString());
    }

    private String clipboard() {
        return window.ask(() -> Clipboard.getSystemClipboard().getString());
    }

    private boolean isPopUpOpen() {
        return Window.getWindows().stream()
                .anyMatch(each -> each instanceof PopupWindow && each.isShowing());
    }

    @Test
    void anObjectIsFoundByOneChordItsNameAndEnter() {
        push(KeyCode.SHORTCUT, KeyCode.F);
        window.robot().write("ifdesc");
        window.until(() ->
                window.workbench().search().hits().stream()
                        .findFirst()
                        .filter(hit -> hit.node().name().equals("ifDescr"))
                        .isPresent());
        push(KeyCode.ENTER);
        assertThat(currentOid()).isEqualTo(".1.3.6.1.2.1.2.2.1.2");
    }

    @Test
    void thePaletteRunsACommandAndGoesToAnObject() {
        window.typeOid("ifTable");
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        window.until(this::isPopUpOpen);
        window.robot().write("table v");
        push(KeyCode.ENTER);
        window.until(() -> window.shell().lookup("#grid") != null);
        assertThat(window.<Boolean>ask(this::isPopUpOpen)).isFalse();
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        window.until(this::isPopUpOpen);
        push(KeyCode.SHORTCUT, KeyCode.A);
        window.robot().write("sysUpTime");
        window.until(() ->
                window.robot().lookup("#palette-list").<ListView<Object>>query().getItems().stream()
                        .anyMatch(entry -> entry.toString().contains("OfObject")));
        push(KeyCode.ENTER);
        window.until(() -> currentOid().equals(".1.3.6.1.2.1.1.3"));
    }

    @Test
    void chosenRowsAreCopiedInAnotherForm() {
        walk("ifDescr");
        focusFirstRow();
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        window.until(this::isPopUpOpen);
        push(KeyCode.DOWN);
        push(KeyCode.ENTER);
        window.until(() -> "IF-MIB::ifDescr.1".equals(clipboardNow()));
        window.ask(() -> {
            window.shell().commands().get("copy-as-net-snmp").run();
            return true;
        });
        assertThat(clipboard())
                .startsWith("snmpget -v 2c -c \"$SNMP_COMMUNITY\" 127.0.0.1:")
                .endsWith(" .1.3.6.1.2.1.2.2.1.2.1");
    }

    private void focusFirstRow() {
        window.ask(() -> {
            TableView<?> table = (TableView<?>) window.shell().lookup("#results");
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
            return true;
        });
    }

    private static String clipboardNow() {
        return Clipboard.getSystemClipboard().getString();
    }

    @Test
    void aBookmarkIsSetFoundAndTakenBack() {
        window.typeOid("ifDescr.7");
        push(KeyCode.SHORTCUT, KeyCode.D);
        assertThat(window.<Integer>ask(() -> window.workbench().bookmarks().all().size()))
                .isEqualTo(1);
        window.typeOid("sysDescr");
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
        window.until(() ->
                window.shell().getScene().getFocusOwner() instanceof ListView<?> list
                        && "bookmark-list".equals(list.getId()));
        push(KeyCode.ENTER);
        assertThat(currentOid()).isEqualTo(".1.3.6.1.2.1.2.2.1.2.7");
        push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(window.<Boolean>ask(() -> window.workbench().bookmarks().all().isEmpty()))
                .isTrue();
    }

    @Test
    void getOfAColumnAsksWhichInstanceIsMeant() {
        window.typeOid("ifInOctets");
        push(KeyCode.SHORTCUT, KeyCode.G);
        window.until(() ->
                window.robot().lookup("#instance-list").<ListView<?>>query().getItems().size()
                        == DEMO_INTERFACES);
        window.robot().write("1/0/7");
        push(KeyCode.ENTER);
        assertThat(currentOid()).isEqualTo(".1.3.6.1.2.1.2.2.1.10.7");
        window.until(() -> window.workbench().results().rows().size() == 1);
        assertThat(
                        window.<Verb>ask(() ->
                                window.workbench()
                                        .results()
                                        .shownProperty()
                                        .get()
                                        .orElseThrow()
                                        .question()
                                        .verb()))
                .isEqualTo(Verb.GET);
    }

    @Test
    void theTreeShowsOnlyWhatTheDeviceAnswers() {
        window.typeOid("ifDescr");
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        window.until(() ->
                window.workbench().answered().viewProperty().get()
                        instanceof AnsweredTree.View.Answered);
        int few = window.ask(this::treeRows);
        assertThat(currentOid()).isEqualTo(".1.3.6.1.2.1.2.2.1.2");
        push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
        assertThat(window.<Integer>ask(this::treeRows)).isGreaterThan(few);
    }

    private int treeRows() {
        return ((TreeView<?>) window.shell().lookup("#mib-tree")).getExpandedItemCount();
    }

    @Test
    void clearedResultsComeBack() {
        walk("ifDescr");
        focusFirstRow();
        int runs = window.ask(() -> window.workbench().results().runs().size());
        push(KeyCode.SHORTCUT, KeyCode.DELETE);
        assertThat(window.<Integer>ask(() -> window.workbench().results().runs().size()))
                .isEqualTo(runs - 1);
        push(KeyCode.SHORTCUT, KeyCode.Z);
        window.until(() -> window.workbench().results().rows().size() == DEMO_INTERFACES);
    }

    @Test
    void resultsAreSavedAndAFaultIsTold(@TempDir Path folder) throws Exception {
        walk("ifDescr");
        Path file = folder.resolve("out.csv");
        window.ask(() -> {
            window.shell().copies().save(file);
            return true;
        });
        window.until(() -> Files.exists(file));
        assertThat(Files.readAllLines(file)).hasSize(DEMO_INTERFACES + 1);
        window.ask(() -> {
            window.shell().copies().save(folder.resolve("none").resolve("out.csv"));
            return true;
        });
        window.until(() ->
                window.workbench().status().lineProperty().get().text().contains("not written"));
    }

    @Test
    void aPreferenceIsFoundAndHoldsAtOnce() {
        push(KeyCode.SHORTCUT, KeyCode.COMMA);
        window.until(() ->
                window.shell().getScene().getFocusOwner() instanceof TextField field
                        && "preferences-search".equals(field.getId()));
        window.robot().write("timeout");
        window.until(() -> window.shell().lookup("#preference-timeout-text") != null);
        window.ask(() -> {
            ((TextField) window.shell().lookup("#preference-timeout-text")).setText("700");
            return true;
        });
        assertThat(
                        window.<Long>ask(() ->
                                window.workbench()
                                        .target()
                                        .target()
                                        .orElseThrow()
                                        .timeout()
                                        .toMillis()))
                .isEqualTo(700);
    }
}
