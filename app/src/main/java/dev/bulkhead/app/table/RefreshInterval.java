package dev.bulkhead.app.table;

import dev.bulkhead.app.i18n.Words;
import java.time.Duration;

/** How often a table is read again by itself. */
public enum RefreshInterval {
    OFF(0),
    EVERY_SECOND(1),
    EVERY_2_SECONDS(2),
    EVERY_5_SECONDS(5),
    EVERY_10_SECONDS(10),
    EVERY_30_SECONDS(30),
    EVERY_MINUTE(60);

    private final int seconds;

    RefreshInterval(int seconds) {
        this.seconds = seconds;
    }

    /** From the beginning of a reading to that of the next. */
    Duration period() {
        return Duration.ofSeconds(seconds);
    }

    boolean isOn() {
        return this != OFF;
    }

    @Override
    public String toString() {
        return isOn()
                ? Words.text("table.interval.every", seconds)
                : Words.text("table.interval.off");
    }
}
