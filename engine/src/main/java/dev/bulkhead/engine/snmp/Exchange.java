package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.SecurityLevel;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.mibs.smi.Oid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.mp.PduHandle;

/** A request on its way: sent, perhaps again, and not answered yet. On the loop's thread. */
final class Exchange {
    final Agent agent;
    final Question question;
    final Consumer<Reply> receiver;

    private final int id;

    /** For v1 and v2c. */
    private final byte @Nullable [] message;

    /** For what SNMP4J sends. */
    private final @Nullable PDU pdu;

    /** The IDs of further messages, for v3. */
    private List<Integer> otherIds = List.of();

    private byte[] askedEngine = {};

    /** The message that the last report was on; 0 for none. */
    private int reportedId;

    /** SNMP4J forgets a v3 message as soon as nobody holds its handle. */
    private List<PduHandle> handles = List.of();

    private int retriesLeft;
    private Runnable atLastAttempt = () -> {};
    private boolean beside;
    private String heard = "";
    private Optional<String> loss = Optional.empty();
    private int discoverySteps;
    private int refusals;
    private @Nullable Oid lastReport;
    private boolean foreignKey;
    private Timers.@Nullable Timer timer;
    private long sentNanos;

    private Exchange(Asking asking, int id, byte @Nullable [] message, @Nullable PDU pdu) {
        this.agent = asking.agent();
        this.question = asking.question();
        this.receiver = asking.receiver();
        this.id = id;
        this.message = message;
        this.pdu = pdu;
        this.retriesLeft = agent.target().retries();
    }

    /** Who asks whom what. */
    record Asking(Agent agent, Question question, Consumer<Reply> receiver) {}

    /** A request of v1 or v2c. */
    static Exchange ofMessage(Asking asking, int id, byte[] message) {
        return new Exchange(asking, id, message, null);
    }

    /** A request of v3, whose message is made anew each time it is sent. */
    static Exchange ofEngine(Asking asking, int id) {
        return new Exchange(asking, id, null, null);
    }

    /** A request that SNMP4J sends. */
    static Exchange ofPdu(Asking asking, PDU pdu) {
        return new Exchange(asking, pdu.getRequestID().getValue(), null, pdu);
    }

    /** Of the request, and of its first message. */
    int id() {
        return id;
    }

    /** Those of messages sent later. */
    List<Integer> otherIds() {
        return otherIds;
    }

    void hasToo(int messageId) {
        List<Integer> more = new ArrayList<>(otherIds);
        more.add(messageId);
        otherIds = more;
    }

    /** Whether a report is the first on a message; the message may still be answered after it. */
    boolean takeReportOn(int messageId) {
        boolean first = messageId != reportedId;
        reportedId = messageId;
        return first;
    }

    /** The engine ID that its last message asks; empty for a discovery. */
    byte[] askedEngine() {
        return askedEngine;
    }

    void asksEngine(byte[] engineId) {
        askedEngine = engineId;
    }

    boolean wasSent() {
        return sentNanos != 0;
    }

    /** The octets to send, for v1 and v2c. */
    byte @Nullable [] message() {
        return message;
    }

    PDU pdu() {
        return Objects.requireNonNull(pdu, "SNMP4J does not send it");
    }

    void sent(Timers.Timer newTimer) {
        waitFor(newTimer);
        sentNanos = System.nanoTime();
    }

    void waitFor(Timers.Timer newTimer) {
        stopTimer();
        timer = newTimer;
    }

    void holds(PduHandle handle) {
        List<PduHandle> more = new ArrayList<>(handles);
        more.add(handle);
        handles = more;
    }

    List<PduHandle> handles() {
        return handles;
    }

    void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    long sentNanos() {
        return sentNanos;
    }

    long roundTripNanos() {
        return System.nanoTime() - sentNanos;
    }

    boolean wasRetried() {
        return retriesLeft < agent.target().retries();
    }

    /** Whether another retry is allowed; counts it. */
    boolean takeRetry() {
        return retriesLeft-- > 0;
    }

    /** Whether to go on after a report that belongs to discovery (RFC 3414 §4); counts it. */
    boolean takeDiscoveryStep(Oid report) {
        lastReport = report;
        return ++discoverySteps <= 3;
    }

    /**
     * Whether to ask once more after a report that refuses the message. Anybody on the path can
     * forge one, so one alone is not believed.
     */
    boolean takeRefusal(Oid report) {
        lastReport = report;
        return ++refusals <= 1;
    }

    /** A task for when the last attempt has been sent. */
    void atLastAttempt(Runnable task) {
        atLastAttempt = task;
    }

    void tellOfLastAttempt() {
        if (retriesLeft == 0) {
            atLastAttempt.run();
        }
    }

    /** It is sent once, and another exchange tells whether the agent is silent. */
    void isBesideAnother() {
        beside = true;
        retriesLeft = 0;
    }

    boolean isBeside() {
        return beside;
    }

    /** What of its answer could not be read, in words. */
    void lost(Optional<String> what) {
        loss = what;
    }

    Optional<String> loss() {
        return loss;
    }

    /** What came from the agent and does not answer this, in words. */
    void hear(String what) {
        heard = what;
    }

    void sawForeignKey() {
        foreignKey = true;
    }

    /**
     * What silence means here: what the last report said, if there was one. An agent that sent its
     * authenticated time and then fell silent has thrown our encrypted message away: net-snmp's
     * does so without a report when it cannot decrypt, but also when it does not know the context.
     */
    Failure silence() {
        if (foreignKey) {
            return new Failure.Report(
                    agent.name(),
                    "answers with a wrong digest",
                    "the authentication protocol or passphrase is probably wrong");
        }
        if (lastReport != null
                && UsmReport.NOT_IN_TIME_WINDOWS.is(lastReport)
                && isEncryptedForDefaultContext()) {
            return new Failure.Report(
                    agent.name(),
                    "silence after usmStatsNotInTimeWindows",
                    "the privacy protocol or passphrase is probably wrong");
        }
        if (lastReport != null && !isStepOfDiscovery(lastReport)) {
            return UsmReport.failure(agent.name(), lastReport);
        }
        if (agent.target().credential() instanceof Credential.Tsm && !agent.hasAnswered()) {
            return new Failure.Report(
                    agent.name(),
                    "silence after the TLS handshake",
                    "it probably maps our certificate to no user, or does not know the context");
        }
        PeerEngine engine = agent.engine();
        if (engine != null && engine.boots() == Integer.MAX_VALUE) {
            return new Failure.Report(
                    agent.name(),
                    "snmpEngineBoots 2147483647",
                    "its boot counter has reached its end, after which no message is in time (RFC"
                            + " 3414 §2.2.2): it must be reconfigured with a new engine ID or new keys");
        }
        boolean undiscovered = heard.isEmpty() && engine != null && engine.id().length == 0;
        return new Failure.Timeout(
                agent.name(),
                waited(),
                agent.target().retries(),
                undiscovered ? Failure.Timeout.NO_DISCOVERY : heard);
    }

    private Duration waited() {
        return agent.target().timeout().multipliedBy(agent.target().retries() + 1L);
    }

    /** The session that was to carry it did not come about in time. */
    Failure noHandshake(String opening) {
        return new Failure.NoSecureSession(
                agent.name(),
                Failure.NoSecureSession.Reason.TIMED_OUT,
                "%s after %d ms".formatted(opening, waited().toMillis()));
    }

    private static boolean isStepOfDiscovery(Oid report) {
        return UsmReport.UNKNOWN_ENGINE_IDS.is(report) || UsmReport.NOT_IN_TIME_WINDOWS.is(report);
    }

    private boolean isEncryptedForDefaultContext() {
        return agent.target().credential() instanceof Credential.Usm user
                && user.level() == SecurityLevel.AUTH_PRIV
                && user.contextName().isEmpty();
    }
}
