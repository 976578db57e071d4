package dev.bulkhead.app.theme;

/** Which theme the user wants. */
public enum ThemeChoice {
    /** Whatever the desktop says. */
    SYSTEM,
    LIGHT,
    DARK
}
