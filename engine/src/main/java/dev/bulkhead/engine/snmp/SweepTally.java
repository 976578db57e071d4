package dev.bulkhead.engine.snmp;

import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.VarBind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells what a sweep finds and counts what it does. On the loop's thread. */
final class SweepTally {
    private final JobSink sink;
    private final long total;
    private long done;
    private long answered;
    private long refused;
    private long unsent;
    private Optional<Failure> whyUnsent = Optional.empty();
    private SweepProgress told = SweepProgress.ZERO;

    /**
     * @param done before this worker began
     */
    SweepTally(JobSink sink, long total, long done) {
        this.sink = sink;
        this.total = total;
        this.done = done;
    }

    void sent(boolean again) {
        if (again) {
            sink.counts().retry();
        } else {
            sink.counts().request();
        }
    }

    void answered(Knock knock, int credential, boolean byV3, Reading.Result read) {
        answered++;
        sink.counts().varBinds(read.varBinds().size());
        tell(
                new Discovery.Answered(
                        knock.position,
                        Instant.now(),
                        knock.host,
                        knock.port,
                        knock.addressText(),
                        credential,
                        Duration.ofNanos(read.roundTripNanos()),
                        byV3 ? knock.engineId() : Optional.empty(),
                        read.varBinds()));
    }

    /** What a probe that asked for everything brought at once. */
    static Reading.Result whole(List<VarBind> varBinds, long roundTripNanos) {
        return new Reading.Result(
                varBinds, Optional.empty(), Optional.empty(), varBinds.size(), roundTripNanos);
    }

    void refused(Knock knock) {
        refused++;
        tell(
                new Discovery.Refused(
                        knock.position,
                        Instant.now(),
                        knock.host,
                        knock.port,
                        knock.addressText(),
                        knock.engineId(),
                        knock.refusals()));
    }

    /** The name means nothing. */
    void unresolved(Knock knock) {
        tell(new Discovery.Unresolved(knock.position, Instant.now(), knock.host, knock.port));
    }

    /** Nobody answered so many probes. */
    void silent(int probes) {
        for (int i = 0; i < probes; i++) {
            sink.counts().timeout();
        }
    }

    void unsent(Knock knock, String cause) {
        unsent++;
        whyUnsent =
                whyUnsent.or(() ->
                        Optional.of(
                                new Failure.Unreachable(
                                        knock.host + " port " + knock.port, cause)));
    }

    void done() {
        done++;
    }

    private void tell(Discovery discovery) {
        sink.output().discovery(discovery);
    }

    /** Tells how far the sweep is, if that has changed. */
    void tellProgress(long position) {
        SweepProgress now = new SweepProgress(total, done, answered, refused, unsent);
        if (!now.equals(told)) {
            told = now;
            sink.output().swept(position, now);
        }
    }

    /** Why nothing at all could be sent; empty if something was. */
    Optional<Failure> failure() {
        return unsent > 0 && unsent == done ? whyUnsent : Optional.empty();
    }
}
