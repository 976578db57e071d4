package dev.bulkhead.app.change;

import dev.bulkhead.engine.job.Target;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.time.Instant;
import java.util.Optional;

/**
 * One variable in the log of changes.
 *
 * @param transaction the same for all variables of one SET; grows
 * @param target whom to ask to set it back; empty for an entry of an earlier session
 * @param address the agent's address, which needs no secret to be kept
 * @param before empty if it was not read, or is a secret that was not kept
 * @param after empty if it is a secret that was not kept
 * @param errorStatus the agent's, for {@link Result#REFUSED}; else 0
 * @param undone whether it was set back
 */
public record ChangeEntry(
        long transaction,
        Instant time,
        Optional<Target> target,
        String address,
        String device,
        Oid instance,
        Optional<SmiValue> before,
        Optional<SmiValue> after,
        Result result,
        int errorStatus,
        RowEffect row,
        boolean undone) {
    /** What came of it. */
    public enum Result {
        WRITTEN,
        REFUSED,
        UNTOUCHED,
        UNCERTAIN,
        TAKEN_BACK
    }

    /** The same, once it is set back. */
    ChangeEntry setBack() {
        return new ChangeEntry(
                transaction,
                time,
                target,
                address,
                device,
                instance,
                before,
                after,
                result,
                errorStatus,
                row,
                true);
    }

    /** Whether it changed something that can be set back. */
    public boolean isReversible() {
        boolean had = before.filter(value -> !(value instanceof SmiValue.Marker)).isPresent();
        boolean changed = result == Result.WRITTEN || result == Result.UNCERTAIN;
        return changed && !undone && (had || !(row instanceof RowEffect.None));
    }
}
