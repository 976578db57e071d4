package dev.bulkhead.app.cli;

import dev.bulkhead.app.naming.UnknownNameException;
import java.util.List;

/** One command of the command line. */
interface Verb {
    /** The flags it knows. */
    List<Flag> flags();

    /** Whether flags must come before all operands, because operands may start with a dash. */
    default boolean flagsFirst() {
        return false;
    }

    /**
     * Does it. Blocks until it is done.
     *
     * @return an {@link ExitCode}
     */
    int run(Arguments arguments, Terminal terminal)
            throws UsageException, UnknownNameException, InterruptedException;
}
