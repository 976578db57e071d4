package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.SmiValue;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CertifiedTarget;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.DtlsAddress;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TcpAddress;
import org.snmp4j.smi.TlsAddress;
import org.snmp4j.smi.TransportIpAddress;
import org.snmp4j.smi.UdpAddress;

/** A target whose name is resolved, with the session that speaks to it. On the loop's thread. */
final class Agent {
    /**
     * What SNMP4J calls us by where the certificate says who we are: it is never sent, but must not
     * be empty.
     */
    static final OctetString TSM_NAME = new OctetString("certificate");

    private final Target target;
    private final Session session;
    private final TransportIpAddress address;
    private org.snmp4j.@Nullable Target<TransportIpAddress> wireTarget;
    private final PeerMapping.Way way;
    private final @Nullable PeerEngine engine;
    private final Function<Runnable, Timers.Timer> afterTimeout;
    private final @Nullable ContextEngine contextEngine;
    private final Choosiness choosiness = new Choosiness();
    private boolean answered;

    /** One that SNMP4J asks, or of a community. */
    Agent(Target target, Session session, InetAddress inet) {
        this(target, session, inet, null);
    }

    /**
     * An agent.
     *
     * @param engine for USM users, unless SNMP4J is to ask for them
     */
    Agent(Target target, Session session, InetAddress inet, @Nullable PeerEngine engine) {
        this.target = target;
        this.engine = engine;
        this.session = session;
        this.address =
                switch (target.transport()) {
                    case UDP -> new UdpAddress(inet, target.port());
                    case TCP -> new TcpAddress(inet, target.port());
                    case TLS -> new TlsAddress(inet, target.port());
                    case DTLS -> new DtlsAddress(inet, target.port());
                };
        this.way = session.way(address);
        this.afterTimeout = session.after(target.timeout());
        this.contextEngine =
                target.credential() instanceof Credential.Tsm tsm && tsm.contextEngineId().isEmpty()
                        ? new ContextEngine(this, session)
                        : null;
    }

    private static org.snmp4j.Target<TransportIpAddress> wireTarget(Credential credential) {
        return switch (credential) {
            case Credential.Community community -> {
                CommunityTarget<TransportIpAddress> to = new CommunityTarget<>();
                to.setCommunity(octets(community.community().reveal()));
                to.setVersion(
                        community.version() == SnmpVersion.V1
                                ? SnmpConstants.version1
                                : SnmpConstants.version2c);
                yield to;
            }
            case Credential.Usm user -> {
                UserTarget<TransportIpAddress> to = new UserTarget<>();
                to.setVersion(SnmpConstants.version3);
                to.setSecurityName(octets(user.securityName()));
                to.setSecurityLevel(numberOf(user.level()));
                yield to;
            }
            case Credential.Tsm _ -> {
                CertifiedTarget<TransportIpAddress> to = new CertifiedTarget<>(TSM_NAME);
                to.setVersion(SnmpConstants.version3);
                to.setSecurityLevel(numberOf(SecurityLevel.AUTH_PRIV));
                yield to;
            }
        };
    }

    /** SnmpSecurityLevel (RFC 3411 §5). */
    private static int numberOf(SecurityLevel level) {
        return switch (level) {
            case NO_AUTH_NO_PRIV -> 1;
            case AUTH_NO_PRIV -> 2;
            case AUTH_PRIV -> 3;
        };
    }

    static OctetString octets(String text) {
        return new OctetString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a question; the reply comes on the loop's thread, never inside this call. */
    void ask(Question question, Consumer<Reply> receiver) {
        if (contextEngine == null) {
            session.ask(this, question, receiver);
        } else {
            contextEngine.ask(question, receiver);
        }
    }

    /**
     * The same, with a task for the moment when the last attempt has been sent; not for agents that
     * are asked with a certificate.
     */
    void ask(Question question, Consumer<Reply> receiver, Runnable atLastAttempt) {
        if (contextEngine == null) {
            session.ask(this, question, receiver, atLastAttempt);
        } else {
            contextEngine.ask(question, receiver);
        }
    }

    /** Sends a question once, beside another: silence then means nothing new. */
    void askBeside(Question question, Consumer<Reply> receiver) {
        session.askBeside(this, question, receiver);
    }

    /** What it answers. */
    Choosiness choosiness() {
        return choosiness;
    }

    /** Sends what needs no answer; why it could not be made. */
    Optional<Failure> tell(PDU pdu) {
        return session.tell(this, pdu);
    }

    /** Why what was told did not reach it, as far as this side can know. */
    Optional<Failure> problem() {
        return session.problem().map(trouble -> trouble.of(name()));
    }

    /** Whether all that was sent has left this process. */
    boolean hasSentAll() {
        return session.hasSentAll();
    }

    PDU newPdu() {
        return switch (target.credential()) {
            case Credential.Community _ -> new PDU();
            case Credential.Usm user -> newPdu(user.contextName(), user.contextEngineId());
            case Credential.Tsm tsm -> newPdu(tsm.contextName(), tsm.contextEngineId());
        };
    }

    private static ScopedPDU newPdu(
            String contextName, Optional<SmiValue.OctetString> contextEngineId) {
        ScopedPDU pdu = new ScopedPDU();
        pdu.setContextName(octets(contextName));
        contextEngineId.ifPresent(id -> pdu.setContextEngineID(new OctetString(id.bytes())));
        return pdu;
    }

    void sawAnswer() {
        answered = true;
    }

    /** Whether any request was ever answered. */
    boolean hasAnswered() {
        return answered;
    }

    Session session() {
        return session;
    }

    Target target() {
        return target;
    }

    TransportIpAddress address() {
        return address;
    }

    /** For SNMP4J, which does not ask most agents. */
    org.snmp4j.Target<TransportIpAddress> wireTarget() {
        org.snmp4j.Target<TransportIpAddress> made = wireTarget;
        if (made == null) {
            made = wireTarget(target.credential());
            made.setAddress(address);
            wireTarget = made;
        }
        return made;
    }

    /** What is known of its engine, if it is asked for a USM user and not by SNMP4J. */
    @Nullable PeerEngine engine() {
        return engine;
    }

    /** Where its messages go. */
    PeerMapping.Way way() {
        return way;
    }

    /** Runs a task when its timeout has passed. */
    Timers.Timer afterTimeout(Runnable task) {
        return afterTimeout.apply(task);
    }

    boolean isV1() {
        return target.credential().version() == SnmpVersion.V1;
    }

    /** For messages: as the user wrote it. */
    String name() {
        return target.address();
    }
}
