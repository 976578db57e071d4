package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.job.DemoNetwork;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the design's table of clicks promises for those who use the mouse, counted. */
class ClickCountTest {
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
    }

    @AfterAll
    static void close() {
        window.close();
    }

    private static Node menuItem(String command) {
        return OpenWindow.anywhere(".context-menu #menu-" + command);
    }

    @Test
    void aSubtreeIsWalkedByTwoClicks() {
        window.useDemo(DemoNetwork.READ_COMMUNITY);
        window.typeOid("ifDescr");
        hands.begin();
        hands.rightClick(() -> sight.treeNode("ifDescr")).click(() -> menuItem("walk"));
        assertThat(hands.cost()).isEqualTo(new Cost(2, 0, 0, 0));
        sight.awaitRows(DEMO_INTERFACES);
    }

    @Test
    void aTableIsViewedByTwoClicks() {
        window.useDemo(DemoNetwork.READ_COMMUNITY);
        window.typeOid("ifTable");
        hands.begin();
        hands.rightClick(() -> sight.treeNode("ifTable")).click(() -> menuItem("table-view"));
        assertThat(hands.cost()).isEqualTo(new Cost(2, 0, 0, 0));
        sight.awaitGrid(DEMO_INTERFACES);
    }

    @Test
    void aValueIsSetByADoubleClickTextEnterAndOneConfirmingClick() {
        window.useDemo(DemoNetwork.WRITE_COMMUNITY);
        window.typeOid("demoText");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.G);
        sight.awaitRows(1);
        hands.begin();
        hands.doubleClick(sight::valueCell);
        window.until(() -> OpenWindow.anywhere("#cell-editor") != null);
        hands.type("counted").enter();
        hands.awaitFocus("confirm-send");
        hands.click(() -> window.shell().lookup("#confirm-send"));
        assertThat(hands.cost()).isEqualTo(new Cost(2, 0, 1, 1));
        window.until(() -> sight.value().equals("counted"));
    }

    @Test
    void aFirstDeviceTakesOneFieldAndAsksForNoCredential() {
        String address = window.startDevice("readable", "public");
        window.useDemo(DemoNetwork.READ_COMMUNITY);
        window.ask(() -> {
            window.workbench().target().addressProperty().set("");
            return true;
        });
        hands.begin();
        hands.click(() -> window.shell().lookup("#address-text")).type(address).enter();
        assertThat(hands.cost()).isEqualTo(new Cost(1, 0, 1, 1));
        window.until(() -> sight.isAnsweredBy(address));
        assertThat(window.<Boolean>ask(() -> OpenWindow.anywhere("#credential-form") == null))
                .isTrue();
    }
}
