package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.snmp.Reply.Answer;
import dev.bulkhead.engine.snmp.Reply.NoAnswer;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.mp.MPv3;
import org.snmp4j.smi.OctetString;

/**
 * The contextEngineID of an agent with a security model that does not find it out by itself (RFC
 * 5343): the first question is preceded by a GET of snmpEngineID.0 in the context of {@code
 * 80:00:00:00:06}, which means whoever is there.
 *
 * <p>An agent that answers this, but not with an engine ID, goes on being asked in that context.
 * One that reports it as unknown is from before RFC 5343, and gets no contextEngineID at all, which
 * most take for their own. What was learned is forgotten when a question stays without answer:
 * perhaps the agent was replaced. On the loop's thread.
 */
final class ContextEngine {
    private record Waiting(Question question, Consumer<Reply> receiver) {}

    /** snmpEngineID.0 (RFC 3411 §5). */
    private static final Oid SNMP_ENGINE_ID = Oid.parse("1.3.6.1.6.3.10.2.1.1.0");

    /** Octets of an SnmpEngineID (RFC 3411 §5). */
    private static final int SHORTEST = 5;

    private static final int LONGEST = 32;

    private final Agent agent;
    private final Session session;
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable OctetString known;

    ContextEngine(Agent agent, Session session) {
        this.agent = agent;
        this.session = session;
    }

    /** Asks as soon as it is known whom. */
    void ask(Question question, Consumer<Reply> receiver) {
        if (known != null) {
            askIn(known, new Waiting(question, receiver));
            return;
        }
        waiting.add(new Waiting(question, receiver));
        if (waiting.size() == 1) {
            ScopedPDU pdu = new ScopedPDU();
            pdu.setContextEngineID(MPv3.LOCAL_ENGINE_ID);
            session.ask(agent, pdu, Question.get(List.of(SNMP_ENGINE_ID)), this::discovered);
        }
    }

    private void askIn(OctetString contextEngineId, Waiting next) {
        PDU pdu = agent.newPdu();
        if (pdu instanceof ScopedPDU scoped) {
            scoped.setContextEngineID(contextEngineId);
        }
        session.ask(
                agent,
                pdu,
                next.question,
                reply -> {
                    if (reply instanceof NoAnswer) {
                        known = null;
                    }
                    next.receiver.accept(reply);
                });
    }

    private void discovered(Reply reply) {
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        switch (reply) {
            case Answer answer -> askAll(engineIdOf(answer), all);
            case NoAnswer(Failure failure) when isUnknownContext(failure) ->
                    askAll(new OctetString(), all);
            case NoAnswer _ -> all.forEach(next -> next.receiver.accept(reply));
        }
    }

    private void askAll(OctetString engineId, List<Waiting> all) {
        known = engineId;
        all.forEach(next -> askIn(engineId, next));
    }

    private static OctetString engineIdOf(Answer answer) {
        if (answer.error() == ErrorStatus.NO_ERROR) {
            for (VarBind varBind : answer.varBinds()) {
                if (varBind.value() instanceof SmiValue.OctetString id
                        && id.length() >= SHORTEST
                        && id.length() <= LONGEST) {
                    return new OctetString(id.bytes());
                }
            }
        }
        return MPv3.LOCAL_ENGINE_ID;
    }

    private static boolean isUnknownContext(Failure failure) {
        return failure instanceof Failure.Report report
                && report.counter().equals(UsmReport.UNKNOWN_PDU_HANDLERS.counter());
    }
}
