package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import java.io.IOException;
import java.nio.ByteBuffer;
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
import org.snmp4j.TransportMapping;
import org.snmp4j.TransportStateReference;
import org.snmp4j.event.AuthenticationFailureEvent;
import org.snmp4j.mp.PduHandle;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.TransportListener;

/**
 * Requests and their answers: v3 on SNMP4J's message dispatcher, v1 and v2c by {@link
 * CommunityMessages}.
 *
 * <p><b>Why not SNMP4J's {@code Snmp}:</b> it keeps each request and its timer until the timeout,
 * even when the answer came; it drops reports that it does not act on, so that a wrong passphrase
 * looks like silence; and one forged report ends a request. Here an exchange is in {@code pending}
 * from its sending to its end, and what arrives either fits one or is dropped and counted.
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
    private final CommunityMessages communityMessages = new CommunityMessages();
    private final StrayWatch strays;
    private final Map<Integer, Exchange> pending = new HashMap<>();

    Session(Loop loop, Counts counts, SessionParts parts) {
        this.loop = loop;
        this.counts = counts;
        this.dispatcher = parts.dispatcher();
        this.engines = parts.engines();
        this.strays = new StrayWatch(dispatcher, counts);
        this.mapping =
                switch (parts.transport()) {
                    case UDP -> new UdpMapping(loop, parts.received(), this::unreachable);
                    case TCP -> new TcpMapping(loop, this::unreachable);
                    case TLS -> new TlsMapping(loop, parts.secure(), this::unreachable);
                    case DTLS -> new DtlsMapping(loop, parts.secure(), this::unreachable);
                };
        dispatcher.addTransportMapping(mapping);
        mapping.addTransportListener(parts.isCommunity() ? new CommunityListener() : strays);
        dispatcher.addCommandResponder(this);
        dispatcher.addAuthenticationFailureListener(this::notAuthentic);
    }

    void ask(Agent agent, Question question, Consumer<Reply> receiver) {
        if (agent.target().credential() instanceof Credential.Community community) {
            int id = freeRequestId();
            byte[] message = communityMessages.encode(community, id, question);
            begin(Exchange.ofMessage(new Exchange.Asking(agent, question, receiver), id, message));
        } else {
            ask(agent, agent.newPdu(), question, receiver);
        }
    }

    /** Asks with a PDU of v3 that has nothing in it but its context. */
    void ask(Agent agent, PDU pdu, Question question, Consumer<Reply> receiver) {
        question.fill(pdu);
        pdu.setRequestID(new Integer32(freeRequestId()));
        begin(Exchange.ofPdu(new Exchange.Asking(agent, question, receiver), pdu));
    }

    private void begin(Exchange exchange) {
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
        byte[] message = exchange.message();
        if (message != null) {
            mapping.send(exchange.agent.address(), message);
            return;
        }
        try {
            dispatcher.sendPdu(
                    mapping,
                    exchange.agent.wireTarget(),
                    exchange.pdu(),
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
        releaseHandles(exchange);
        exchange.receiver.accept(reply);
    }

    private void releaseHandles(Exchange exchange) {
        for (PduHandle handle : exchange.handles()) {
            dispatcher.releaseStateReference(exchange.agent.wireTarget().getVersion(), handle);
        }
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        strays.understood();
        PDU pdu = event.getPDU();
        Exchange exchange = pending.get(event.getPduHandle().getTransactionID());
        if (exchange == null) {
            counts.stale();
        } else if (!exchange.agent.address().equals(event.getPeerAddress())) {
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
            case Credential.Community community -> false;
            case Credential.Usm _, Credential.Tsm _ ->
                    event.getSecurityLevel() == target.getSecurityLevel()
                            && event.getPDU().getRequestID().getValue() == exchange.id();
        };
    }

    private void answered(Exchange exchange, PDU pdu) {
        exchange.agent.sawAnswer();
        List<VarBind> varBinds = new ArrayList<>(pdu.size());
        for (VariableBinding binding : pdu.getVariableBindings()) {
            varBinds.add(Values.fromVarBind(binding));
        }
        answered(exchange, pdu.getErrorStatus(), pdu.getErrorIndex(), varBinds, pdu.getBERLength());
    }

    private void answered(
            Exchange exchange, int status, int errorIndex, List<VarBind> varBinds, int octets) {
        if (status < 0 || status >= ERROR_STATUSES.length) {
            String what = "error-status " + status + ", which no RFC knows";
            end(exchange, new NoAnswer(new Failure.BadAnswer(exchange.agent.name(), what)));
            return;
        }
        long roundTrip = exchange.roundTripNanos();
        end(
                exchange,
                new Answer(
                        ERROR_STATUSES[status],
                        errorIndex,
                        varBinds,
                        roundTrip,
                        octets,
                        exchange.wasRetried()));
    }

    /** Takes v1 and v2c messages from the transport. */
    private final class CommunityListener implements TransportListener {
        @Override
        public <A extends Address> void processMessage(
                TransportMapping<? super A> source,
                A from,
                ByteBuffer message,
                TransportStateReference state) {
            int begin = message.arrayOffset() + message.position();
            try {
                receive(from, message.array(), begin, begin + message.remaining());
            } catch (MalformedMessageException e) {
                counts.malformed();
            }
        }
    }

    private void receive(Address from, byte[] message, int begin, int end)
            throws MalformedMessageException {
        CommunityMessages.Header header = communityMessages.decodeHeader(message, begin, end);
        Exchange exchange = pending.get(header.requestId());
        if (header.type() != PDU.RESPONSE) {
            counts.wrongKind();
        } else if (exchange == null) {
            counts.stale();
        } else if (!exchange.agent.address().equals(from)) {
            counts.foreign();
        } else if (exchange.agent.target().credential() instanceof Credential.Community expected
                && communityMessages.isFrom(expected, header, message)) {
            answered(exchange, header, end - begin);
        } else {
            counts.wrongKind();
        }
    }

    private void answered(Exchange exchange, CommunityMessages.Header header, int octets) {
        List<VarBind> varBinds;
        try {
            varBinds = communityMessages.decodeVarBinds(exchange.question);
        } catch (MalformedMessageException e) {
            counts.malformed();
            String what = "an answer that cannot be read: " + e.getMessage();
            end(exchange, new NoAnswer(new Failure.BadAnswer(exchange.agent.name(), what)));
            return;
        }
        answered(exchange, header.errorStatus(), header.errorIndex(), varBinds, octets);
    }

    private void reported(Exchange exchange, PDU pdu) {
        if (pdu.size() == 0) {
            return;
        }
        OID report = pdu.get(0).getOid();
        boolean again;
        if (UsmReport.UNKNOWN_ENGINE_IDS.is(report)) {
            again = exchange.takeDiscoveryStep(report);
            engines.unknownEngineReported(exchange.agent, exchange.pdu());
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

    /** Closes what leads to an agent; the next question opens it again. */
    void drop(Agent agent) throws IOException {
        mapping.drop(agent.address());
    }

    /** Forgets what is under way: who asked is gone, and what is answered yet is stray. */
    void abandon() {
        List<Exchange> left = List.copyOf(pending.values());
        pending.clear();
        for (Exchange exchange : left) {
            exchange.stopTimer();
            releaseHandles(exchange);
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
