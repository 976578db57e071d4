package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every control that can take the focus has an id and something a screen reader can say. */
class AccessibilityTest {
    private OpenWindow window;

    @BeforeEach
    void open() throws Exception {
        window = OpenWindow.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void everyFocusableControlHasAnIdAndAnAccessibleText() {
        window.startDemo();
        window.typeOid("ifTable");
        window.ask(() -> {
            window.shell().commands().get("walk").run();
            window.shell().commands().get("table-view").run();
            window.shell().commands().get("problems").run();
            window.shell().commands().get("modules").run();
            window.shell().commands().get("notification-rules").run();
            window.shell().commands().get("send-notification").run();
            window.shell().commands().get("history").run();
            return true;
        });
        window.until(() -> window.shell().lookup("#grid") != null);
        List<String> silent = new ArrayList<>();
        int tabs = window.ask(() -> tabs().getTabs().size());
        assertThat(tabs).isEqualTo(11);
        for (int i = 0; i < tabs; i++) {
            int tab = i;
            int seen =
                    window.ask(() -> {
                        tabs().getSelectionModel().select(tab);
                        window.shell().applyCss();
                        window.shell().layout();
                        return collect(window.shell(), silent);
                    });
            assertThat(seen).as("focusable controls in tab " + tab).isGreaterThan(10);
        }
        assertThat(silent).isEmpty();
    }

    private TabPane tabs() {
        return (TabPane) window.shell().lookup("#tabs");
    }

    private static int collect(Node node, List<String> silent) {
        if (!node.isVisible() || node instanceof VirtualFlow || node instanceof ScrollBar) {
            return 0;
        }
        int seen = 0;
        if (node instanceof Control && node.isFocusTraversable()) {
            seen++;
            String spoken = node.getAccessibleText();
            boolean mute = spoken == null || spoken.isBlank();
            boolean wordless =
                    !(node instanceof Labeled labeled)
                            || labeled.getText() == null
                            || labeled.getText().isBlank();
            if (node.getId() == null || (mute && wordless)) {
                silent.add(node.getClass().getSimpleName() + " " + node);
            }
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                seen += collect(child, silent);
            }
        }
        return seen;
    }
}
