package dev.bulkhead.app.change;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.List;

/** What a change did to a conceptual row; decides how it is set back. */
public sealed interface RowEffect {
    /** No row came or went. */
    record None() implements RowEffect {}

    /** The variable belongs to a row that was made along with it. */
    record Created(Oid status) implements RowEffect {}

    /**
     * A row was removed.
     *
     * @param cells what it held, its status included
     */
    record Destroyed(Oid status, List<VarBind> cells) implements RowEffect {
        public Destroyed {
            cells = List.copyOf(cells);
        }
    }
}
