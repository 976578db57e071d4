package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.sample.ErrorStatus;
import dev.bulkhead.engine.sample.Failure;
import dev.bulkhead.engine.sample.MissedRounds;
import dev.bulkhead.engine.sample.Sample;
import java.util.List;

/** Samples and failures. */
final class SampleCodec {
    private static final ErrorStatus[] ERROR_STATUSES = ErrorStatus.values();

    private static final Failure.NoSecureSession.Reason[] TLS_REASONS =
            Failure.NoSecureSession.Reason.values();

    private SampleCodec() {}

    static void writeSamples(WireOut out, List<Sample> samples) {
        NameCodec names = new NameCodec();
        out.unsigned(samples.size());
        for (Sample sample : samples) {
            writeSample(out, sample, names);
        }
    }

    static List<Sample> readSamples(WireIn in) throws MalformedFrameException {
        NameCodec names = new NameCodec();
        return in.list(from -> readSample(from, names));
    }

    private static void writeSample(WireOut out, Sample sample, NameCodec names) {
        out.unsigned(sample.target());
        out.unsigned(sample.round());
        out.instant(sample.time());
        out.duration(sample.roundTrip());
        out.optional(sample.upTimeTicks(), WireOut::unsigned);
        out.optional(sample.engineBoots(), WireOut::unsigned);
        names.write(out, sample.varBinds());
        out.optional(sample.failure(), SampleCodec::writeFailure);
    }

    private static Sample readSample(WireIn in, NameCodec names) throws MalformedFrameException {
        return new Sample(
                in.count(Integer.MAX_VALUE),
                in.unsigned(),
                in.instant(),
                in.duration(),
                in.optional(WireIn::unsigned),
                in.optional(WireIn::unsigned),
                names.read(in),
                in.optional(SampleCodec::readFailure));
    }

    static void writeMissed(WireOut out, MissedRounds missed) {
        out.unsigned(missed.target());
        out.instant(missed.from());
        out.instant(missed.to());
        out.text(missed.reason());
    }

    static MissedRounds readMissed(WireIn in) throws MalformedFrameException {
        return new MissedRounds(in.count(Integer.MAX_VALUE), in.instant(), in.instant(), in.text());
    }

    static void writeFailure(WireOut out, Failure failure) {
        switch (failure) {
            case Failure.Timeout timeout -> {
                out.octet(1);
                out.text(timeout.address());
                out.duration(timeout.waited());
                out.unsigned(timeout.retries());
                out.text(timeout.heard());
            }
            case Failure.ErrorResponse error -> {
                out.octet(2);
                out.text(error.address());
                out.constant(error.status());
                out.signed(error.errorIndex());
                out.optional(error.name(), WireOut::oid);
            }
            case Failure.Report report -> {
                out.octet(3);
                out.text(report.address());
                out.text(report.counter());
                out.text(report.meaning());
            }
            case Failure.UnknownHost(String host) -> writeTexts(out, 4, host);
            case Failure.Unreachable(String address, String cause) ->
                    writeTexts(out, 5, address, cause);
            case Failure.NotIncreasing order -> {
                out.octet(6);
                out.text(order.address());
                out.oid(order.previous());
                out.oid(order.received());
            }
            case Failure.LimitReached(String limit) -> writeTexts(out, 7, limit);
            case Failure.BadAnswer(String address, String what) ->
                    writeTexts(out, 8, address, what);
            case Failure.LocalProblem(String what, String advice) ->
                    writeTexts(out, 9, what, advice);
            case Failure.WorkerLost(String reason) -> writeTexts(out, 10, reason);
            case Failure.NoSecureSession secure -> {
                out.octet(11);
                out.text(secure.address());
                out.constant(secure.reason());
                out.text(secure.detail());
            }
        }
    }

    private static void writeTexts(WireOut out, int tag, String... texts) {
        out.octet(tag);
        for (String text : texts) {
            out.text(text);
        }
    }

    static Failure readFailure(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        return switch (tag) {
            case 1 ->
                    new Failure.Timeout(
                            in.text(), in.duration(), in.count(Integer.MAX_VALUE), in.text());
            case 2 ->
                    new Failure.ErrorResponse(
                            in.text(),
                            in.constant(ERROR_STATUSES),
                            in.integer(),
                            in.optional(WireIn::oid));
            case 3 -> new Failure.Report(in.text(), in.text(), in.text());
            case 4 -> new Failure.UnknownHost(in.text());
            case 5 -> new Failure.Unreachable(in.text(), in.text());
            case 6 -> new Failure.NotIncreasing(in.text(), in.oid(), in.oid());
            case 7 -> new Failure.LimitReached(in.text());
            case 8 -> new Failure.BadAnswer(in.text(), in.text());
            case 9 -> new Failure.LocalProblem(in.text(), in.text());
            case 10 -> new Failure.WorkerLost(in.text());
            case 11 -> new Failure.NoSecureSession(in.text(), in.constant(TLS_REASONS), in.text());
            default -> throw WireIn.unknown("failure", tag);
        };
    }
}
