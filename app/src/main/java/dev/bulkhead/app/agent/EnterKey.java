package dev.bulkhead.app.agent;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Lets Enter in a form do what the form is for. A default button would do that wherever the focus
 * is in the window, and even while its form does not show.
 */
final class EnterKey {
    private EnterKey() {}

    /** From now on Enter in a form presses the button, or that one of the form in focus. */
    static void presses(Node form, Button button) {
        form.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    boolean plain = !event.isShortcutDown() && !event.isAltDown();
                    if (event.getCode() == KeyCode.ENTER && plain) {
                        ButtonBase pressed =
                                event.getTarget() instanceof ButtonBase focused ? focused : button;
                        pressed.fire();
                        event.consume();
                    }
                });
    }
}
