package dev.bulkhead.app.change;

import java.util.List;

/**
 * One SET.
 *
 * @param assignments all in one PDU, as if at once (RFC 3416 §4.2.5)
 * @param otherwise what is tried instead if the agent refuses this; empty for nothing
 * @param cleanup what is written if a later step of the same plan fails; empty for nothing
 */
public record ChangeStep(
        Place place,
        List<Assignment> assignments,
        List<ChangeStep> otherwise,
        List<Assignment> cleanup) {
    public ChangeStep {
        assignments = List.copyOf(assignments);
        otherwise = List.copyOf(otherwise);
        cleanup = List.copyOf(cleanup);
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("the step sets nothing");
        }
    }

    /** A step that stands for itself. */
    public ChangeStep(Place place, List<Assignment> assignments) {
        this(place, assignments, List.of(), List.of());
    }

    ChangeStep with(List<Assignment> read) {
        return new ChangeStep(place, read, otherwise, cleanup);
    }
}
