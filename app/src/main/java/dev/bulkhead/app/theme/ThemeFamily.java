package dev.bulkhead.app.theme;

import atlantafx.base.theme.CupertinoDark;
import atlantafx.base.theme.CupertinoLight;
import atlantafx.base.theme.NordDark;
import atlantafx.base.theme.NordLight;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;

/** Whose colours: each family has a light and a dark theme. */
public enum ThemeFamily {
    /** The default: its contrast is best. */
    PRIMER(new PrimerLight(), new PrimerDark()),
    NORD(new NordLight(), new NordDark()),
    CUPERTINO(new CupertinoLight(), new CupertinoDark());

    private final Theme light;
    private final Theme dark;

    ThemeFamily(Theme light, Theme dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The style sheet of one of its themes. */
    String stylesheet(boolean isDark) {
        return (isDark ? dark : light).getUserAgentStylesheet();
    }
}
