package dev.bulkhead.app.change;

import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;

/**
 * How a row is made. By RowStatus (RFC 2579): all at once by createAndGo, and where the agent
 * refuses that, step by step from createAndWait. By EntryStatus (RFC 2819): by createRequest with
 * all its columns, or where the agent refuses that, without, and valid at last. What is left behind
 * when that fails is removed.
 *
 * @param states of the column that {@code status} is an instance of
 */
record RowCreation(RowStates states, Place place, Oid status) {
    /** The steps to a row with these cells, active or waiting. */
    List<ChangeStep> steps(List<Assignment> cells, boolean active) {
        List<ChangeStep> activation = active ? List.of(set(RowStates.ACTIVE)) : List.of();
        List<ChangeStep> steps = new ArrayList<>();
        switch (states) {
            case ROW_STATUS -> {
                int go = active ? RowStates.CREATE_AND_GO : RowStates.CREATE_AND_WAIT;
                List<ChangeStep> slowly = slowly(RowStates.CREATE_AND_WAIT, cells);
                slowly.addAll(activation);
                steps.add(new ChangeStep(place, with(go, cells), slowly, List.of()));
            }
            case ENTRY_STATUS -> {
                int request = RowStates.CREATE_REQUEST;
                List<ChangeStep> slowly = cells.isEmpty() ? List.of() : slowly(request, cells);
                steps.add(new ChangeStep(place, with(request, cells), slowly, removal()));
                steps.addAll(activation);
            }
        }
        return steps;
    }

    /** The row bare, and then its cells. */
    private List<ChangeStep> slowly(int bare, List<Assignment> cells) {
        List<ChangeStep> steps = new ArrayList<>();
        steps.add(new ChangeStep(place, with(bare, List.of()), List.of(), removal()));
        if (!cells.isEmpty()) {
            steps.add(new ChangeStep(place, cells));
        }
        return steps;
    }

    private ChangeStep set(int state) {
        return new ChangeStep(place, with(state, List.of()));
    }

    private List<Assignment> with(int state, List<Assignment> cells) {
        List<Assignment> all = new ArrayList<>(cells);
        all.addFirst(new Assignment(status, RowStates.value(state)));
        return all;
    }

    private List<Assignment> removal() {
        return List.of(new Assignment(status, states.removal()));
    }
}
