package dev.bulkhead.engine.simulator;

import java.util.ArrayList;
import java.util.List;
import org.snmp4j.PDU;

/** What one SET would do: an error-status for each variable, and the changes if there is none. */
final class WritePlan {
    private final int[] errors;
    private final List<Runnable> changes = new ArrayList<>();
    private final List<Runnable> reversals = new ArrayList<>();

    WritePlan(int variables) {
        errors = new int[variables];
    }

    /** Marks a variable; the first error of each stays. */
    void refuse(int variable, int errorStatus) {
        if (errors[variable] == PDU.noError) {
            errors[variable] = errorStatus;
        }
    }

    /** The error-status (RFC 3416 §4.2.5) of the variable at this 0-based place. */
    int error(int variable) {
        return errors[variable];
    }

    void add(Runnable change, Runnable reversal) {
        changes.add(change);
        reversals.addFirst(reversal);
    }

    /** Makes all changes, once. */
    void commit() {
        changes.forEach(Runnable::run);
        changes.clear();
    }

    /** Takes them back. */
    void undo() {
        reversals.forEach(Runnable::run);
        reversals.clear();
    }
}
