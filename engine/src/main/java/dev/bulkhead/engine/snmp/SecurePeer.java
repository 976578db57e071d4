package dev.bulkhead.engine.snmp;

import org.snmp4j.smi.OctetString;

/**
 * What a session over TLS or DTLS needs to know of its peer.
 *
 * @param host as the user gave it
 * @param securityName what SNMP4J is to call the peer's messages by: none comes with them
 * @param flightNanos how long to wait before a DTLS flight is sent again for the first time
 */
record SecurePeer(
        TlsContext context,
        SecureBuffers buffers,
        String host,
        OctetString securityName,
        long flightNanos) {}
