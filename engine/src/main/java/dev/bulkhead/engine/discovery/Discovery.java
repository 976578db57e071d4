package dev.bulkhead.engine.discovery;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a sweep found at one endpoint; of an endpoint that is silent nothing is said. */
public sealed interface Discovery {
    /** The endpoint's number in the sweep, from 0 on; no two discoveries of a job share one. */
    long position();

    /** When it was found, by the wall clock. */
    Instant time();

    /** How to ask it again: the name that the block had, else the address. */
    String host();

    int port();

    /**
     * A device that answered.
     *
     * @param address in numbers, an IPv6 zone after {@code %}
     * @param credential which of the job's credentials it takes, from 0 on
     * @param roundTrip of the request that it answered
     * @param engineId its SNMP engine (RFC 3411 §3.1.1), if it was found by v3
     * @param varBinds one for each OID of the job, in order
     */
    record Answered(
            long position,
            Instant time,
            String host,
            int port,
            String address,
            int credential,
            Duration roundTrip,
            Optional<OctetString> engineId,
            List<VarBind> varBinds)
            implements Discovery {
        public Answered {
            varBinds = List.copyOf(varBinds);
        }
    }

    /**
     * A device that speaks SNMP and takes none of the credentials, such as an SNMPv3 engine that
     * does not know the user.
     *
     * @param address in numbers, an IPv6 zone after {@code %}
     * @param engineId its SNMP engine, if it speaks v3
     * @param reasons one for each credential that it refused by word
     */
    record Refused(
            long position,
            Instant time,
            String host,
            int port,
            String address,
            Optional<OctetString> engineId,
            List<Failure> reasons)
            implements Discovery {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** A name that means nothing to this machine. */
    record Unresolved(long position, Instant time, String host, int port) implements Discovery {}
}
