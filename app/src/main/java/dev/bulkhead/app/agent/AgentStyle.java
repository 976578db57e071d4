package dev.bulkhead.app.agent;

import java.util.Objects;
import javafx.scene.Parent;

/** The look of devices and credentials, wherever they show. */
public final class AgentStyle {
    private static final String SHEET =
            Objects.requireNonNull(AgentStyle.class.getResource("agent.css")).toExternalForm();

    private AgentStyle() {}

    /** Gives a view this look. */
    public static void on(Parent view) {
        view.getStylesheets().add(SHEET);
    }
}
