package dev.bulkhead.app.pollrun;

import dev.bulkhead.app.export.Row;
import dev.bulkhead.engine.sample.CounterRate;
import dev.bulkhead.engine.sample.VarBind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a run tells its sinks. */
public sealed interface Told {
    Instant time();

    /**
     * A round's value of a series.
     *
     * @param round counted from 0, on across restarts of the worker
     * @param value what the agent gave; empty of formulas
     * @param number what a formula came to; empty of objects
     * @param rate of counters, per second of the agent's time
     * @param point the value, or rate, in the unit in which it is drawn; NaN for none
     * @param label what names the row of a counter, such as its ifName; "" if nothing was told
     * @param gap why the round gave no value, though the agent answered
     */
    record Value(
            RunSeries series,
            Instant time,
            long round,
            Optional<VarBind> value,
            OptionalDouble number,
            Optional<CounterRate.Outcome> rate,
            double point,
            String label,
            Optional<String> gap)
            implements Told {}

    /** Values of a series that did not come. */
    record Gap(RunSeries series, Instant time, Instant until, String reason) implements Told {}

    /**
     * Something happened.
     *
     * @param device whose; empty for the whole run
     * @param series an alarm's
     */
    record Happened(
            Instant time,
            What what,
            Optional<Device> device,
            Optional<RunSeries> series,
            String text)
            implements Told {}

    /** What a job says of itself, for logs: as the verb poll prints it in JSON. */
    record Job(Instant time, Row row) implements Told {}

    /** A device without its credential. */
    record Device(String name, String address) {}

    /** What can happen. */
    enum What {
        STARTED("started"),
        STOPPED("stopped"),
        WORKER_RESTART("worker-restart"),
        REBOOT("reboot"),
        ALARM("alarm"),
        ALARM_OVER("alarm-over");

        private final String word;

        What(String word) {
            this.word = word;
        }

        /** As files have it. */
        public String word() {
            return word;
        }
    }
}
