package dev.bulkhead.app.problems;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Parts;
import dev.bulkhead.app.theme.Tone;
import dev.bulkhead.mibs.diagnostic.Severity;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Icon, word and tone of each severity. */
public final class SeverityLook {
    private SeverityLook() {}

    /** A new icon. */
    public static FontIcon icon(Severity severity) {
        FontIcon icon = Parts.icon(code(severity), "severity");
        Parts.tone(icon, tone(severity));
        return icon;
    }

    /** Turns an icon into that of another severity. */
    public static void set(FontIcon icon, Severity severity) {
        icon.setIconCode(code(severity));
        Parts.tone(icon, tone(severity));
    }

    public static String word(Severity severity) {
        return Words.text("problems.severity." + severity.name());
    }

    public static Tone tone(Severity severity) {
        return switch (severity) {
            case FATAL, SEVERE, ERROR -> Tone.DANGER;
            case MINOR_ERROR -> Tone.DANGER;
            case CHANGE_RECOMMENDED, WARNING -> Tone.WARNING;
            case INFO -> Tone.NEUTRAL;
        };
    }

    private static Ikon code(Severity severity) {
        return switch (severity) {
            case FATAL, SEVERE -> MaterialDesignC.CLOSE_OCTAGON_OUTLINE;
            case ERROR, MINOR_ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case CHANGE_RECOMMENDED, WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
        };
    }
}
