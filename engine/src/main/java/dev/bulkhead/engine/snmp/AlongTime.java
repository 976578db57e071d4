package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import java.util.ArrayList;
import java.util.List;

/**
 * sysUpTime, asked along as the first variable of each request of a table, and taken out of its
 * answer. An agent that has none, or no room for it, is not asked again. On the loop's thread.
 */
final class AlongTime {
    /** Behind this name lies sysUpTime.0. */
    private static final Oid SYS_UP_TIME = Oid.of(1, 3, 6, 1, 2, 1, 1, 3);

    /** No time is known. */
    static final long NONE = -1;

    private boolean on;
    private long ticks = NONE;

    AlongTime(boolean on) {
        this.on = on;
    }

    /** Whether a name lies behind sysUpTime in the system group. */
    static boolean isBehind(Oid name) {
        return name.startsWith(SYS_UP_TIME.parent()) && name.compareTo(SYS_UP_TIME) > 0;
    }

    /** Asks it no more from now on; whether it did till now. */
    boolean giveUp() {
        boolean was = on;
        on = false;
        ticks = NONE;
        return was;
    }

    /** Names to ask, with the time's before them. */
    List<Oid> with(List<Oid> names) {
        if (!on) {
            return names;
        }
        List<Oid> all = new ArrayList<>(names.size() + 1);
        all.add(SYS_UP_TIME);
        all.addAll(names);
        return all;
    }

    /** What the answer told last, in hundredths of a second; {@link #NONE} if it did not. */
    long ticks() {
        return ticks;
    }

    /** The reply to names that the time's stood before, without it. */
    Reply without(Reply reply) {
        return switch (reply) {
            case NoAnswer silence -> silence;
            case Answer answer -> without(answer);
        };
    }

    private Answer without(Answer answer) {
        boolean told =
                !answer.varBinds().isEmpty()
                        && answer.varBinds().getFirst().name().startsWith(SYS_UP_TIME)
                        && answer.varBinds().getFirst().value() instanceof TimeTicks;
        ticks =
                told && answer.varBinds().getFirst().value() instanceof TimeTicks(long value)
                        ? value
                        : NONE;
        return new Answer(
                answer.error(),
                Math.max(0, answer.errorIndex() - 1),
                answer.varBinds()
                        .subList(Math.min(1, answer.varBinds().size()), answer.varBinds().size()),
                answer.roundTripNanos(),
                answer.octets(),
                answer.retried(),
                answer.loss());
    }
}
