package dev.bulkhead.app.neighbour;

import java.time.Duration;

/** Times as Go reads them. */
final class GoTime {
    private GoTime() {}

    /** A time in its largest unit that gives a whole number; Go knows no days. */
    static String of(Duration time) {
        long millis = time.toMillis();
        if (millis % 3_600_000 == 0 && millis > 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0 && millis > 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
