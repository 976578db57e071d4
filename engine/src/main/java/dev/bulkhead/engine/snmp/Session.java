package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.TransportIpAddress;

/**
 * Requests and their answers: those of v1, v2c and USM users by {@link OwnMessages}, the others by
 * {@link DispatchedMessages}.
 *
 * <p><b>Why not SNMP4J's {@code Snmp}:</b> it keeps each request and its timer until the timeout,
 * even when the answer came; it drops reports that it does not act on, so that a wrong passphrase
 * looks like silence; and one forged report ends a request. Here an exchange is in {@code pending}
 * from its sending to its end, and what arrives either fits one or is dropped and counted.
 *
 * <p><b>Reports</b> (RFC 3414 §3.2, §4): unknownEngineIDs and notInTimeWindows are steps of
 * discovery, the request goes out again with what was learned, at most three times. Any other
 * report refuses the message; it is believed when the same request, sent once more, is refused
 * again.
 *
 * <p><b>Concurrency:</b> all on the loop's thread. The targets of a job share a session, for what
 * is known of a v3 target's engine is its own; those that SNMP4J asks have one each.
 */
final class Session implements OwnMessages.Receiver, DispatchedMessages.Receiver {
    /** Requests under way of a job that asks one agent or a few. */
    private static final int FEW = 5;

    private static final ErrorStatus[] ERROR_STATUSES = ErrorStatus.values();

    private final Loop loop;
    private final Counts counts;
    private final PeerMapping mapping;
    private final OwnMessages messages;
    private final DispatchedMessages dispatched;
    private final Exchanges pending;
    private final PacketTap tap;

    Session(Loop loop, Counts counts, SessionParts parts) {
        this.loop = loop;
        this.counts = counts;
        this.pending = new Exchanges(parts.dispatcher().getNextRequestID());
        this.messages = new OwnMessages(pending, counts, this);
        this.mapping =
                switch (parts.transport()) {
                    case UDP ->
                            new UdpMapping(
                                    loop,
                                    parts.datagrams(),
                                    counts,
                                    UdpMapping.ALONE,
                                    this::unreachable);
                    case TCP -> new TcpMapping(loop, this::unreachable);
                    case TLS -> new TlsMapping(loop, parts.secure(), this::unreachable);
                    case DTLS -> new DtlsMapping(loop, parts.secure(), this::unreachable);
                };
        this.tap = parts.tap();
        mapping.tapBy(tap, parts.transport());
        this.dispatched = new DispatchedMessages(parts, mapping, pending, counts, this);
        mapping.addTransportListener(parts.isOwn() ? messages : dispatched.listener());
    }

    void ask(Agent agent, Question question, Consumer<Reply> receiver) {
        begin(exchange(agent, question, receiver));
    }

    void ask(Agent agent, Question question, Consumer<Reply> receiver, Runnable atLastAttempt) {
        Exchange exchange = exchange(agent, question, receiver);
        exchange.atLastAttempt(atLastAttempt);
        begin(exchange);
    }

    void askBeside(Agent agent, Question question, Consumer<Reply> receiver) {
        pending.skipIds();
        Exchange exchange = exchange(agent, question, receiver);
        exchange.isBesideAnother();
        begin(exchange);
    }

    private Exchange exchange(Agent agent, Question question, Consumer<Reply> receiver) {
        if (agent.target().credential() instanceof Credential.Community community) {
            int id = pending.freeId();
            byte[] message = messages.encode(community, id, question);
            return Exchange.ofMessage(new Exchange.Asking(agent, question, receiver), id, message);
        }
        if (agent.engine() != null) {
            int id = pending.freeId();
            return Exchange.ofEngine(new Exchange.Asking(agent, question, receiver), id);
        }
        return exchange(agent, agent.newPdu(), question, receiver);
    }

    /** Asks through SNMP4J, with a PDU that has nothing in it but its context. */
    void ask(Agent agent, PDU pdu, Question question, Consumer<Reply> receiver) {
        begin(exchange(agent, pdu, question, receiver));
    }

    private Exchange exchange(Agent agent, PDU pdu, Question question, Consumer<Reply> receiver) {
        question.fill(pdu);
        pdu.setRequestID(new Integer32(pending.freeId()));
        return Exchange.ofPdu(new Exchange.Asking(agent, question, receiver), pdu);
    }

    private void begin(Exchange exchange) {
        pending.add(exchange.id(), exchange);
        counts.request();
        send(exchange);
    }

    private void send(Exchange exchange) {
        byte[] message = messageOf(exchange);
        exchange.sent(newTimer(exchange));
        if (message != null && exchange.isBeside() && pending.size() <= FEW) {
            exchange.agent.way().sendOpenly(message, from -> heardFrom(from, exchange.agent));
            return;
        }
        if (message != null) {
            exchange.agent.way().send(message);
            return;
        }
        dispatched
                .send(exchange)
                .ifPresent(failure -> loop.execute(() -> end(exchange, new NoAnswer(failure))));
    }

    private void heardFrom(InetSocketAddress from, Agent agent) {
        String where = from.getAddress().getHostAddress() + ":" + from.getPort();
        counts.foreign();
        for (Exchange exchange : pending.all()) {
            if (exchange.agent.equals(agent)) {
                exchange.hear("an answer came from " + where + ", which was not asked");
            }
        }
    }

    /** Octets, or null for what SNMP4J sends. */
    private byte @Nullable [] messageOf(Exchange exchange) {
        PeerEngine engine = exchange.agent.engine();
        if (engine == null) {
            if (tap.isOn()) {
                tap.hides(exchange.agent.target().credential());
            }
            return exchange.message();
        }
        int id = exchange.id();
        if (exchange.wasSent()) {
            id = pending.freeId();
            pending.add(id, exchange);
            exchange.hasToo(id);
        }
        exchange.asksEngine(engine.idToAsk());
        tap.knows(exchange.agent.address(), engine);
        return messages.encode(engine, id, exchange);
    }

    /** Sends what is not answered; a failure if no message could be made of it. */
    Optional<Failure> tell(Agent agent, PDU pdu) {
        Optional<Failure> failure = dispatched.tell(agent, pdu);
        if (failure.isEmpty()) {
            counts.request();
        }
        return failure;
    }

    boolean hasSentAll() {
        return mapping.hasSentAll();
    }

    PeerMapping.Way way(TransportIpAddress address) {
        return mapping.way(address);
    }

    /** What runs tasks when a time has passed. */
    Function<Runnable, Timers.Timer> after(Duration time) {
        return loop.after(time.toNanos());
    }

    Optional<PeerMapping.Trouble> problem() {
        return mapping.problem();
    }

    private Timers.Timer newTimer(Exchange exchange) {
        return exchange.agent.afterTimeout(() -> timedOut(exchange));
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
            exchange.tellOfLastAttempt();
            return;
        }
        if (exchange.isBeside()) {
            end(exchange, new NoAnswer(exchange.silence()));
            return;
        }
        counts.timeout();
        forgetEngine(exchange.agent);
        mapping.suspect(address, exchange.sentNanos());
        end(
                exchange,
                new NoAnswer(opening.map(exchange::noHandshake).orElseGet(exchange::silence)));
    }

    private void forgetEngine(Agent agent) {
        PeerEngine engine = agent.engine();
        if (engine == null) {
            dispatched.forgetEngine(agent);
        } else {
            engine.doubt();
        }
    }

    private void unreachable(TransportIpAddress peer, PeerMapping.Trouble trouble) {
        for (Exchange exchange : pending.all()) {
            if (exchange.agent.address().equals(peer)) {
                end(exchange, new NoAnswer(trouble.of(exchange.agent.name())));
            }
        }
    }

    private void end(Exchange exchange, Reply reply) {
        if (!remove(exchange)) {
            return;
        }
        exchange.stopTimer();
        dispatched.release(exchange);
        exchange.receiver.accept(reply);
    }

    private boolean remove(Exchange exchange) {
        exchange.otherIds().forEach(id -> pending.remove(id, exchange));
        return pending.remove(exchange.id(), exchange);
    }

    @Override
    public void answered(
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
                        exchange.wasRetried(),
                        exchange.loss()));
    }

    @Override
    public void responded(Exchange exchange, PduCodec.Header header, int octets) {
        exchange.agent.sawAnswer();
        List<VarBind> varBinds;
        try {
            varBinds = messages.readVarBinds(exchange.question);
            if (messages.loss().isPresent() || hasMalformed(varBinds)) {
                counts.malformed();
                exchange.lost(messages.loss());
            }
        } catch (MalformedMessageException e) {
            counts.malformed();
            String what = "an answer that cannot be read: " + e.getMessage();
            end(exchange, new NoAnswer(new Failure.BadAnswer(exchange.agent.name(), what)));
            return;
        }
        answered(exchange, header.errorStatus(), header.errorIndex(), varBinds, octets);
    }

    private static boolean hasMalformed(List<VarBind> varBinds) {
        for (VarBind varBind : varBinds) {
            if (varBind.value() instanceof SmiValue.Malformed) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void reported(Exchange exchange, VarBind first) {
        reported(exchange, first.name());
    }

    @Override
    public void reported(Exchange exchange, Oid report) {
        boolean step =
                UsmReport.UNKNOWN_ENGINE_IDS.is(report) || UsmReport.NOT_IN_TIME_WINDOWS.is(report);
        boolean again = step ? exchange.takeDiscoveryStep(report) : exchange.takeRefusal(report);
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
        for (Exchange exchange : pending.all()) {
            remove(exchange);
            exchange.stopTimer();
            dispatched.release(exchange);
        }
    }

    void close() throws IOException {
        for (Exchange exchange : pending.all()) {
            exchange.stopTimer();
            remove(exchange);
        }
        mapping.close();
    }
}
