package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.mibs.index.MibNode;
import dev.bulkhead.mibs.smi.Oid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's MIB with a fault: loaded, looked into, fixed, used. By keyboard. */
class MibJourneyTest {
    private static final String MODULE =
            """
            ACME-SENSOR-MIB DEFINITIONS ::= BEGIN
            IMPORTS enterprises, OBJECT-TYPE, Integer32 FROM SNMPv2-SMI;
            acmeSensors OBJECT IDENTIFIER ::= { enterprises 32473 77 }
            acmeCelsius OBJECT-TYPE
                SYNTAX Integer32
                MAX-ACCESS read-only
                STATUS current
                DESCRIPTION "The temperature now."
                ::= { acmeSensor 1 }
            END
            """;
    private static final Oid CELSIUS = Oid.parse("1.3.6.1.4.1.32473.77.1");

    @TempDir Path folder;
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("ACME-SENSOR-MIB"), MODULE);
        window = OpenWindow.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private boolean isKnown(Oid oid) {
        return window.workbench().library().names().index().node(oid).isPresent();
    }

    private void untilText(String id, String part) {
        window.until(() ->
                window.shell().lookup(id) instanceof Label label && label.getText().contains(part));
    }

    private void load() {
        window.ask(() -> {
            window.workbench().library().load(List.of(folder));
            return true;
        });
        untilText("#load-report-text", "1 module loaded, 1 error");
    }

    private void openProblem() {
        window.robot().clickOn("#show-problems");
        window.until(() -> window.workbench().mibs().problems().chosenProperty().get().isPresent());
    }

    @Test
    void aFaultIsFoundFixedAndTakenBack() throws Exception {
        load();
        assertThat(isKnown(CELSIUS)).isFalse();
        openProblem();
        window.robot().push(KeyCode.ENTER);
        window.until(() -> window.workbench().mibs().source().pageProperty().get().line() == 9);
        window.until(() -> window.workbench().mibs().mending().canFixProperty().get());
        window.robot().push(KeyCode.ALT, KeyCode.ENTER);
        window.until(() -> isKnown(CELSIUS));
        assertThat(Files.readString(folder.resolve("ACME-SENSOR-MIB"))).isEqualTo(MODULE);

        window.typeOid("acmeCelsius");
        assertThat(selectedInTree()).isEqualTo("acmeCelsius");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.M);
        window.until(() -> window.workbench().mibs().source().pageProperty().get().line() == 4);

        window.until(() -> window.workbench().mibs().mending().canUndoProperty().get());
        window.robot().push(KeyCode.ALT, KeyCode.BACK_SPACE);
        window.until(() -> !isKnown(CELSIUS));
    }

    @Test
    void aModuleIsUnloadedByKeyAndTheTreeKeepsItsPlace() {
        window.typeOid("ifDescr");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.M);
        window.ask(() -> {
            window.workbench().mibs().modules().queryProperty().set("APPLETALK-MIB");
            return true;
        });
        window.until(() -> window.workbench().mibs().modules().shown().size() == 1);
        window.ask(() -> {
            window.shell().commands().get("modules").run();
            return true;
        });
        window.robot().push(KeyCode.SPACE);
        window.until(() ->
                !window.workbench()
                        .library()
                        .names()
                        .index()
                        .moduleNames()
                        .contains("APPLETALK-MIB"));
        assertThat(selectedInTree()).isEqualTo("ifDescr");
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
}
