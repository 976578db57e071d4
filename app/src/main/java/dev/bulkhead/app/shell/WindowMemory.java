package dev.bulkhead.app.shell;

import dev.bulkhead.app.settings.Settings;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Opens the window where it was, as large as it was, with the same dividers and tab. */
public final class WindowMemory {
    private static final String PLACE = "window.place";
    private static final String TAB = "window.tab";
    private static final String DIVIDER = "window.divider.";

    private final Settings settings;
    private final Stage stage;
    private final Shell shell;

    private WindowMemory(Settings settings, Stage stage, Shell shell) {
        this.settings = settings;
        this.stage = stage;
        this.shell = shell;
    }

    /** Restores a window that is about to be shown, and keeps how it is left. */
    public static void follow(Settings settings, Stage stage, Shell shell) {
        WindowMemory memory = new WindowMemory(settings, stage, shell);
        memory.restore();
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> memory.keep());
    }

    private void restore() {
        settings.get(PLACE).flatMap(WindowPlace::parse).ifPresent(this::put);
        shell.tabs().getTabs().stream()
                .filter(tab -> settings.get(TAB).filter(tab.getId()::equals).isPresent())
                .findFirst()
                .ifPresent(shell.tabs().getSelectionModel()::select);
        for (SplitPane pane : shell.splits()) {
            settings.get(DIVIDER + pane.getId())
                    .flatMap(WindowPlace::share)
                    .ifPresent(share -> pane.setDividerPositions(share));
        }
    }

    private void put(WindowPlace place) {
        boolean visible =
                !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                        .isEmpty();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        WindowPlace fitting = place.within(screen.getWidth(), screen.getHeight());
        stage.setWidth(fitting.width());
        stage.setHeight(fitting.height());
        if (visible) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setMaximized(place.maximized());
    }

    private void keep() {
        WindowPlace now =
                new WindowPlace(
                        stage.getX(),
                        stage.getY(),
                        stage.getWidth(),
                        stage.getHeight(),
                        stage.isMaximized());
        settings.put(PLACE, now.toText());
        for (SplitPane pane : shell.splits()) {
            settings.put(DIVIDER + pane.getId(), WindowPlace.text(pane.getDividerPositions()[0]));
        }
        selected(shell.tabs()).ifPresent(tab -> settings.put(TAB, tab.getId()));
        settings.save();
    }

    private static Optional<Tab> selected(TabPane tabs) {
        return Optional.ofNullable(tabs.getSelectionModel().getSelectedItem());
    }
}
