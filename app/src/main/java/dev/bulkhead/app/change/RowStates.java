package dev.bulkhead.app.change;

import dev.bulkhead.mibs.model.BaseType;
import dev.bulkhead.mibs.model.Reference;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.Arrays;
import java.util.Optional;

/** How the column that makes and removes rows numbers their states. */
enum RowStates {
    /** RFC 2579 §2. */
    ROW_STATUS("RowStatus", 6),

    /** RFC 2819 §4, and RFC 1271 before it. */
    ENTRY_STATUS("EntryStatus", 4);

    static final int ACTIVE = 1;
    static final int CREATE_AND_GO = 4;
    static final int CREATE_AND_WAIT = 5;
    static final int CREATE_REQUEST = 2;

    private final String type;
    private final int removing;

    /**
     * The states of one type.
     *
     * @param removing what is written to remove a row
     */
    RowStates(String type, int removing) {
        this.type = type;
        this.removing = removing;
    }

    /** The states that a column has by its type; empty if it is no column of states. */
    static Optional<RowStates> of(Syntax syntax) {
        Optional<String> named = syntax.textualConvention().map(Reference::name);
        return syntax.base() == BaseType.INTEGER32
                ? Arrays.stream(values())
                        .filter(each -> named.filter(each.type::equals).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    static SmiValue value(int number) {
        return new SmiValue.Integer32(number);
    }

    /** What is written to remove a row. */
    SmiValue removal() {
        return value(removing);
    }

    /** Whether writing this makes a row that is not there. */
    boolean creates(SmiValue written) {
        return written instanceof SmiValue.Integer32(int number) && isCreating(number);
    }

    /** Whether a manager can put a row into this state again. */
    boolean isSettable(SmiValue state) {
        return state instanceof SmiValue.Integer32(int number) && isSettable(number);
    }

    private boolean isCreating(int number) {
        return switch (this) {
            case ROW_STATUS -> number == 4 || number == 5;
            case ENTRY_STATUS -> number == 1 || number == 2;
        };
    }

    private boolean isSettable(int number) {
        return switch (this) {
            case ROW_STATUS -> number == 1 || number == 2;
            case ENTRY_STATUS -> number == 1 || number == 3;
        };
    }
}
