package dev.bulkhead.engine.snmp;

import java.time.Duration;

/**
 * How much of a listener its connections may take, so that no sender keeps another out.
 *
 * @param total connections open at once
 * @param perSource of one address
 * @param perSecond new ones of one address
 * @param halfOpen handshakes of DTLS whose sender has not shown yet that it has its address
 * @param opening how long a handshake may take
 * @param message how long a message may take from its first octet to its last
 * @param idle how long a connection may be without a message
 */
record ConnectionLimits(
        int total,
        int perSource,
        int perSecond,
        int halfOpen,
        Duration opening,
        Duration message,
        Duration idle) {
    /** A session of TLS has some 50 KB, so that all together fill a fourth of the heap. */
    static final ConnectionLimits USUAL =
            new ConnectionLimits(
                    1000,
                    50,
                    100,
                    200,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10));
}
