package dev.bulkhead.app.naming;

import dev.bulkhead.mibs.smi.Oid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One instance that a poll asks for, and what else has to be asked to understand it.
 *
 * @param instance its OID
 * @param octets whether it counts octets, which people read as bits per second
 * @param discontinuity the instance that tells when its counters last lost their continuity, such
 *     as ifCounterDiscontinuityTime (RFC 2863)
 * @param identity the instance that names what is counted, such as ifName: another name means
 *     another thing under the old number
 * @param speed the instance of its full rate in Mb/s, such as ifHighSpeed
 * @param bitSpeed the instance of its full rate in b/s, such as ifSpeed: for agents without the
 *     other, and for less than 1 Mb/s
 */
public record PolledObject(
        Oid instance,
        boolean octets,
        Optional<Oid> discontinuity,
        Optional<Oid> identity,
        Optional<Oid> speed,
        Optional<Oid> bitSpeed) {
    /** An instance that needs nothing else. */
    static PolledObject alone(Oid instance) {
        return new PolledObject(
                instance,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What is asked beside the instance. */
    public List<Oid> companions() {
        return Stream.of(discontinuity, identity, speed, bitSpeed)
                .flatMap(Optional::stream)
                .toList();
    }
}
