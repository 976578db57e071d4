package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.app.query.QueryRun;
import dev.bulkhead.engine.job.DemoNetwork;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tasks of the design's table of clicks by keyboard alone, each key counted. */
class KeyboardTasksTest {
    private static final int DEMO_INTERFACES = 28;
    private static final String IF_DESCR = ".1.3.6.1.2.1.2.2.1.2";

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

    private void find(String name) {
        hands.chord(KeyCode.SHORTCUT, KeyCode.F).type(name);
        sight.awaitHit(name);
        hands.enter();
    }

    @Test
    void findTakesOneChordWalkAndTableOneEnterOnTheNode() {
        window.useDemo(DemoNetwork.READ_COMMUNITY);
        hands.begin();
        find("ifDescr");
        sight.awaitCurrent(IF_DESCR);
        assertThat(hands.cost()).as("find").isEqualTo(new Cost(0, 1, 1, 1));
        hands.sawNoMouse();

        hands.begin();
        hands.enter();
        assertThat(hands.cost()).as("walk").isEqualTo(new Cost(0, 0, 0, 1));
        sight.awaitRows(DEMO_INTERFACES);
        hands.sawNoMouse();

        find("ifTable");
        hands.begin();
        hands.enter();
        assertThat(hands.cost()).as("table").isEqualTo(new Cost(0, 0, 0, 1));
        sight.awaitGrid(DEMO_INTERFACES);
        hands.sawNoMouse();
    }

    @Test
    void aValueIsSetAndSetBackByKeys() {
        window.useDemo(DemoNetwork.WRITE_COMMUNITY);
        window.typeOid("demoText");
        window.robot().push(KeyCode.SHORTCUT, KeyCode.G);
        sight.awaitRows(1);
        String before = window.ask(sight::value);
        hands.begin();
        for (int i = 0; i < 4 && !hands.focused().equals("results"); i++) {
            hands.chord(KeyCode.F6);
        }
        assertThat(hands.focused()).isEqualTo("results");
        assertThat(hands.cost().chords()).as("to the rows").isLessThanOrEqualTo(3);

        hands.begin();
        hands.chord(KeyCode.F2);
        window.until(() -> OpenWindow.anywhere("#cell-editor") != null);
        hands.type("by keys").enter();
        hands.awaitFocus("confirm-send");
        hands.enter();
        assertThat(hands.cost()).as("set").isEqualTo(new Cost(0, 1, 1, 2));
        window.until(() -> sight.value().equals("by keys"));
        hands.sawNoMouse();

        hands.begin();
        hands.chord(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.E);
        hands.awaitFocus("changes");
        hands.chord(KeyCode.SHIFT, KeyCode.F2);
        hands.awaitFocus("confirm-send");
        sight.awaitReadyToSend();
        hands.enter();
        assertThat(hands.cost()).as("set back").isEqualTo(new Cost(0, 2, 0, 1));
        window.until(() -> sight.value().equals(before));
        hands.sawNoMouse();
    }

    @Test
    void aFirstDeviceTakesOneFieldAndACredentialOnlyIfPublicFails() {
        String open = window.startDevice("readable", "public");
        window.useDemo(DemoNetwork.READ_COMMUNITY);
        window.typeOid("system");
        String closed = window.startDevice("closed", "fort-knox");
        window.ask(() -> {
            window.workbench().target().bePatient(() -> Duration.ofMillis(400), () -> 0);
            return true;
        });
        hands.begin();
        hands.chord(KeyCode.SHORTCUT, KeyCode.L).type(open).enter();
        assertThat(hands.cost()).as("public").isEqualTo(new Cost(0, 1, 1, 1));
        window.until(() -> sight.isAnsweredBy(open));
        hands.sawNoMouse();

        hands.begin();
        hands.chord(KeyCode.SHORTCUT, KeyCode.L).type(closed).enter();
        window.until(() ->
                sight.run()
                        .filter(run -> run.question().device().equals(closed))
                        .flatMap(QueryRun::silence)
                        .isPresent());
        assertThat(hands.cost()).isEqualTo(new Cost(0, 1, 1, 1));
        hands.chord(KeyCode.SHORTCUT, KeyCode.K);
        hands.awaitFocus("credential-community");
        hands.type("fort-knox").enter();
        assertThat(hands.cost()).as("not public").isEqualTo(new Cost(0, 2, 2, 2));
        window.until(() -> sight.isAnsweredBy(closed));
        hands.sawNoMouse();
    }
}
