package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.event.AuthenticationFailureEvent;
import org.snmp4j.mp.PduHandle;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.smi.VariableBinding;

/**
 * Requests and their answers, on SNMP4J's message dispatcher.
 *
 * <p><b>Why not SNMP4J's {@code Snmp}:</b> it keeps each request and its timer until the timeout,
 * even when the answer came; it drops reports that it does not act on, so that a wrong passphrase
 * looks like silence; and one forged report ends a request. Here an exchange is in {@code pending}
 * from its sending to its end, and what arrives either fits one or is dropped.
 *
 * <p><b>What fits:</b> the request ID (for v3 SNMP4J checked message ID, engine, user, level and
 * context before), the address, the version, the community, the security level that was asked for.
 *
 * <p><b>Reports</b> (RFC 3414 §3.2, §4): unknownEngineIDs and notInTimeWindows are steps of
 * discovery, the request goes out again with what was learned, at most three times. Any other
 * report refuses the message; it is believed when the same request, sent once more, is refused
 * again.
 *
 * <p><b>Concurrency:</b> all on the loop's thread. v1 and v2c targets of a job share a session;
 * each v3 target has its own, with its own USM, so that equal user names or engine IDs cannot
 * clash.
 */
final class Session implements CommandResponder {
    private static final ErrorStatus[] ERROR_STATUSES = ErrorStatus.values();

    private final Loop loop;
    private final Counts counts;
    private final MessageDispatcherImpl dispatcher;
    private final PeerMapping mapping;
    private final EngineMemory engines;
    private final Map<Integer, Exchange> pending = new HashMap<>();

    Session(Loop loop, Counts counts, SessionParts parts) {
        this.loop = loop;
        this.counts = counts;
        this.dispatcher = parts.dispatcher();
        this.engines = parts.engines();
        this.mapping =
                switch (parts.transport()) {
                    case UDP -> new UdpMapping(loop, parts.received(), this::unreachable);
                    case TCP -> new TcpMapping(loop, this::unreachable);
                    case TLS -> new TlsMapping(loop, parts.secure(), this::unreachable);
                    case DTLS -> new DtlsMapping(loop, parts.secure(), this::unreachable);
                };
        dispatcher.addTransportMapping(mapping);
        mapping.addTransportListener(dispatcher);
        dispatcher.addCommandResponder(this);
        dispatcher.addAuthenticationFailureListener(this::notAuthentic);
    }

    void ask(Agent agent, Question question, Consumer<Reply> receiver) {
        ask(agent, agent.newPdu(), question, receiver);
    }

    /** Asks with a PDU that has nothing in it but, for v3, its context. */
    void ask(Agent agent, PDU pdu, Question question, Consumer<Reply> receiver) {
        question.fill(pdu);
        pdu.setRequestID(new Integer32(freeRequestId()));
        Exchange exchange = new Exchange(agent, pdu, receiver);
        pending.put(exchange.id(), exchange);
        counts.request();
        send(exchange);
    }

    private int freeRequestId() {
        int id = dispatcher.getNextRequestID();
        while (id == 0 || pending.containsKey(id)) {
            id = dispatcher.getNextRequestID();
        }
        return id;
    }

    private void send(Exchange exchange) {
        exchange.sent(newTimer(exchange));
        try {
            dispatcher.sendPdu(
                    mapping,
                    exchange.agent.wireTarget(),
                    exchange.pdu,
                    true,
                    (handle, pdu) -> exchange.holds(handle));
        } catch (MessageException e) {
            Failure failure = noMessage(exchange.agent, e);
            loop.execute(() -> end(exchange, new NoAnswer(failure)));
        }
    }

    private static Failure noMessage(Agent agent, MessageException e) {
        return new Failure.LocalProblem(
                "no message for " + agent.name() + " could be made: " + e.getMessage(),
                "Check the user, the engine ID and the security level.");
    }

    Optional<Failure> tell(Agent agent, PDU pdu) {
        try {
            dispatcher.sendPdu(mapping, agent.wireTarget(), pdu, false);
            counts.request();
            return Optional.empty();
        } catch (MessageException e) {
            return Optional.of(noMessage(agent, e));
        }
    }

    boolean hasSentAll() {
        return mapping.hasSentAll();
    }

    Optional<PeerMapping.Trouble> problem() {
        return mapping.problem();
    }

    private Loop.Timer newTimer(Exchange exchange) {
        return loop.after(exchange.agent.timeoutNanos(), () -> timedOut(exchange));
    }

    private void timedOut(Exchange exchange) {
        TransportIpAddress address = exchange.agent.address();
        Optional<String> opening = mapping.opening(address);
        if (exchange.takeRetry()) {
            if (opening.isPresent() || exchange.agent.target().transport().isReliable()) {
                exchange.waitFor(newTimer(exchange));
                return;
            }
            mapping.suspect(address, exchange.sentNanos());
            counts.retry();
            send(exchange);
            return;
        }
        counts.timeout();
        engines.forget(exchange.agent);
        mapping.suspect(address, exchange.sentNanos());
        end(
                exchange,
                new NoAnswer(opening.map(exchange::noHandshake).orElseGet(exchange::silence)));
    }

    private void unreachable(TransportIpAddress peer, PeerMapping.Trouble trouble) {
        for (Exchange exchange : List.copyOf(pending.values())) {
            if (exchange.agent.address().equals(peer)) {
                end(exchange, new NoAnswer(trouble.of(exchange.agent.name())));
            }
        }
    }

    private void end(Exchange exchange, Reply reply) {
        if (!pending.remove(exchange.id(), exchange)) {
            return;
        }
        exchange.stopTimer();
        for (PduHandle handle : exchange.handles()) {
            dispatcher.releaseStateReference(exchange.agent.wireTarget().getVersion(), handle);
        }
        exchange.receiver.accept(reply);
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        PDU pdu = event.getPDU();
        Exchange exchange = pending.get(event.getPduHandle().getTransactionID());
        if (exchange == null || !exchange.agent.address().equals(event.getPeerAddress())) {
            return;
        }
        if (pdu.getType() == PDU.REPORT) {
            reported(exchange, pdu);
        } else if (pdu.getType() == PDU.RESPONSE && fits(exchange, event)) {
            answered(exchange, pdu);
        }
    }

    /**
     * A message came that USM refused: forged, or signed with the key that the agent has and we do
     * not. It only tells what silence means, if silence follows.
     */
    private void notAuthentic(AuthenticationFailureEvent<?> event) {
        for (Exchange exchange : pending.values()) {
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
        return switch (exchange.agent.target().credential()) {
            case Credential.Community community ->
                    new OctetString(event.getSecurityName()).equals(target.getSecurityName());
            case Credential.Usm _, Credential.Tsm _ ->
                    event.getSecurityLevel() == target.getSecurityLevel()
                            && event.getPDU().getRequestID().getValue() == exchange.id();
        };
    }

    private void answered(Exchange exchange, PDU pdu) {
        exchange.agent.sawAnswer();
        int status = pdu.getErrorStatus();
        if (status < 0 || status >= ERROR_STATUSES.length) {
            String what = "error-status " + status + ", which no RFC knows";
            end(exchange, new NoAnswer(new Failure.BadAnswer(exchange.agent.name(), what)));
            return;
        }
        List<VarBind> varBinds = new ArrayList<>(pdu.size());
        for (VariableBinding binding : pdu.getVariableBindings()) {
            varBinds.add(Values.fromVarBind(binding));
        }
        long roundTrip = exchange.roundTripNanos();
        end(exchange, new Answer(ERROR_STATUSES[status], pdu.getErrorIndex(), varBinds, roundTrip));
    }

    private void reported(Exchange exchange, PDU pdu) {
        if (pdu.size() == 0) {
            return;
        }
        OID report = pdu.get(0).getOid();
        boolean again;
        if (UsmReport.UNKNOWN_ENGINE_IDS.is(report)) {
            again = exchange.takeDiscoveryStep(report);
            engines.unknownEngineReported(exchange.agent, exchange.pdu);
        } else if (UsmReport.NOT_IN_TIME_WINDOWS.is(report)) {
            again = exchange.takeDiscoveryStep(report);
        } else {
            again = exchange.takeRefusal(report);
        }
        if (again) {
            send(exchange);
        } else {
            end(exchange, new NoAnswer(UsmReport.failure(exchange.agent.name(), report)));
        }
    }

    void close() throws IOException {
        for (Exchange exchange : pending.values()) {
            exchange.stopTimer();
        }
        pending.clear();
        mapping.close();
    }
}
