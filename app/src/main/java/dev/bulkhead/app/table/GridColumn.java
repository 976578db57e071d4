package dev.bulkhead.app.table;

import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.ObjectType;
import java.util.Optional;

/**
 * One column of a grid.
 *
 * @param indexPart which part of the index it shows; empty for a column that is asked for
 */
record GridColumn(String name, Optional<ObjectType> object, Optional<Integer> indexPart) {

    /** Whether its values are numbers, shown at the right in the fixed-width font. */
    boolean isNumber() {
        return object.map(o -> isNumber(o.syntax().base(), o.syntax().namedNumbers().isEmpty()))
                .orElse(false);
    }

    private static boolean isNumber(BaseType base, boolean plain) {
        return switch (base) {
            case INTEGER32 -> plain;
            case UNSIGNED32, GAUGE32, COUNTER32, COUNTER64, TIME_TICKS -> true;
            default -> false;
        };
    }

    boolean isWritable() {
        return object.map(o -> o.maxAccess().isWritable()).orElse(false);
    }

    /** Whether its values are states such as up and down. */
    boolean isState() {
        return object.map(o -> StateWords.areStates(o.syntax())).orElse(false);
    }
}
