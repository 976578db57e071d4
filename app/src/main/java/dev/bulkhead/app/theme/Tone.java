package dev.bulkhead.app.theme;

/** What a mark means; its colour is the style sheet's business. */
public enum Tone {
    NEUTRAL("neutral"),
    ACCENT("accent"),
    SUCCESS("success"),
    WARNING("warning"),
    DANGER("danger");

    private final String styleClass;

    Tone(String styleClass) {
        this.styleClass = styleClass;
    }

    public String styleClass() {
        return styleClass;
    }
}
