package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;

/**
 * A sweep of address blocks: who is there, and which credential is taken.
 *
 * <p><b>Order of an endpoint:</b> a probe for each community and one for all users together, in the
 * order of the credentials. The next goes out a quarter of the timeout after the one before: by
 * then a device has answered the first if it takes it, and is not asked with what it would log as a
 * failed authentication; a silent address costs one message for each probe and retry, and all its
 * waits but one overlap. The probe of a community asks for the values, so that its answer is all.
 * That of v3 finds the engine; only then is each user tried, in a session of its own ({@link
 * SweepReaders}).
 *
 * <p><b>Concurrency:</b> all on the loop's thread.
 *
 * <p><b>Limits:</b> endpoints under way are {@value #MAX_UNDER_WAY} at most, some 300 octets each.
 * The pace counts every message that a sweep sends by itself.
 */
final class DiscoverJob implements RunningJob {
    private static final int MAX_UNDER_WAY = 8_192;
    private static final long TELL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long FULL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Sent in one turn of the loop, which has to receive too. */
    private static final int MESSAGES_OF_TURN = 64;

    private final JobSpec.Discover spec;
    private final SweepParts parts;
    private final JobOutput output;
    private final SweepTally tally;
    private final SweepPlan plan;
    private final List<SweepProbe> probes;
    private final SweepPace pace;
    private final SweepSocket socket;
    private final SweepReaders readers;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, Knock> byId = new HashMap<>();
    private final Deque<Knock> underWay = new ArrayDeque<>();
    private final Deque<Knock> due = new ArrayDeque<>();
    private final Set<InetSocketAddress> named = new HashSet<>();
    private Timers.@Nullable Timer wake;
    private Timers.@Nullable Timer tell;
    private boolean planned;
    private boolean ended;

    DiscoverJob(JobSpec.Discover spec, StartPoint start, SweepParts parts, JobSink sink) {
        this.spec = spec;
        this.parts = parts;
        this.output = sink.output();
        this.plan = new SweepPlan(spec.blocks(), spec.ports(), start.round());
        this.tally = new SweepTally(sink, plan.total(), plan.position());
        this.probes = SweepProbe.of(spec.credentials(), spec.oids());
        this.pace = new SweepPace(spec.perSecond(), System.nanoTime());
        this.socket = new SweepSocket(parts.loop(), parts.tap(), this::received);
        this.readers = new SweepReaders(spec, parts, pace, this::wasRead);
        spec.credentials().forEach(parts.tap()::hides);
    }

    @Override
    public void start() {
        tellProgress();
        pump();
    }

    /** Sends what may be sent now: readers first, then who was asked before, then the next. */
    private void pump() {
        for (int turn = 0; !ended; turn++) {
            long wait = pace.waitNanos(System.nanoTime());
            if (wait > 0 || turn >= MESSAGES_OF_TURN) {
                wakeAfter(wait);
                return;
            }
            if (readers.hasNext()) {
                readers.beginNext();
            } else if (!due.isEmpty()) {
                if (!probe(due.peek())) {
                    wakeAfter(FULL_NANOS);
                    return;
                }
                due.remove();
            } else if (planned || underWay.size() >= MAX_UNDER_WAY) {
                break;
            } else {
                beginNext();
            }
        }
        endIfDone();
    }

    private void wakeAfter(long nanos) {
        if (wake == null) {
            wake =
                    parts.loop()
                            .after(
                                    nanos,
                                    () -> {
                                        wake = null;
                                        pump();
                                    });
        }
    }

    private void beginNext() {
        SweepPlan.Spot spot = plan.next();
        if (spot == null) {
            planned = true;
            return;
        }
        Knock knock = new Knock(spot, freeId(), probes.size());
        underWay.add(knock);
        if (spot.inet() != null) {
            begin(knock, spot.inet());
        } else {
            parts.names()
                    .resolve(
                            knock.host,
                            inet -> {
                                resolved(knock, inet);
                                parts.loop().execute(this::pump);
                            });
        }
    }

    /** Random, so that nobody off the path can make up an answer. */
    private int freeId() {
        int id;
        do {
            id = SweepProbe.LOWEST_ID + random.nextInt(SweepProbe.LOWEST_ID);
        } while (byId.containsKey(id));
        return id;
    }

    private void begin(Knock knock, InetAddress inet) {
        knock.resolvedTo(new InetSocketAddress(inet, knock.port));
        byId.put(knock.id, knock);
        due.add(knock);
    }

    private void resolved(Knock knock, Optional<InetAddress> inet) {
        if (ended) {
            return;
        }
        if (inet.isEmpty()) {
            tally.unresolved(knock);
            finish(knock);
        } else if (plan.contains(inet.get())
                || !named.add(new InetSocketAddress(inet.get(), knock.port))) {
            finish(knock);
        } else {
            begin(knock, inet.get());
        }
    }

    /** Sends an endpoint's next probe; false if the socket has no room for it now. */
    private boolean probe(Knock knock) {
        if (knock.hasEnded() || knock.isBeingRead() || !knock.hasStep(rounds())) {
            return true;
        }
        try {
            byte[] message = probes.get(knock.probe()).with(knock.id);
            if (!socket.send(knock.address(), message)) {
                return false;
            }
        } catch (IOException e) {
            couldNotSend(knock, e);
            return true;
        }
        tally.sent(knock.round() > 0);
        long now = System.nanoTime();
        pace.sent(1, now);
        int round = knock.round();
        knock.sent(now);
        boolean soon = knock.hasStep(rounds()) && knock.round() == round;
        long timeout = spec.timeout().toNanos();
        goOnAfter(knock, soon ? timeout / 4 : timeout);
        return true;
    }

    private int rounds() {
        return spec.retries() + 1;
    }

    private void goOnAfter(Knock knock, long nanos) {
        knock.waitFor(
                parts.loop()
                        .after(
                                nanos,
                                () -> {
                                    goOn(knock);
                                    pump();
                                }));
    }

    private void goOn(Knock knock) {
        if (knock.hasEnded() || knock.isBeingRead()) {
            return;
        }
        if (knock.hasStep(rounds())) {
            due.add(knock);
        } else {
            giveUp(knock);
        }
    }

    private void couldNotSend(Knock knock, IOException e) {
        if (knock.isInhabited()) {
            giveUp(knock);
            return;
        }
        tally.unsent(knock, String.valueOf(e.getMessage()));
        finish(knock);
    }

    private void received(InetSocketAddress from, ByteBuffer datagram) {
        SweepAnswer answer = SweepAnswer.of(datagram).orElse(null);
        Knock knock = answer == null ? null : byId.get(answer.id());
        if (answer == null || knock == null || !from.equals(knock.address())) {
            return;
        }
        switch (answer) {
            case SweepAnswer.Response response -> responded(knock, response);
            case SweepAnswer.Engine engine -> engineFound(knock, engine.engineId());
        }
        pump();
    }

    private void responded(Knock knock, SweepAnswer.Response response) {
        for (int i = 0; i < probes.size(); i++) {
            SweepProbe probe = probes.get(i);
            if (knock.isSettled(i)
                    || knock.sentNanos(i) == 0
                    || !(spec.credentials().get(probe.credential())
                            instanceof Credential.Community asked)
                    || asked.version() != response.version()
                    || !Agent.octets(asked.community().reveal()).equals(response.community())) {
                continue;
            }
            knock.settle(i);
            List<VarBind> varBinds = varBindsOf(response.pdu());
            if (isWhole(response.pdu(), varBinds)) {
                long roundTrip = System.nanoTime() - knock.sentNanos(i);
                answered(knock, probe.credential(), SweepTally.whole(varBinds, roundTrip));
            } else {
                readers.add(knock, probe.credential());
            }
            return;
        }
    }

    private static List<VarBind> varBindsOf(PDU pdu) {
        return pdu.getVariableBindings().stream().map(Values::fromVarBind).toList();
    }

    private boolean isWhole(PDU pdu, List<VarBind> varBinds) {
        return pdu.getErrorStatus() == PDU.noError
                && varBinds.stream().map(VarBind::name).toList().equals(spec.oids());
    }

    private void engineFound(Knock knock, OctetString engineId) {
        for (int i = 0; i < probes.size(); i++) {
            if (probes.get(i).v3() && !knock.isSettled(i) && knock.sentNanos(i) != 0) {
                knock.settle(i);
                knock.speaksFor(engineId);
                readers.add(knock, probes.get(i).credential());
            }
        }
    }

    private void wasRead(Knock knock, int credential, Reading.Result result) {
        if (!ended && !knock.hasEnded()) {
            goOnAfterReading(knock, credential, result);
        }
        pump();
    }

    private void goOnAfterReading(Knock knock, int credential, Reading.Result result) {
        if (result.failure().isEmpty()) {
            answered(knock, credential, result);
            return;
        }
        knock.refused(result.failure().get());
        Optional<Integer> next = nextUser(credential);
        if (next.isPresent()) {
            readers.add(knock, next.get());
        } else if (!knock.isBeingRead()) {
            resume(knock);
        }
    }

    /** Goes on with the probes that wait for their answer or were not sent yet. */
    private void resume(Knock knock) {
        if (knock.allSettled()) {
            giveUp(knock);
        } else if (knock.hasStep(rounds()) && knock.round() == 0) {
            due.add(knock);
        } else {
            long timeout = spec.timeout().toNanos();
            goOnAfter(knock, knock.lastSentNanos() + timeout - System.nanoTime());
        }
    }

    /** The user to try after one that was refused; none after a community. */
    private Optional<Integer> nextUser(int credential) {
        if (spec.credentials().get(credential) instanceof Credential.Community) {
            return Optional.empty();
        }
        for (int i = credential + 1; i < spec.credentials().size(); i++) {
            if (spec.credentials().get(i) instanceof Credential.Usm) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void answered(Knock knock, int credential, Reading.Result result) {
        boolean byV3 = spec.credentials().get(credential) instanceof Credential.Usm;
        tally.answered(knock, credential, byV3, result);
        finish(knock);
    }

    /** Nothing more is tried. */
    private void giveUp(Knock knock) {
        if (knock.isInhabited()) {
            tally.refused(knock);
        } else {
            tally.silent(probes.size());
        }
        finish(knock);
    }

    private void finish(Knock knock) {
        knock.end();
        byId.remove(knock.id, knock);
        tally.done();
        while (!underWay.isEmpty() && underWay.peek().hasEnded()) {
            underWay.remove();
        }
    }

    private void tellProgress() {
        Knock oldest = underWay.peek();
        tally.tellProgress(oldest == null ? plan.position() : oldest.position);
        if (!ended) {
            tell = parts.loop().after(TELL_NANOS, this::tellProgress);
        }
    }

    private void endIfDone() {
        if (planned && underWay.isEmpty()) {
            end(tally.failure());
        }
    }

    @Override
    public void cancel() {
        end(Optional.empty());
    }

    private void end(Optional<Failure> failure) {
        if (ended) {
            return;
        }
        ended = true;
        if (tell != null) {
            tell.cancel();
        }
        underWay.forEach(Knock::stopTimer);
        try {
            socket.close();
            parts.sessions().close();
        } catch (IOException e) {
            // Nothing is asked any more either way.
        }
        tellProgress();
        output.done(failure);
    }
}
