package dev.bulkhead.tests.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/**
 * A user's hands on the window: every click and key is counted. That the mouse was left alone is
 * not taken from these hands' word, but from the window, which sees every press of a button.
 */
final class Hands {
    /** As many tabs as nobody would press. */
    private static final int TABS_AT_MOST = 40;

    private final OpenWindow window;
    private final FxRobot robot;
    private final AtomicInteger presses = new AtomicInteger();
    private Cost cost = Cost.NOTHING;

    Hands(OpenWindow window) {
        this.window = window;
        robot = window.robot();
        EventHandler<MouseEvent> count = _ -> presses.incrementAndGet();
        window.ask(() -> {
            window.stage().addEventFilter(MouseEvent.MOUSE_PRESSED, count);
            return true;
        });
    }

    /** A task begins: nothing was done yet. */
    void begin() {
        cost = Cost.NOTHING;
        presses.set(0);
    }

    /** What the task has cost so far. */
    Cost cost() {
        return cost;
    }

    /** Fails if a mouse button was pressed since the task began. */
    void sawNoMouse() {
        assertThat(cost.clicks()).isZero();
        assertThat(presses).as("presses of a mouse button").hasValue(0);
    }

    Hands chord(KeyCode... keys) {
        robot.push(keys);
        window.pulse();
        cost = cost.chord();
        return this;
    }

    Hands enter() {
        robot.push(KeyCode.ENTER);
        window.pulse();
        cost = cost.enter();
        return this;
    }

    Hands type(String text) {
        robot.write(text);
        window.pulse();
        cost = cost.text();
        return this;
    }

    /** Presses Tab until a control has the focus; each is a chord. */
    Hands tabTo(String id) {
        for (int i = 0; i < TABS_AT_MOST && !isFocused(id); i++) {
            chord(KeyCode.TAB);
        }
        assertThat(focused()).as("what Tab reaches").isEqualTo(id);
        return this;
    }

    /** Presses Shift+Tab until a control has the focus; each is a chord. */
    Hands tabBackTo(String id) {
        for (int i = 0; i < TABS_AT_MOST && !isFocused(id); i++) {
            chord(KeyCode.SHIFT, KeyCode.TAB);
        }
        assertThat(focused()).as("what Shift+Tab reaches").isEqualTo(id);
        return this;
    }

    /** Waits for a control to have the focus. */
    void awaitFocus(String id) {
        window.until(() -> isFocused(id));
    }

    private boolean isFocused(String id) {
        return id.equals(focused());
    }

    /** The id of what has the focus, in whichever window that is; "" if it has none. */
    String focused() {
        return window.ask(() ->
                Window.getWindows().stream()
                        .filter(Window::isFocused)
                        .map(each -> each.getScene().getFocusOwner())
                        .filter(Objects::nonNull)
                        .map(owner -> String.valueOf(owner.getId()))
                        .reduce("", (_, last) -> last));
    }

    Hands click(Supplier<@Nullable Node> target) {
        return press(target, MouseButton.PRIMARY, 1);
    }

    Hands rightClick(Supplier<@Nullable Node> target) {
        return press(target, MouseButton.SECONDARY, 1);
    }

    Hands doubleClick(Supplier<@Nullable Node> target) {
        return press(target, MouseButton.PRIMARY, 2);
    }

    /** All in one go: a robot that waits between clicks is too slow on a busy machine. */
    private Hands press(Supplier<@Nullable Node> target, MouseButton button, int times) {
        window.until(() -> {
            Node node = target.get();
            return node != null && node.localToScreen(node.getBoundsInLocal()) != null;
        });
        window.ask(() -> {
            Node node = Objects.requireNonNull(target.get());
            Bounds box = node.localToScreen(node.getBoundsInLocal());
            Robot mouse = new Robot();
            mouse.mouseMove(box.getCenterX(), box.getCenterY());
            for (int i = 0; i < times; i++) {
                mouse.mouseClick(button);
            }
            return true;
        });
        window.pulse();
        cost = cost.click();
        return this;
    }
}
