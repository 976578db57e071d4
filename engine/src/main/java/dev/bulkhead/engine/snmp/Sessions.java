package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.usm.UserKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.SNMP4JSettings.Snmp4jStatistics;
import org.snmp4j.UserTarget;
import org.snmp4j.event.CounterEvent;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmTimeEntry;
import org.snmp4j.smi.OctetString;

/**
 * Opens the sessions of one job: one for all v1 and v2c targets of a transport, one for each v3
 * target. On the loop's thread.
 */
final class Sessions {
    private final Loop loop;
    private final Counts counts;
    private final OctetString engineId;
    private final ByteBuffer received = UdpMapping.newBuffer();
    private final List<Session> open = new ArrayList<>();
    private final UsmProtocols protocols = new UsmProtocols();
    private final Map<Transport, Session> communitySessions = new EnumMap<>(Transport.class);

    /**
     * Sets what is global in SNMP4J.
     *
     * @param engineId our own, made by the parent: SNMP4J would resolve the local host's name
     */
    Sessions(Loop loop, Counts counts, byte[] engineId) {
        this.loop = loop;
        this.counts = counts;
        this.engineId = new OctetString(engineId);
        SNMP4JSettings.setSnmp4jStatistics(Snmp4jStatistics.none);
        SNMP4JSettings.setVerifyResponsePeerAddress(true);
        SNMP4JSettings.setAllowSNMPv2InV1(true);
        SNMP4JSettings.setForwardRuntimeExceptions(false);
        SNMP4JSettings.setCheckUsmUserPassphraseLength(false);
    }

    /** Whom to send a trap: of a v3 user we are the authoritative engine (RFC 3414 §1.5.1). */
    Agent sink(Target target, UserKeys keys, InetAddress inet) {
        return target.credential() instanceof Credential.Usm user
                ? userAgent(
                        target,
                        withoutEngine(user),
                        keys,
                        inet,
                        user.securityEngineId()
                                .map(id -> new OctetString(id.bytes()))
                                .orElse(engineId))
                : agent(target, keys, inet);
    }

    private static Credential.Usm withoutEngine(Credential.Usm user) {
        return new Credential.Usm(
                user.securityName(),
                user.level(),
                user.auth(),
                user.priv(),
                user.contextName(),
                user.contextEngineId(),
                Optional.empty(),
                user.bootsTime());
    }

    Agent agent(Target target, UserKeys keys, InetAddress inet) {
        return switch (target.credential()) {
            case Credential.Community community ->
                    new Agent(
                            target,
                            communitySessions.computeIfAbsent(
                                    target.transport(), this::newCommunitySession),
                            inet);
            case Credential.Usm user -> userAgent(target, user, keys, inet, engineId);
        };
    }

    private Session newCommunitySession(Transport transport) {
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        return opened(dispatcher, EngineMemory.NONE, transport);
    }

    private Session opened(
            MessageDispatcherImpl dispatcher, EngineMemory engines, Transport transport) {
        Session session =
                new Session(
                        loop, counts, new SessionParts(dispatcher, engines, transport, received));
        open.add(session);
        return session;
    }

    private Agent userAgent(
            Target target,
            Credential.Usm user,
            UserKeys keys,
            InetAddress inet,
            OctetString local) {
        CounterSupport noCounters = new NoCounters();
        USM usm = new USM(protocols, local, 0, noCounters);
        if (user.securityEngineId().isEmpty()) {
            user.bootsTime()
                    .ifPresent(time ->
                            usm.setLocalEngine(
                                    local, (int) time.boots(), (int) time.timeSeconds()));
        }
        usm.addUser(protocols.user(user, keys));
        V3Messages messages = new V3Messages(protocols, local, usm, noCounters);
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(messages);
        Session session = opened(dispatcher, new EngineMemory(messages, usm), target.transport());
        Agent agent = new Agent(target, session, inet);
        user.securityEngineId()
                .ifPresent(id -> useGivenEngine(agent, new OctetString(id.bytes()), user, usm));
        return agent;
    }

    private static void useGivenEngine(
            Agent agent, OctetString given, Credential.Usm user, USM usm) {
        if (agent.wireTarget() instanceof UserTarget<?> target) {
            target.setAuthoritativeEngineID(given.getValue());
        }
        user.bootsTime()
                .ifPresent(time ->
                        usm.getTimeTable()
                                .addEntry(
                                        new UsmTimeEntry(
                                                given,
                                                (int) time.boots(),
                                                (int) time.timeSeconds())));
    }

    /** Lets go of an agent that is not asked any more. */
    void release(Agent agent) throws IOException {
        Session session = agent.session();
        if (communitySessions.containsValue(session)) {
            session.drop(agent);
        } else {
            open.remove(session);
            session.close();
        }
    }

    void close() throws IOException {
        for (Session session : open) {
            session.close();
        }
        open.clear();
    }

    /** SNMP4J counts into a shared table under a lock; nobody reads it here. */
    private static final class NoCounters extends CounterSupport {
        @Override
        public void fireIncrementCounter(CounterEvent event) {
            // Nobody counts.
        }
    }
}
