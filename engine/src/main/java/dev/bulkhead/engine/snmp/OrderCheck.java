package dev.bulkhead.engine.snmp;

import dev.bulkhead.mibs.smi.Oid;

/**
 * Watches that a walk's names increase (RFC 3416 §4.2.2) or, when that is not asked for, that none
 * comes again: what an agent gives for the same name is the same again, so one repetition means for
 * ever. Finds a cycle within twice its length and remembers one name only (Brent 1980).
 */
final class OrderCheck {
    private final boolean strict;
    private Oid previous;
    private Oid mark;
    private long steps;
    private long nextMark = 1;

    OrderCheck(boolean strict, Oid start) {
        this.strict = strict;
        this.previous = start;
        this.mark = start;
    }

    /** The name accepted last, or the start. */
    Oid previous() {
        return previous;
    }

    /** Whether a name may follow; if so it is the previous one from now on. */
    boolean accepts(Oid name) {
        if (strict ? name.compareTo(previous) <= 0 : name.equals(mark) || name.equals(previous)) {
            return false;
        }
        previous = name;
        if (!strict && ++steps == nextMark) {
            mark = name;
            nextMark *= 2;
        }
        return true;
    }
}
