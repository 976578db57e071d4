package dev.bulkhead.app.preferences;

import dev.bulkhead.app.theme.TextSize;
import dev.bulkhead.app.theme.Themes;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** Makes the windows look as preferred, now and whenever that changes. JavaFX's thread. */
public final class Appearance {
    private Appearance() {}

    /**
     * Joins the preferences with what they are about.
     *
     * @param tabs whose later tabs are looked after, too
     */
    public static void follow(Preferences preferences, Themes themes, TabPane tabs) {
        TextSize text = new TextSize();
        preferences.themeProperty().addListener((_, _, _) -> themes.choose(preferences.theme()));
        themes.choose(preferences.family());
        preferences.familyProperty().addListener((_, _, _) -> themes.choose(preferences.family()));
        preferences.fontSizeProperty().subscribe(size -> text.set(size.intValue()));
        tabs.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, now) -> follow(text, now));
    }

    /** A tab's content may come after the tab. */
    private static void follow(TextSize text, Tab tab) {
        if (tab != null) {
            tab.contentProperty().subscribe(_ -> text.apply());
        }
    }
}
