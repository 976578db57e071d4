package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.diagnosis.Step;
import java.util.List;
import java.util.Optional;

/** All that a doctor has tried, in order. */
record Evidence(List<Tried> tried) {
    /** The place of no attempt. */
    static final int NO_ATTEMPT = -1;

    /**
     * One thing that was tried.
     *
     * @param attempt its place in the job's attempts; {@link #NO_ATTEMPT} for a step that needs no
     *     credential
     */
    record Tried(Step step, int attempt, Finding finding) {
        private boolean wasSent() {
            return step != Step.NAME && step != Step.ROUTE;
        }
    }

    Evidence {
        tried = List.copyOf(tried);
    }

    boolean has(Step step) {
        return tried.stream().anyMatch(each -> each.step() == step);
    }

    boolean hasAttempt(int attempt) {
        return tried.stream().anyMatch(each -> each.attempt() == attempt);
    }

    /** What the first of a step found. */
    Optional<Finding> of(Step step) {
        return tried.stream().filter(each -> each.step() == step).map(Tried::finding).findFirst();
    }

    /** What the user's own credential found, the last time it was tried. */
    Optional<Finding> own() {
        return tried.stream()
                .filter(each -> each.attempt() == 0 && each.step() != Step.WHOLE_VIEW)
                .map(Tried::finding)
                .reduce((earlier, later) -> later);
    }

    /** The engine that was found first. */
    Optional<Finding.Engine> engine() {
        return tried.stream()
                .map(Tried::finding)
                .filter(Finding.Engine.class::isInstance)
                .map(Finding.Engine.class::cast)
                .findFirst();
    }

    /** The first of a step that was answered by a Response-PDU. */
    Optional<Tried> answered(Step step) {
        return tried.stream()
                .filter(each -> each.step() == step)
                .filter(each -> each.finding() instanceof Finding.Responded)
                .findFirst();
    }

    /** The clocks that the engine showed where it matters, in order. */
    List<EngineClock> clocks() {
        return tried.stream()
                .map(Tried::finding)
                .flatMap(finding -> clockOf(finding).stream())
                .filter(clock -> !clock.isUntold())
                .toList();
    }

    private static Optional<EngineClock> clockOf(Finding finding) {
        if (finding instanceof Finding.Engine engine) {
            return Optional.of(engine.clock());
        }
        return finding instanceof Finding.Reported reported
                        && reported.is(UsmReport.NOT_IN_TIME_WINDOWS)
                ? Optional.of(reported.clock())
                : Optional.empty();
    }

    /** Whether one engine can have shown all its clocks. */
    boolean isOneClock() {
        List<EngineClock> clocks = clocks();
        for (int i = 1; i < clocks.size(); i++) {
            if (!clocks.get(i - 1).agreesWith(clocks.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean isAlive() {
        return tried.stream().anyMatch(each -> each.finding().isAlive());
    }

    boolean isAtEnd() {
        return tried.stream().anyMatch(each -> each.finding().isEnd());
    }

    /** What ended it. */
    Optional<Finding> end() {
        return tried.stream().map(Tried::finding).filter(Finding::isEnd).findFirst();
    }

    /** How many PDUs were sent. */
    int pdus() {
        return (int) tried.stream().filter(Tried::wasSent).count();
    }
}
