package dev.bulkhead.app.theme;

import atlantafx.base.theme.CupertinoDark;
import atlantafx.base.theme.CupertinoLight;
import atlantafx.base.theme.NordDark;
import atlantafx.base.theme.NordLight;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Whose colours: each family has a light and a dark theme. */
public enum ThemeFamily {
    /** The default: its contrast is best. */
    PRIMER(new PrimerLight().getUserAgentStylesheet(), new PrimerDark().getUserAgentStylesheet()),
    NORD(new NordLight().getUserAgentStylesheet(), new NordDark().getUserAgentStylesheet()),
    CUPERTINO(
            new CupertinoLight().getUserAgentStylesheet(),
            new CupertinoDark().getUserAgentStylesheet());

    private final String light;
    private final String dark;

    ThemeFamily(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The style sheet of one of its themes. */
    String stylesheet(boolean isDark) {
        return isDark ? dark : light;
    }
}
