package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.notification.RefusedMessages.Reason;
import dev.bulkhead.engine.usm.UserKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snmp4j.CommandResponder;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.event.CounterEvent;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.TSM;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/**
 * What understands a listener's messages: v1, v2c and v3 with the USM for UDP and TCP, and, apart
 * from these, nothing but v3 with the Transport Security Model (RFC 5591) for TLS and DTLS. So no
 * message can claim to be of a certificate that was not shown, and none with a community comes out
 * of a session that was. One thread.
 */
final class ReceiverEngines {
    private static final Map<OID, Reason> REASONS =
            Map.of(
                    SnmpConstants.usmStatsUnknownUserNames, Reason.UNKNOWN_USER,
                    SnmpConstants.usmStatsWrongDigests, Reason.WRONG_DIGEST,
                    SnmpConstants.usmStatsNotInTimeWindows, Reason.OUT_OF_TIME,
                    SnmpConstants.usmStatsDecryptionErrors, Reason.UNDECRYPTABLE,
                    SnmpConstants.usmStatsUnsupportedSecLevels, Reason.WRONG_LEVEL,
                    SnmpConstants.snmpUnknownSecurityModels, Reason.OTHER);

    private final ListenMapping plain;
    private final ListenMapping secure;
    private final MessageDispatcherImpl plainDispatcher;
    private final MessageDispatcherImpl secureDispatcher;
    private final Map<String, SecurityLevel> levels = new HashMap<>();
    private boolean discovered;
    private Reason refusal = Reason.MALFORMED;

    /**
     * Makes them.
     *
     * @param keys of the users, in their order
     * @param engineId our own
     * @param packets who is told of each message and its answer
     */
    ReceiverEngines(
            JobSpec.Listen spec, List<UserKeys> keys, OctetString engineId, PacketRelay packets) {
        plain = new ListenMapping(packets);
        secure = new ListenMapping(packets);
        CounterSupport watched =
                new CounterSupport() {
                    @Override
                    public void fireIncrementCounter(CounterEvent event) {
                        discovered |= event.getOid().equals(SnmpConstants.usmStatsUnknownEngineIDs);
                        refusal = REASONS.getOrDefault(event.getOid(), refusal);
                    }
                };
        for (Credential.Usm user : spec.users()) {
            levels.merge(user.securityName(), user.level(), (a, b) -> a.compareTo(b) < 0 ? a : b);
        }
        UsmProtocols protocols = new UsmProtocols();
        SendersUsm usm = new SendersUsm(protocols, engineId, watched);
        for (int i = 0; i < spec.users().size(); i++) {
            Credential.Usm user = spec.users().get(i);
            usm.add(
                    protocols.user(user, keys.get(i)),
                    user.securityEngineId().map(id -> new OctetString(id.bytes())));
        }
        LenientPdus pdus = new LenientPdus();
        plainDispatcher = dispatcher(plain);
        plainDispatcher.addMessageProcessingModel(new MPv1(pdus));
        plainDispatcher.addMessageProcessingModel(new MPv2c(pdus));
        plainDispatcher.addMessageProcessingModel(v3(engineId, protocols, usm, watched));
        secureDispatcher = dispatcher(secure);
        secureDispatcher.addMessageProcessingModel(
                v3(engineId, protocols, new TSM(engineId, false, watched), watched));
    }

    private static MessageDispatcherImpl dispatcher(ListenMapping mapping) {
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addTransportMapping(mapping);
        mapping.addTransportListener(dispatcher);
        return dispatcher;
    }

    private static MPv3 v3(
            OctetString engineId,
            UsmProtocols protocols,
            SecurityModel model,
            CounterSupport counters) {
        return new MPv3(
                engineId.getValue(),
                new LenientPdus(),
                protocols,
                SecurityModels.getCollection(new SecurityModel[] {model}),
                counters);
    }

    void respondWith(CommandResponder responder) {
        plainDispatcher.addCommandResponder(responder);
        secureDispatcher.addCommandResponder(responder);
    }

    /**
     * Processes a message.
     *
     * @return whether its sender only asked who we are (RFC 3414 §4), which is no fault of its
     */
    boolean process(Origin origin, byte[] octets) {
        discovered = false;
        refusal = Reason.MALFORMED;
        (origin.transport().isSecure() ? secure : plain).process(origin, octets);
        return discovered;
    }

    /**
     * Whether a user's message is not as safe as that user's are to be: USM takes a plain message
     * of a user who has keys (RFC 3414 §3.2), which anybody can send.
     */
    boolean isBelow(String securityName, SecurityLevel level) {
        SecurityLevel least = levels.get(securityName);
        return least != null && level.compareTo(least) < 0;
    }

    /** Why the last message was refused, if it was. */
    Reason refusal() {
        return refusal;
    }
}
