package dev.bulkhead.app.processes;

import dev.bulkhead.app.i18n.Words;
import dev.bulkhead.app.polling.TargetTime;

/** A target of a job in words. */
final class TargetLine {
    private TargetLine() {}

    /** {@code core-sw-01 · 12 ms}. */
    static String words(TargetTime target) {
        return Words.text("processes.target", target.label(), time(target));
    }

    private static String time(TargetTime target) {
        if (target.isSilent()) {
            return Words.text("processes.target.silent");
        }
        return target.answers() == 0
                ? Words.text("processes.target.none")
                : Words.text("processes.target.time", target.roundTrip().toNanos() / 1e6);
    }

    /** The same with what it answered and what not. */
    static String details(TargetTime target) {
        return Words.text(
                "processes.target.details", words(target), target.answers(), target.timeouts());
    }
}
