package dev.bulkhead.app.notification;

import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The mark of a severity; a shape each, so that colour never stands alone. */
final class SeverityLook {
    private SeverityLook() {}

    static FontIcon icon(Severity severity) {
        return Parts.icon(shape(severity), "severity-icon", "severity-" + severity.id());
    }

    /** A picture of another severity takes the place of one, without a new node. */
    static void turn(FontIcon icon, Severity severity) {
        String wanted = "severity-" + severity.id();
        if (!icon.getStyleClass().contains(wanted)) {
            icon.getStyleClass().setAll("ikonli-font-icon", "severity-icon", wanted);
            icon.setIconCode(shape(severity));
        }
    }

    private static Ikon shape(Severity severity) {
        return switch (severity) {
            case CRITICAL -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case MAJOR -> MaterialDesignA.ALERT_OCTAGON_OUTLINE;
            case MINOR -> MaterialDesignA.ALERT_RHOMBUS_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
            case CLEARED -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
        };
    }

    /** The icon of what a sentence's tone means. */
    static Ikon shape(Tone tone) {
        return switch (tone) {
            case DANGER -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case SUCCESS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case ACCENT, NEUTRAL -> MaterialDesignI.INFORMATION_OUTLINE;
        };
    }
}
