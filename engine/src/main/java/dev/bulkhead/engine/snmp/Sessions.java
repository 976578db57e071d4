package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.SmiValue;
import java.io.IOException;
import java.net.InetAddress;
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
import org.snmp4j.security.TSM;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmTimeEntry;
import org.snmp4j.smi.OctetString;

/**
 * Opens the sessions of one job: one for all targets of a transport, but one for each that is asked
 * with certificates. On the loop's thread.
 */
final class Sessions {
    private final Loop loop;
    private final Counts counts;
    private final PacketTap tap;
    private final OctetString engineId;
    private final DatagramBuffers datagrams = new DatagramBuffers();
    private final List<Session> open = new ArrayList<>();
    private final UsmProtocols protocols = new UsmProtocols();
    private final SecurePeers certificates = new SecurePeers(datagrams.received());
    private final Map<Transport, Session> shared = new EnumMap<>(Transport.class);

    /**
     * Sets what is global in SNMP4J.
     *
     * @param engineId our own, made by the parent: SNMP4J would resolve the local host's name
     */
    Sessions(Loop loop, Counts counts, PacketTap tap, byte[] engineId) {
        this.loop = loop;
        this.counts = counts;
        this.tap = tap;
        this.engineId = new OctetString(engineId);
        SNMP4JSettings.setSnmp4jStatistics(Snmp4jStatistics.none);
        SNMP4JSettings.setVerifyResponsePeerAddress(true);
        SNMP4JSettings.setAllowSNMPv2InV1(true);
        SNMP4JSettings.setForwardRuntimeExceptions(false);
        SNMP4JSettings.setCheckUsmUserPassphraseLength(false);
    }

    /**
     * Whom to send a notification: of a v3 user we are the authoritative engine of a trap (RFC 3414
     * §1.5.1), and with certificates ours is the context of traps and informs (RFC 3413 §3.3).
     */
    Agent sink(Target target, UserKeys keys, InetAddress inet) {
        return switch (target.credential()) {
            case Credential.Community _ -> agent(target, keys, inet);
            case Credential.Usm user ->
                    userSink(
                            target,
                            user.withEngine(Optional.empty()),
                            keys,
                            inet,
                            user.securityEngineId()
                                    .map(id -> new OctetString(id.bytes()))
                                    .orElse(engineId));
            case Credential.Tsm tsm -> certificateAgent(withOurContext(target, tsm), tsm, inet);
        };
    }

    private Target withOurContext(Target target, Credential.Tsm tsm) {
        return new Target(
                target.transport(),
                target.host(),
                target.port(),
                new Credential.Tsm(
                        tsm.identity(),
                        tsm.trust(),
                        tsm.contextName(),
                        Optional.of(
                                tsm.contextEngineId()
                                        .orElse(new SmiValue.OctetString(engineId.getValue())))),
                target.timeout(),
                target.retries());
    }

    Agent agent(Target target, UserKeys keys, InetAddress inet) {
        return switch (target.credential()) {
            case Credential.Community _ -> new Agent(target, sharedSession(target), inet);
            case Credential.Usm user ->
                    new Agent(
                            target,
                            sharedSession(target),
                            inet,
                            new PeerEngine(user, keys, protocols));
            case Credential.Tsm tsm -> certificateAgent(target, tsm, inet);
        };
    }

    private Session sharedSession(Target target) {
        return shared.computeIfAbsent(target.transport(), this::newSharedSession);
    }

    private Session newSharedSession(Transport transport) {
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        return opened(dispatcher, EngineMemory.NONE, transport, Optional.empty());
    }

    private Session opened(
            MessageDispatcherImpl dispatcher,
            EngineMemory engines,
            Transport transport,
            Optional<SecurePeer> peer) {
        SessionParts parts = new SessionParts(dispatcher, engines, transport, datagrams, peer, tap);
        Session session = new Session(loop, counts, parts);
        open.add(session);
        return session;
    }

    private Agent userSink(
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
        Session session =
                opened(
                        dispatcher,
                        new EngineMemory(messages, usm),
                        target.transport(),
                        Optional.empty());
        Agent agent = new Agent(target, session, inet);
        user.securityEngineId()
                .ifPresent(id -> useGivenEngine(agent, new OctetString(id.bytes()), user, usm));
        return agent;
    }

    /**
     * Each target has a session of its own, though nothing of SNMP asks for it: two names of one
     * address are two peers to whoever checks certificates.
     */
    private Agent certificateAgent(Target target, Credential.Tsm tsm, InetAddress inet) {
        CounterSupport noCounters = new NoCounters();
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(
                new V3Messages(
                        protocols, engineId, new TSM(engineId, false, noCounters), noCounters));
        Optional<SecurePeer> peer = Optional.of(certificates.peer(target, tsm));
        return new Agent(
                target, opened(dispatcher, EngineMemory.NONE, target.transport(), peer), inet);
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
        if (shared.containsValue(session)) {
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
