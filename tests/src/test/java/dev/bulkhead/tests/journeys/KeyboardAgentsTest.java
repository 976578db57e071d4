package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.agent.SavedDevice;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Devices, credentials and discovery, by keyboard alone. */
class KeyboardAgentsTest {
    private static final String COMMUNITY = "fort-knox";

    private static OpenWindow window;
    private static Hands hands;
    private static String address;

    @BeforeAll
    static void open() throws Exception {
        window = OpenWindow.open();
        hands = new Hands(window);
        address = window.startDevice("vault-server", COMMUNITY);
        window.ask(() -> {
            window.workbench().target().bePatient(() -> Duration.ofMillis(500), () -> 0);
            return true;
        });
    }

    @AfterAll
    static void close() {
        window.close();
    }

    private static boolean isOffered(String credential) {
        return window.workbench().agents().credentials().item(credential).isPresent();
    }

    private static List<SavedDevice> devices() {
        return window.workbench().agents().devices().devices();
    }

    private static void awaitDevice(Predicate<SavedDevice> wanted) {
        window.until(() -> devices().stream().anyMatch(wanted));
    }

    private static void awaitFinding(String part) {
        window.until(() ->
                OpenWindow.anywhere("#credentials-pane #credential-problem") instanceof Label label
                        && label.getText().contains(part));
    }

    /** All in one visit: each step stands on what the one before has left. */
    @Test
    void devicesAndCredentialsAreKeptTestedAndFoundByKeys() {
        hands.begin();
        hands.chord(KeyCode.SHORTCUT, KeyCode.L).type(address);
        saveCredential();
        addDevice();
        editDevice();
        removeAndTakeBack();
        discover();
        hands.sawNoMouse();
    }

    /** A wrong community is found to be wrong; the right one is found good, and stored. */
    private void saveCredential() {
        hands.chord(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.K);
        hands.awaitFocus("credential-list");
        hands.chord(KeyCode.INSERT);
        hands.awaitFocus("credential-name");
        hands.type("vault").tabTo("credential-community").type("wrong");
        hands.tabTo("test-credential").chord(KeyCode.SPACE);
        awaitFinding("community");
        hands.tabBackTo("credential-community");
        hands.chord(KeyCode.SHORTCUT, KeyCode.A).type(COMMUNITY);
        hands.tabTo("save-credential").chord(KeyCode.SPACE);
        hands.awaitFocus("unlock-passphrase");
        hands.type("correct horse").enter().type("correct horse").enter();
        window.until(() -> isOffered("vault"));
    }

    private void addDevice() {
        hands.chord(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        hands.awaitFocus("device-host");
        hands.chord(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.D);
        hands.tabTo("device-name").type("knox");
        hands.tabTo("device-credential").type("vault");
        hands.tabTo("device-group").type("lab/racks");
        hands.enter();
        awaitDevice(one -> one.name().equals("knox"));
        SavedDevice saved = window.ask(() -> devices().getFirst());
        assertThat(saved.group()).isEqualTo("lab/racks");
        assertThat(saved.credential()).isEqualTo("vault");
        assertThat(saved.device().host() + ":" + saved.device().port()).isEqualTo(address);
    }

    private void editDevice() {
        hands.chord(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        hands.awaitFocus("device-tree");
        hands.chord(KeyCode.F2);
        hands.awaitFocus("device-host");
        hands.tabTo("device-name").chord(KeyCode.SHORTCUT, KeyCode.A).type("knox-2").enter();
        awaitDevice(one -> one.name().equals("knox-2"));
        hands.chord(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        hands.awaitFocus("device-tree");
        hands.enter();
        hands.awaitFocus("oid");
        hands.chord(KeyCode.SHORTCUT, KeyCode.A).type("sysName").enter();
        hands.chord(KeyCode.SHORTCUT, KeyCode.G);
        window.until(() -> new Sight(window).isAnsweredBy("knox-2"));
    }

    private void removeAndTakeBack() {
        hands.chord(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.V);
        hands.awaitFocus("device-tree");
        hands.chord(KeyCode.DELETE);
        window.until(() -> devices().isEmpty());
        hands.chord(KeyCode.SHORTCUT, KeyCode.Z);
        awaitDevice(one -> one.name().equals("knox-2"));
    }

    private void discover() {
        String found = window.startDevice("found-server", COMMUNITY);
        int colon = found.lastIndexOf(':');
        hands.chord(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Y);
        hands.awaitFocus("discovery-blocks");
        hands.chord(KeyCode.SHORTCUT, KeyCode.A).type(found.substring(0, colon));
        hands.tabTo("discovery-ports").chord(KeyCode.SHORTCUT, KeyCode.A);
        hands.type(found.substring(colon + 1));
        hands.tabTo("discovery-use-vault").chord(KeyCode.SPACE);
        hands.tabBackTo("discovery-blocks").enter();
        window.until(() ->
                OpenWindow.anywhere("#discovery-found") instanceof TableView<?> table
                        && table.getItems().size() == 1);
        hands.tabTo("discovery-found").chord(KeyCode.SHORTCUT, KeyCode.A);
        hands.tabTo("discovery-group").type("lab/new");
        hands.tabTo("add-found").chord(KeyCode.SPACE);
        awaitDevice(one ->
                one.device().address().equals(found)
                        && one.group().equals("lab/new")
                        && one.credential().equals("vault"));
    }
}
