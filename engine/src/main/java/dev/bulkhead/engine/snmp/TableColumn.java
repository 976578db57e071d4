package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One column of a table being read: how far it is, and its cells that await their rows. */
final class TableColumn {
    private final Oid column;
    private final Deque<VarBind> cells = new ArrayDeque<>();
    private final Deque<Long> ticks = new ArrayDeque<>();
    private Oid cursor;
    private boolean finished;
    private boolean asked;

    /**
     * A column.
     *
     * @param after the instance behind which to begin
     */
    TableColumn(Oid column, Optional<Oid> after) {
        this.column = column;
        this.cursor = after.map(column::append).orElse(column);
    }

    /** The name to ask behind. */
    Oid cursor() {
        return cursor;
    }

    boolean isFinished() {
        return finished;
    }

    void finish() {
        finished = true;
    }

    boolean contains(Oid name) {
        return name.size() > column.size() && name.startsWith(column);
    }

    /** Takes a cell in, with the agent's time when it gave it. */
    void add(VarBind cell, long upTimeTicks) {
        cells.add(cell);
        ticks.add(upTimeTicks);
        cursor = cell.name();
    }

    /** Goes on behind a name that has no cell. */
    void pass(Oid name) {
        cursor = name;
    }

    /** A request for its next cells is under way, or is not any more. */
    void setAsked(boolean underWay) {
        asked = underWay;
    }

    boolean isAsked() {
        return asked;
    }

    /** Whether rows must wait for this column. */
    boolean isAwaited() {
        return !finished && cells.isEmpty();
    }

    int waitingCells() {
        return cells.size();
    }

    /** The instance of the first cell that waits. */
    @Nullable Oid firstInstance() {
        VarBind first = cells.peek();
        return first == null ? null : first.name().suffix(column.size());
    }

    /** The agent's time when it gave the first cell that waits. */
    long firstTicks() {
        return ticks.element();
    }

    VarBind take() {
        ticks.remove();
        return cells.remove();
    }
}
