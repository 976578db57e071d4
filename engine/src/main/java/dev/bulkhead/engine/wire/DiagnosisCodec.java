package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.diagnosis.Cause;
import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.diagnosis.Probe.Outcome;
import dev.bulkhead.engine.diagnosis.Step;
import dev.bulkhead.engine.job.JobSpec;

/** Doctors, what they try, and what they find. */
final class DiagnosisCodec {
    private static final Step[] STEPS = Step.values();
    private static final Cause[] CAUSES = Cause.values();

    private DiagnosisCodec() {}

    static void writeSpec(WireOut out, JobSpec.Doctor doctor) {
        TargetCodec.writeTarget(out, doctor.target());
        out.bool(doctor.tryPublic());
        out.list(doctor.others(), TargetCodec::writeCredential);
        out.duration(doctor.patience());
    }

    static JobSpec.Doctor readSpec(WireIn in) throws MalformedFrameException {
        return new JobSpec.Doctor(
                TargetCodec.readTarget(in),
                in.bool(),
                in.list(TargetCodec::readCredential),
                in.duration());
    }

    static void write(WireOut out, Probe probe) {
        out.constant(probe.step());
        out.text(probe.sent());
        switch (probe.outcome()) {
            case Outcome.Answered answered -> {
                out.octet(1);
                out.duration(answered.roundTrip());
                out.text(answered.what());
            }
            case Outcome.Failed failed -> {
                out.octet(2);
                SampleCodec.writeFailure(out, failed.failure());
            }
            case Outcome.Skipped(String reason) -> {
                out.octet(3);
                out.text(reason);
            }
        }
    }

    static Probe readProbe(WireIn in) throws MalformedFrameException {
        return new Probe(in.constant(STEPS), in.text(), readOutcome(in));
    }

    private static Outcome readOutcome(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        return switch (tag) {
            case 1 -> new Outcome.Answered(in.duration(), in.text());
            case 2 -> new Outcome.Failed(SampleCodec.readFailure(in));
            case 3 -> new Outcome.Skipped(in.text());
            default -> throw WireIn.unknown("outcome", tag);
        };
    }

    static void write(WireOut out, Diagnosis diagnosis) {
        out.constant(diagnosis.cause());
        out.text(diagnosis.sentence());
        out.text(diagnosis.advice());
        out.unsigned(diagnosis.pdus());
    }

    static Diagnosis readDiagnosis(WireIn in) throws MalformedFrameException {
        return new Diagnosis(
                in.constant(CAUSES), in.text(), in.text(), in.count(Integer.MAX_VALUE));
    }
}
