package dev.bulkhead.tests.journeys;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.Nullable;

/**
 * Something carried by mouse, from a node of the window or from another program. The headless
 * platform begins a drag and then has no clipboard for it, so what a system would send from there
 * on is made by hand; who takes it cannot tell the difference.
 */
final class Carried {
    private static final double NEAR = 6;
    private static final double FAR = 40;

    private final OpenWindow window;
    private final DataFormat format;
    private final Object content;
    private final @Nullable Node source;

    private Carried(OpenWindow window, DataFormat format, Object content, @Nullable Node source) {
        this.window = window;
        this.format = format;
        this.content = content;
        this.source = source;
    }

    /** What another program lets go over the window. */
    static Carried fromOutside(OpenWindow window, DataFormat format, Object content) {
        return new Carried(window, format, content, null);
    }

    /**
     * A part of a view, taken by a press and a move.
     *
     * @param view what begins the drag
     * @param text what it puts on the clipboard
     */
    static Carried from(OpenWindow window, Node view, Supplier<@Nullable Node> part, String text) {
        window.until(() -> part.get() != null);
        window.ask(() -> {
            Node node = Objects.requireNonNull(part.get());
            Bounds box = node.localToScreen(node.getBoundsInLocal());
            Robot mouse = new Robot();
            mouse.mouseMove(box.getMinX() + NEAR, box.getCenterY());
            mouse.mousePress(MouseButton.PRIMARY);
            boolean begun = false;
            try {
                mouse.mouseMove(box.getMinX() + NEAR + FAR, box.getCenterY());
            } catch (UnsupportedOperationException noClipboard) {
                begun = true; // the view has begun to drag: no other move needs that clipboard
            }
            mouse.mouseRelease(MouseButton.PRIMARY);
            if (!begun) {
                throw new AssertionError("nothing was dragged from " + view.getId());
            }
            return true;
        });
        return new Carried(window, DataFormat.PLAIN_TEXT, text, view);
    }

    /** Lets it go over a node; whether that took it. */
    boolean dropOn(Supplier<@Nullable Node> target) {
        window.until(() -> target.get() != null);
        return window.ask(() -> {
            Node node = Objects.requireNonNull(target.get());
            DragEvent over = event(DragEvent.DRAG_OVER, node);
            Event.fireEvent(node, over);
            if (!over.isAccepted()) {
                return false;
            }
            DragEvent dropped = event(DragEvent.DRAG_DROPPED, node);
            dropped.acceptTransferModes(TransferMode.COPY);
            Event.fireEvent(node, dropped);
            return dropped.isDropCompleted();
        });
    }

    private DragEvent event(EventType<DragEvent> type, Node node) throws Exception {
        return new DragEvent(
                node, node, type, board(), 5, 5, 5, 5, TransferMode.COPY, source, node, null);
    }

    private Dragboard board() throws ReflectiveOperationException {
        Constructor<?> constructor = Dragboard.class.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Class<?> peer = constructor.getParameterTypes()[0];
        Object clipboard =
                Proxy.newProxyInstance(
                        Carried.class.getClassLoader(),
                        new Class<?>[] {peer},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "getContentTypes" -> Set.of(format);
                                    case "getContent" ->
                                            format.equals(arguments[0]) ? content : null;
                                    case "hasContent" -> format.equals(arguments[0]);
                                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
        return (Dragboard) constructor.newInstance(clipboard);
    }
}
