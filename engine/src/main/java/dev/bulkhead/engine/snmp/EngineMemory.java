package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.MPv3;
import org.snmp4j.security.USM;
import org.snmp4j.smi.OctetString;

/**
 * What a session has learned of an agent's SNMP engine (RFC 3414 §2.3), and when to unlearn it: an
 * agent that was replaced has another engine ID, one that was reset has smaller boots. SNMP4J keeps
 * the first answer for ever.
 */
final class EngineMemory {
    /** For sessions without v3. */
    static final EngineMemory NONE = new EngineMemory(null, null);

    private final @Nullable MPv3 messages;
    private final @Nullable USM usm;

    /** The engine ID an agent had when it last said "unknown engine ID". */
    private @Nullable OctetString questioned;

    EngineMemory(@Nullable MPv3 messages, @Nullable USM usm) {
        this.messages = messages;
        this.usm = usm;
    }

    /**
     * An unknownEngineIDs report came: usual once, as the answer to discovery. When it comes for
     * the engine ID that we had already, that one is no longer right.
     */
    void unknownEngineReported(Agent agent, PDU pdu) {
        if (messages == null) {
            return;
        }
        OctetString known = messages.getEngineID(agent.address());
        if (known != null && known.equals(questioned)) {
            unlearn(agent, pdu);
        } else {
            questioned = known;
        }
    }

    private void unlearn(Agent agent, PDU pdu) {
        forget(agent);
        if (pdu instanceof ScopedPDU scoped
                && agent.target().credential() instanceof Credential.Usm user
                && user.contextEngineId().isEmpty()) {
            scoped.setContextEngineID(new OctetString());
        }
    }

    /**
     * Silence: perhaps the engine is not what it was. Discovery starts anew with the next request.
     */
    void forget(Agent agent) {
        if (messages == null || usm == null) {
            return;
        }
        if (agent.target().credential() instanceof Credential.Usm user
                && user.securityEngineId().isPresent()) {
            return;
        }
        OctetString known = messages.removeEngineID(agent.address());
        if (known != null) {
            usm.removeEngineTime(known);
        }
        if (agent.wireTarget() instanceof UserTarget<?> target) {
            target.setAuthoritativeEngineID(new byte[0]);
        }
        questioned = null;
    }
}
