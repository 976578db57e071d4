package dev.bulkhead.app.change;

import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;

/**
 * How a row is made (RFC 2579, RowStatus): all at once by createAndGo, and where the agent refuses
 * that, step by step from createAndWait; what that leaves behind when it fails is removed.
 */
final class RowCreation {
    private RowCreation() {}

    /** The row with these cells, active or not in service. */
    static ChangeStep step(Place place, Oid status, List<Assignment> cells, boolean active) {
        List<ChangeStep> slowly = new ArrayList<>();
        slowly.add(
                new ChangeStep(
                        place,
                        List.of(new Assignment(status, Rows.status(Rows.CREATE_AND_WAIT))),
                        List.of(),
                        List.of(new Assignment(status, Rows.status(Rows.DESTROY)))));
        if (!cells.isEmpty()) {
            slowly.add(new ChangeStep(place, cells));
        }
        if (active) {
            slowly.add(
                    new ChangeStep(
                            place, List.of(new Assignment(status, Rows.status(Rows.ACTIVE)))));
        }
        List<Assignment> all = new ArrayList<>(cells);
        int go = active ? Rows.CREATE_AND_GO : Rows.CREATE_AND_WAIT;
        all.addFirst(new Assignment(status, Rows.status(go)));
        return new ChangeStep(place, all, slowly, List.of());
    }
}
