package dev.bulkhead.app.change;

import java.util.List;
import java.util.Locale;

/**
 * What shall be written: step after step, until one fails.
 *
 * @param kind what it is for the user
 */
public record ChangePlan(Kind kind, List<ChangeStep> steps) {
    /** What a plan does, in the user's words. */
    public enum Kind {
        SET,
        CREATE_ROW,
        DELETE_ROWS,
        SET_BACK;

        String key() {
            return "change.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ChangePlan {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("the plan has no steps");
        }
    }

    /** A plan of one SET. */
    public static ChangePlan set(Place place, List<Assignment> assignments) {
        return new ChangePlan(Kind.SET, List.of(new ChangeStep(place, assignments)));
    }

    List<Assignment> assignments() {
        return steps.stream().flatMap(step -> step.assignments().stream()).toList();
    }
}
