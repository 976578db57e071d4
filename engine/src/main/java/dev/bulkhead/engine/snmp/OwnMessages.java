package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.sample.VarBind;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.TransportMapping;
import org.snmp4j.TransportStateReference;
import org.snmp4j.smi.Address;
import org.snmp4j.transport.TransportListener;

/**
 * The requests of v1, v2c and the USM's v3, and what comes back: each message that arrives either
 * fits an exchange or is counted as what it is. On the loop's thread.
 *
 * <p>What fits: the message ID (of v1 and v2c the request ID), the address, the version, the
 * community or the engine, user, level and context that were asked.
 */
final class OwnMessages implements TransportListener {
    /** Gets what fits. */
    interface Receiver {
        /** A Response-PDU; its variables are still to be read. */
        void responded(Exchange exchange, PduCodec.Header header, int octets);

        /** A Report-PDU with its first variable's name; its message may be anybody's. */
        void reported(Exchange exchange, VarBind first);
    }

    /** Requests under way, of one target or a few, that can hear what strays came. */
    private static final int MOST_TO_TELL = 50;

    private static final int LONGEST_ENGINE_ID = 32;

    private final Exchanges pending;
    private final KnownEngines knownEngines;
    private final Counts counts;
    private final Receiver receiver;
    private final BerReader reader = new BerReader();
    private final PduCodec pdus = new PduCodec();
    private final CommunityMessages communities = new CommunityMessages(pdus, reader);
    private final UsmMessages users = new UsmMessages(pdus, reader);

    OwnMessages(Exchanges pending, Counts counts, Receiver receiver) {
        this.pending = pending;
        this.knownEngines = new KnownEngines(counts);
        this.counts = counts;
        this.receiver = receiver;
    }

    /** The octets of a request of v1 or v2c. */
    byte[] encode(Credential.Community community, int requestId, Question question) {
        return communities.encode(community, requestId, question);
    }

    /** The octets of a request of v3, for one attempt. */
    byte[] encode(PeerEngine engine, int messageId, Exchange exchange) {
        return users.encode(engine, messageId, exchange.id(), exchange.question);
    }

    /** The variables of the response at hand. */
    List<VarBind> readVarBinds(Question asked) throws MalformedMessageException {
        return pdus.readVarBinds(reader, asked);
    }

    /** Why these are not all that the response held. */
    Optional<String> loss() {
        return pdus.loss();
    }

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
            hear(from, "a message came that cannot be read: " + e.getMessage());
        }
    }

    /** Tells those who wait for this peer; of many it would cost more than it tells. */
    private void hear(Address from, String what) {
        if (pending.size() > MOST_TO_TELL) {
            return;
        }
        for (Exchange exchange : pending.all()) {
            if (exchange.agent.address().equals(from)) {
                exchange.hear(what);
            }
        }
    }

    private void receive(Address from, byte[] message, int begin, int end)
            throws MalformedMessageException {
        reader.reset(message, begin, end);
        int stop = reader.enter(BerReader.SEQUENCE, "a message");
        reader.reset(message, reader.position(), stop);
        int version = reader.integer("the version");
        if (version == 0 || version == 1) {
            receiveOfCommunity(from, message, version, stop - begin);
        } else if (version == UsmMessages.VERSION) {
            receiveOfUser(from, message, begin, stop);
        } else {
            counts.wrongKind();
        }
    }

    private void receiveOfCommunity(Address from, byte[] message, int version, int octets)
            throws MalformedMessageException {
        PduCodec.Header header = communities.decodeHeader(version);
        if (header.type() != PDU.RESPONSE) {
            counts.wrongKind();
            hear(from, "a " + PDU.getTypeString(header.type()) + " came instead of a response");
            return;
        }
        Exchange exchange = pendingFrom(from, header.requestId());
        if (exchange == null) {
            return;
        }
        if (exchange.agent.target().credential() instanceof Credential.Community expected
                && communities.isFrom(expected, message)) {
            receiver.responded(exchange, header, octets);
        } else {
            counts.wrongKind();
            exchange.hear(
                    exchange.agent.target().credential() instanceof Credential.Community expected
                            ? communities.differenceFrom(expected)
                            : "an answer came that is not of v3");
        }
    }

    private @Nullable Exchange pendingFrom(Address from, int id) {
        Exchange exchange = pending.get(id);
        if (exchange == null) {
            counts.stale();
            hear(from, "an answer to another request came (ID " + id + ")");
        } else if (!exchange.agent.address().equals(from)) {
            counts.foreign();
            return null;
        }
        return exchange;
    }

    private void receiveOfUser(Address from, byte[] message, int begin, int end)
            throws MalformedMessageException {
        int messageId = users.decodeHeader(message, begin, end);
        Exchange exchange = pendingFrom(from, messageId);
        if (exchange == null) {
            return;
        }
        PeerEngine engine = exchange.agent.engine();
        if (engine == null || !users.isOfUsm()) {
            counts.wrongKind();
            exchange.hear("an answer as v3 with another security model came");
            return;
        }
        switch (users.open(engine)) {
            case READABLE -> received(exchange, engine, messageId, end - begin);
            case WRONG_DIGEST -> {
                // It only tells what silence means, if silence follows.
                exchange.sawForeignKey();
                counts.wrongKind();
            }
            case REFUSED -> {
                counts.wrongKind();
                exchange.hear("an answer of another engine, user or time came");
            }
        }
    }

    private void received(Exchange exchange, PeerEngine engine, int messageId, int octets)
            throws MalformedMessageException {
        PduCodec.Header header = pdus.readHeader(reader);
        if (header.type() == PDU.REPORT) {
            List<VarBind> varBinds = pdus.readVarBinds(reader, exchange.question);
            if (varBinds.isEmpty()) {
                counts.wrongKind();
                return;
            }
            if (!exchange.takeReportOn(messageId)) {
                counts.stale();
                return;
            }
            if (users.engineId().length > LONGEST_ENGINE_ID) {
                counts.wrongKind();
                exchange.hear(
                        "it says that its SNMP engine ID has "
                                + users.engineId().length
                                + " octets, where 32 are the most (RFC 3411 §5)");
                return;
            }
            if (UsmReport.UNKNOWN_ENGINE_IDS.is(varBinds.getFirst().name())) {
                byte[] before = engine.id();
                engine.reportedAs(
                        exchange.askedEngine(), users.engineId(), users.boots(), users.time());
                knownEngines.learned(exchange.agent, before, engine.id());
            }
            receiver.reported(exchange, varBinds.getFirst());
        } else if (header.type() == PDU.RESPONSE
                && header.requestId() == exchange.id()
                && users.isAsAsked(engine)) {
            receiver.responded(exchange, header, octets);
        } else {
            counts.wrongKind();
            exchange.hear(
                    "an answer came that is not of the level, user, context or request asked");
        }
    }
}
