package dev.bulkhead.app.notification;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.theme.Tone;
import java.util.Locale;
import java.util.Optional;

/** How bad what a notification tells is, the worst first; the words of ITU-T X.733 and info. */
public enum Severity {
    CRITICAL,
    MAJOR,
    MINOR,
    WARNING,
    INFO,
    CLEARED;

    /** What the user reads. */
    public String words() {
        return Words.text("severity." + id());
    }

    /** What files and other programs read. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its colour's meaning. */
    public Tone tone() {
        return switch (this) {
            case CRITICAL, MAJOR -> Tone.DANGER;
            case MINOR, WARNING -> Tone.WARNING;
            case INFO -> Tone.ACCENT;
            case CLEARED -> Tone.SUCCESS;
        };
    }

    /** Syslog's number for it (RFC 5424 §6.2.1, mapped as RFC 5674 §2 does). */
    public int syslog() {
        return switch (this) {
            case CRITICAL -> 1;
            case MAJOR -> 2;
            case MINOR -> 3;
            case WARNING -> 4;
            case INFO -> 6;
            case CLEARED -> 5;
        };
    }

    /** Whether it is as bad as another or worse. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** What an enumeration's label means, as modules spell it; empty if it says nothing. */
    public static Optional<Severity> ofLabel(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "critical", "emergency", "alert", "fatal" -> Optional.of(CRITICAL);
            case "major", "error", "severe" -> Optional.of(MAJOR);
            case "minor" -> Optional.of(MINOR);
            case "warning", "indeterminate" -> Optional.of(WARNING);
            case "info", "informational", "information", "notice", "debug" -> Optional.of(INFO);
            case "cleared", "clear", "normal", "ok" -> Optional.of(CLEARED);
            default -> Optional.empty();
        };
    }
}
