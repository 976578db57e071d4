package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Transport;
import java.util.Optional;
import org.snmp4j.MessageDispatcherImpl;

/**
 * What a session is made of.
 *
 * @param dispatcher with the message processing models it is to speak
 * @param transport how its messages travel
 * @param datagrams shared by all sessions of a loop
 * @param securePeer for TLS and DTLS
 * @param tap where its packets are seen
 */
record SessionParts(
        MessageDispatcherImpl dispatcher,
        EngineMemory engines,
        Transport transport,
        DatagramBuffers datagrams,
        Optional<SecurePeer> securePeer,
        PacketTap tap) {
    /** Whether its messages are ours, not SNMP4J's. */
    boolean isOwn() {
        return engines == EngineMemory.NONE && securePeer.isEmpty();
    }

    /** Only for a transport that is secure. */
    SecurePeer secure() {
        return securePeer.orElseThrow();
    }
}
