package dev.bulkhead.app.flight;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two readings side by side. */
public final class Comparison {
    private Comparison() {}

    /** What became of an instance. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED,
        SAME
    }

    /** An instance, and its values before and after; one of the two is there. */
    public record Line(Oid name, Optional<SmiValue> before, Optional<SmiValue> after) {
        public Change change() {
            if (before.isEmpty()) {
                return Change.ADDED;
            }
            if (after.isEmpty()) {
                return Change.REMOVED;
            }
            return before.equals(after) ? Change.SAME : Change.CHANGED;
        }
    }

    /**
     * Compares two readings.
     *
     * @param before sorted by name, each name once; {@code after} too
     * @return a line for each name of either, sorted
     */
    public static List<Line> of(List<VarBind> before, List<VarBind> after) {
        List<Line> lines = new ArrayList<>(Math.max(before.size(), after.size()));
        int left = 0;
        int right = 0;
        while (left < before.size() || right < after.size()) {
            int order =
                    left == before.size()
                            ? 1
                            : right == after.size()
                                    ? -1
                                    : before.get(left).name().compareTo(after.get(right).name());
            Oid name = order <= 0 ? before.get(left).name() : after.get(right).name();
            lines.add(
                    new Line(
                            name,
                            order <= 0 ? Optional.of(before.get(left++).value()) : Optional.empty(),
                            order >= 0
                                    ? Optional.of(after.get(right++).value())
                                    : Optional.empty()));
        }
        return lines;
    }
}
