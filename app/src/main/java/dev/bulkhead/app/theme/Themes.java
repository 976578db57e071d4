package dev.bulkhead.app.theme;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Light and dark: follows the desktop until the user chooses. */
public final class Themes {
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private ThemeChoice choice;
    private ThemeFamily family = ThemeFamily.PRIMER;

    public Themes(ThemeChoice choice) {
        this.choice = choice;
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    /** Gives a scene our styles. */
    public static void style(Scene scene) {
        scene.getStylesheets().add(stylesheet());
    }

    /** Our own styles, for pop-ups that do not inherit them. */
    public static String stylesheet() {
        return Objects.requireNonNull(Themes.class.getResource("bulkhead.css")).toExternalForm();
    }

    public ThemeChoice choice() {
        return choice;
    }

    public void choose(ThemeChoice newChoice) {
        choice = newChoice;
        apply();
    }

    /** Whose colours are shown. */
    public void choose(ThemeFamily newFamily) {
        family = newFamily;
        apply();
    }

    /** From light to dark or back. */
    public void toggle() {
        choose(dark.get() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    private void apply() {
        boolean isDark =
                switch (choice) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        dark.set(isDark);
        // A pop-up that is open meanwhile would look its colours up in neither theme.
        List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide);
        Application.setUserAgentStylesheet(family.stylesheet(isDark));
    }
}
