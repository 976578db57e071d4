package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.event.AuthenticationFailureEvent;
import org.snmp4j.mp.PduHandle;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.TransportListener;

/**
 * The requests that SNMP4J's message dispatcher makes, with certificates and as an authoritative
 * engine of ours, and what comes back: each message either fits an exchange or is counted as what
 * it is. On the loop's thread.
 */
final class DispatchedMessages implements CommandResponder {
    /** Gets what fits. */
    interface Receiver {
        /** A Response-PDU. */
        void answered(
                Exchange exchange, int status, int errorIndex, List<VarBind> varBinds, int octets);

        /** A Report-PDU with its first variable's name. */
        void reported(Exchange exchange, Oid report);
    }

    private final MessageDispatcherImpl dispatcher;
    private final PeerMapping mapping;
    private final EngineMemory engines;
    private final Exchanges pending;
    private final Counts counts;
    private final StrayWatch strays;
    private final Receiver receiver;

    DispatchedMessages(
            SessionParts parts,
            PeerMapping mapping,
            Exchanges pending,
            Counts counts,
            Receiver receiver) {
        this.dispatcher = parts.dispatcher();
        this.engines = parts.engines();
        this.mapping = mapping;
        this.pending = pending;
        this.counts = counts;
        this.receiver = receiver;
        this.strays = new StrayWatch(dispatcher, counts);
        dispatcher.addTransportMapping(mapping);
        dispatcher.addCommandResponder(this);
        dispatcher.addAuthenticationFailureListener(this::notAuthentic);
    }

    /** Hears what the mapping receives. */
    TransportListener listener() {
        return strays;
    }

    /** Sends an exchange's request; a failure if no message could be made of it. */
    Optional<Failure> send(Exchange exchange) {
        try {
            dispatcher.sendPdu(
                    mapping,
                    exchange.agent.wireTarget(),
                    exchange.pdu(),
                    true,
                    (handle, pdu) -> exchange.holds(handle));
            return Optional.empty();
        } catch (MessageException e) {
            return Optional.of(noMessage(exchange.agent, e));
        }
    }

    /** Sends what is not answered. */
    Optional<Failure> tell(Agent agent, PDU pdu) {
        try {
            dispatcher.sendPdu(mapping, agent.wireTarget(), pdu, false);
            return Optional.empty();
        } catch (MessageException e) {
            return Optional.of(noMessage(agent, e));
        }
    }

    private static Failure noMessage(Agent agent, MessageException e) {
        return new Failure.LocalProblem(
                "no message for " + agent.name() + " could be made: " + e.getMessage(),
                "Check the user, the engine ID and the security level.");
    }

    /** An exchange is over: what is still answered is stray. */
    void release(Exchange exchange) {
        for (PduHandle handle : exchange.handles()) {
            dispatcher.releaseStateReference(exchange.agent.wireTarget().getVersion(), handle);
        }
    }

    /** Silence: perhaps an agent's engine is not what it was. */
    void forgetEngine(Agent agent) {
        engines.forget(agent);
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        strays.understood();
        PDU pdu = event.getPDU();
        Exchange exchange = pending.get(event.getPduHandle().getTransactionID());
        if (exchange == null) {
            counts.stale();
        } else if (!Objects.equals(exchange.agent.address(), event.getPeerAddress())) {
            counts.foreign();
        } else if (pdu.getType() == PDU.REPORT) {
            reported(exchange, pdu);
        } else if (pdu.getType() == PDU.RESPONSE && fits(exchange, event)) {
            answered(exchange, pdu);
        } else {
            counts.wrongKind();
        }
    }

    /**
     * A message came that USM refused: forged, or signed with the key that the agent has and we do
     * not. It only tells what silence means, if silence follows.
     */
    private void notAuthentic(AuthenticationFailureEvent<?> event) {
        strays.refused();
        for (Exchange exchange : pending.all()) {
            if (exchange.agent.address().equals(event.getAddress())) {
                exchange.sawForeignKey();
            }
        }
    }

    private static boolean fits(Exchange exchange, CommandResponderEvent<?> event) {
        org.snmp4j.Target<TransportIpAddress> target = exchange.agent.wireTarget();
        if (event.getMessageProcessingModel() != target.getVersion()) {
            return false;
        }
        return event.getSecurityLevel() == target.getSecurityLevel()
                && event.getPDU().getRequestID().getValue() == exchange.id();
    }

    private void answered(Exchange exchange, PDU pdu) {
        exchange.agent.sawAnswer();
        List<VarBind> varBinds = new ArrayList<>(pdu.size());
        for (VariableBinding binding : pdu.getVariableBindings()) {
            varBinds.add(Values.fromVarBind(binding));
        }
        receiver.answered(
                exchange, pdu.getErrorStatus(), pdu.getErrorIndex(), varBinds, pdu.getBERLength());
    }

    private void reported(Exchange exchange, PDU pdu) {
        if (pdu.size() > 0) {
            Oid report = Oid.ofUnsigned(pdu.get(0).getOid().getValue());
            if (UsmReport.UNKNOWN_ENGINE_IDS.is(report)) {
                engines.unknownEngineReported(exchange.agent, exchange.pdu());
            }
            receiver.reported(exchange, report);
        }
    }
}
