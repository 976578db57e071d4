package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.job.Attempt;
import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;

/**
 * The messages of a doctor, one PDU each, and what their answers say. Each has what it is to know
 * of the agent's engine for itself, so that one probe cannot mislead the next. One thread.
 */
final class DoctorMessages {
    private static final ErrorStatus[] ERROR_STATUSES = ErrorStatus.values();
    private static final Oid SYS_UP_TIME = Oid.of(1, 3, 6, 1, 2, 1, 1, 3, 0);
    private static final Oid INTERNET = Oid.of(1, 3, 6, 1);

    private static final Credential.Usm NOBODY =
            Credential.Usm.of(
                    "discovery", SecurityLevel.NO_AUTH_NO_PRIV, Optional.empty(), Optional.empty());

    private final UsmProtocols protocols = new UsmProtocols();
    private final BerReader reader = new BerReader();
    private final PduCodec pdus = new PduCodec();
    private final CommunityMessages communities = new CommunityMessages(pdus, reader);
    private final UsmMessages users = new UsmMessages(pdus, reader);
    private final List<Attempt> attempts;
    private final List<UserKeys> keys;

    /**
     * Messages of a job's attempts.
     *
     * @param keys one for each attempt
     */
    DoctorMessages(List<Attempt> attempts, List<UserKeys> keys) {
        this.attempts = attempts;
        this.keys = keys;
    }

    /**
     * A message, and what is needed to read its answer.
     *
     * @param engine for v3
     */
    record Sent(
            int id,
            Credential credential,
            Question question,
            @Nullable PeerEngine engine,
            OctetString message,
            long atNanos) {}

    Sent make(Ladder.Rung rung, int id, Evidence seen) {
        Question question =
                switch (rung.kind()) {
                    case ENGINE -> Question.get(List.of());
                    case UP_TIME -> Question.get(List.of(SYS_UP_TIME));
                    case NEXT -> Question.next(List.of(INTERNET));
                };
        if (rung.kind() == Ladder.Kind.ENGINE) {
            return ofEngine(id, question, NOBODY, new PeerEngine(NOBODY, UserKeys.NONE, protocols));
        }
        return switch (attempts.get(rung.attempt()).credential()) {
            case Credential.Community community ->
                    new Sent(
                            id,
                            community,
                            question,
                            null,
                            new OctetString(communities.encode(community, id, question)),
                            System.nanoTime());
            case Credential.Usm user ->
                    ofEngine(
                            id,
                            question,
                            user,
                            new PeerEngine(
                                    asSeen(user, seen), keys.get(rung.attempt()), protocols));
            case Credential.Tsm _ -> throw new IllegalArgumentException("no doctor has these");
        };
    }

    private Sent ofEngine(int id, Question question, Credential.Usm user, PeerEngine engine) {
        OctetString message = new OctetString(users.encode(engine, id, id, question));
        return new Sent(id, user, question, engine, message, System.nanoTime());
    }

    /** A user with the engine and the clock that were seen, unless the user gave them. */
    private static Credential.Usm asSeen(Credential.Usm user, Evidence seen) {
        List<EngineClock> clocks = seen.clocks();
        Optional<Credential.BootsTime> clock =
                clocks.isEmpty() ? Optional.empty() : Optional.of(nowBy(clocks.getLast()));
        boolean first = !seen.has(Step.OWN);
        return user.withEngine(
                        user.securityEngineId().or(() -> seen.engine().map(Finding.Engine::id)))
                .withClock(first ? user.bootsTime().or(() -> clock) : clock);
    }

    private static Credential.BootsTime nowBy(EngineClock clock) {
        long elapsed = Duration.ofNanos(System.nanoTime() - clock.atNanos()).toSeconds();
        return new Credential.BootsTime(
                clock.boots(), Math.min(Integer.MAX_VALUE, clock.timeSeconds() + elapsed));
    }

    /** What a datagram says, if it is the answer to a message; empty if it is not. */
    Optional<Finding> read(byte[] datagram, Sent sent) {
        try {
            reader.reset(datagram, 0, datagram.length);
            int stop = reader.enter(BerReader.SEQUENCE, "a message");
            reader.reset(datagram, reader.position(), stop);
            int version = reader.integer("the version");
            PeerEngine engine = sent.engine();
            if (sent.credential() instanceof Credential.Community community) {
                return version == 0 || version == 1
                        ? readOfCommunity(datagram, version, sent, community)
                        : Optional.empty();
            }
            return version == UsmMessages.VERSION && engine != null
                    ? readOfUser(datagram, stop, sent, engine)
                    : Optional.empty();
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private Optional<Finding> readOfCommunity(
            byte[] datagram, int version, Sent sent, Credential.Community community)
            throws MalformedMessageException {
        PduCodec.Header header = communities.decodeHeader(version);
        return header.type() == PDU.RESPONSE
                        && header.requestId() == sent.id()
                        && communities.isFrom(community, datagram)
                ? Optional.of(responded(header, sent))
                : Optional.empty();
    }

    private Finding responded(PduCodec.Header header, Sent sent) throws MalformedMessageException {
        int status = header.errorStatus();
        ErrorStatus error =
                status >= 0 && status < ERROR_STATUSES.length
                        ? ERROR_STATUSES[status]
                        : ErrorStatus.GEN_ERR;
        return new Finding.Responded(
                since(sent), error, pdus.readVarBinds(reader, sent.question()));
    }

    private static Duration since(Sent sent) {
        return Duration.ofNanos(System.nanoTime() - sent.atNanos());
    }

    private Optional<Finding> readOfUser(byte[] datagram, int end, Sent sent, PeerEngine engine)
            throws MalformedMessageException {
        int id = users.decodeHeader(datagram, 0, end);
        if (id != sent.id() || !users.isOfUsm()) {
            return Optional.empty();
        }
        return switch (users.open(engine)) {
            case READABLE -> opened(sent, engine);
            case WRONG_DIGEST -> Optional.of(new Finding.ForeignKey(since(sent)));
            case REFUSED -> Optional.empty();
        };
    }

    private Optional<Finding> opened(Sent sent, PeerEngine engine)
            throws MalformedMessageException {
        PduCodec.Header header = pdus.readHeader(reader);
        if (header.type() == PDU.RESPONSE) {
            return header.requestId() == sent.id() && users.isAsAsked(engine)
                    ? Optional.of(responded(header, sent))
                    : Optional.empty();
        }
        if (header.type() != PDU.REPORT) {
            return Optional.empty();
        }
        List<VarBind> counters = pdus.readVarBinds(reader, sent.question());
        EngineClock clock = new EngineClock(users.boots(), users.time(), System.nanoTime());
        if (!engine.isKnown()) {
            return users.engineId().length == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Finding.Engine(
                                    since(sent), new OctetString(users.engineId()), clock));
        }
        return counters.stream()
                .findFirst()
                .map(counter -> new Finding.Reported(since(sent), counter.name(), clock));
    }
}
