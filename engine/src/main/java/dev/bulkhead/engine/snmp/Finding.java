package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.time.Duration;
import java.util.List;

/** What came of one probe of a doctor. */
sealed interface Finding {
    /** A step that sends nothing went well. */
    record Settled(Duration took, String what) implements Finding {}

    /** A Response-PDU. */
    record Responded(Duration roundTrip, ErrorStatus error, List<VarBind> varBinds)
            implements Finding {
        /** Whether there is a value in it. */
        boolean hasValue() {
            return error == ErrorStatus.NO_ERROR
                    && varBinds.stream().anyMatch(v -> !(v.value() instanceof Marker));
        }
    }

    /** The answer to a discovery (RFC 3414 §4). */
    record Engine(Duration roundTrip, OctetString id, EngineClock clock) implements Finding {}

    /** Another Report-PDU, with the counter that it names. */
    record Reported(Duration roundTrip, Oid counter, EngineClock clock) implements Finding {
        boolean is(UsmReport report) {
            return report.is(counter);
        }
    }

    /** An answer signed with a key that the agent has and we do not. */
    record ForeignKey(Duration roundTrip) implements Finding {}

    /** Nothing. */
    record Silent(Duration waited) implements Finding {}

    /** The name means nothing to this machine. */
    record NoName() implements Finding {}

    /** No program listens at the port (ICMP port unreachable). */
    record PortClosed() implements Finding {}

    /** This machine has no way there. */
    record NoRoute(String cause) implements Finding {}

    /** The host itself is said to be unreachable. */
    record HostUnreachable(String cause) implements Finding {}

    /** Whether an agent must have been there. */
    default boolean isAlive() {
        return switch (this) {
            case Responded _, Engine _, Reported _, ForeignKey _ -> true;
            case Settled _, Silent _, NoName _, PortClosed _, NoRoute _, HostUnreachable _ -> false;
        };
    }

    /** Whether nothing else need be tried: what follows would find the same. */
    default boolean isEnd() {
        return switch (this) {
            case NoName _, PortClosed _, NoRoute _, HostUnreachable _ -> true;
            case Settled _, Silent _, Responded _, Engine _, Reported _, ForeignKey _ -> false;
        };
    }

    /** Whether the agent says that it knows no such digest, or shows that it has another key. */
    default boolean isWrongDigest() {
        return this instanceof ForeignKey
                || (this instanceof Reported reported && reported.is(UsmReport.WRONG_DIGESTS));
    }
}
