package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.diagnosis.Diagnosis;
import dev.bulkhead.engine.diagnosis.Probe;
import dev.bulkhead.engine.job.StartPoint;
import dev.bulkhead.engine.notification.Refusal;
import dev.bulkhead.engine.sample.StrayCounts;
import dev.bulkhead.engine.usm.UserKeys;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.util.Optional;

/** The messages themselves: a tag, then the fields in the order of the record. */
final class MessageCodec {
    private MessageCodec() {}

    static void write(WireOut out, ToWorker message) {
        switch (message) {
            case ToWorker.Run run -> {
                out.octet(1);
                JobCodec.writeSpec(out, run.spec());
                out.list(run.keys(), MessageCodec::writeKeys);
                out.bytes(run.engineId().bytes());
                writeStart(out, run.start());
                out.instant(run.said());
                out.bool(run.traced());
            }
            case ToWorker.Cancel cancel -> out.octet(2);
            case ToWorker.Wake wake -> out.octet(3);
            case ToWorker.Trace(boolean on) -> {
                out.octet(4);
                out.bool(on);
            }
        }
    }

    static ToWorker readToWorker(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        ToWorker message =
                switch (tag) {
                    case 1 ->
                            new ToWorker.Run(
                                    JobCodec.readSpec(in),
                                    in.list(MessageCodec::readKeys),
                                    new OctetString(in.bytes()),
                                    readStart(in),
                                    in.instant(),
                                    in.bool());
                    case 2 -> new ToWorker.Cancel();
                    case 3 -> new ToWorker.Wake();
                    case 4 -> new ToWorker.Trace(in.bool());
                    default -> throw WireIn.unknown("message", tag);
                };
        in.requireEnd();
        return message;
    }

    static void write(WireOut out, FromWorker message) {
        switch (message) {
            case FromWorker.Hello hello -> {
                out.octet(1);
                out.unsigned(hello.protocol());
                out.text(hello.buildId());
                out.list(hello.capabilities(), WireOut::text);
            }
            case FromWorker.Ready ready -> out.octet(2);
            case FromWorker.Beat(Figures figures) -> {
                out.octet(3);
                out.unsigned(figures.requests());
                out.unsigned(figures.timeouts());
                out.unsigned(figures.retries());
                out.unsigned(figures.varBinds());
                NotificationCodec.writeCounts(out, figures.listen());
                writeStrays(out, figures.strays());
                out.unsigned(figures.queued());
                out.unsigned(figures.heapBytes());
            }
            case FromWorker.Samples samples -> {
                out.octet(4);
                SampleCodec.writeSamples(out, samples.samples());
            }
            case FromWorker.Gap gap -> {
                out.octet(5);
                out.instant(gap.from());
                out.instant(gap.to());
                out.text(gap.reason());
            }
            case FromWorker.Packets those -> {
                out.octet(16);
                out.list(those.packets(), PacketCodec::write);
            }
            case FromWorker.Missed missed -> {
                out.octet(13);
                out.list(missed.rounds(), SampleCodec::writeMissed);
            }
            case FromWorker.RootsDone(int count) -> {
                out.octet(6);
                out.unsigned(count);
            }
            case FromWorker.Listening listening -> {
                out.octet(7);
                out.list(listening.addresses(), WireOut::text);
            }
            case FromWorker.Done done -> {
                out.octet(8);
                out.optional(done.failure(), SampleCodec::writeFailure);
            }
            case FromWorker.Notifications those -> {
                out.octet(9);
                out.list(those.notifications(), NotificationCodec::write);
            }
            case FromWorker.Refused(Refusal refusal) -> {
                out.octet(12);
                out.text(refusal.source());
                out.text(refusal.reason());
            }
            case FromWorker.Discoveries those -> {
                out.octet(10);
                out.list(those.discoveries(), DiscoveryCodec::write);
            }
            case FromWorker.Swept swept -> {
                out.octet(11);
                out.unsigned(swept.position());
                DiscoveryCodec.writeProgress(out, swept.progress());
            }
            case FromWorker.Probed(Probe probe) -> {
                out.octet(14);
                DiagnosisCodec.write(out, probe);
            }
            case FromWorker.Diagnosed(Diagnosis diagnosis) -> {
                out.octet(15);
                DiagnosisCodec.write(out, diagnosis);
            }
        }
    }

    static FromWorker readFromWorker(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        FromWorker message =
                switch (tag) {
                    case 1 ->
                            new FromWorker.Hello(
                                    in.count(Integer.MAX_VALUE), in.text(), in.list(WireIn::text));
                    case 2 -> new FromWorker.Ready();
                    case 3 ->
                            new FromWorker.Beat(
                                    new Figures(
                                            in.unsigned(),
                                            in.unsigned(),
                                            in.unsigned(),
                                            in.unsigned(),
                                            NotificationCodec.readCounts(in),
                                            readStrays(in),
                                            in.count(Integer.MAX_VALUE),
                                            in.unsigned()));
                    case 4 -> new FromWorker.Samples(SampleCodec.readSamples(in));
                    case 5 -> new FromWorker.Gap(in.instant(), in.instant(), in.text());
                    case 6 -> new FromWorker.RootsDone(in.count(Integer.MAX_VALUE));
                    case 7 -> new FromWorker.Listening(in.list(WireIn::text));
                    case 8 -> new FromWorker.Done(in.optional(SampleCodec::readFailure));
                    case 9 -> new FromWorker.Notifications(in.list(NotificationCodec::read));
                    case 10 -> new FromWorker.Discoveries(in.list(DiscoveryCodec::read));
                    case 11 -> new FromWorker.Swept(in.unsigned(), DiscoveryCodec.readProgress(in));
                    case 12 -> new FromWorker.Refused(new Refusal(in.text(), in.text()));
                    case 16 -> new FromWorker.Packets(in.list(PacketCodec::read));
                    case 13 -> new FromWorker.Missed(in.list(SampleCodec::readMissed));
                    case 14 -> new FromWorker.Probed(DiagnosisCodec.readProbe(in));
                    case 15 -> new FromWorker.Diagnosed(DiagnosisCodec.readDiagnosis(in));
                    default -> throw WireIn.unknown("message", tag);
                };
        in.requireEnd();
        return message;
    }

    private static void writeStrays(WireOut out, StrayCounts strays) {
        out.unsigned(strays.stale());
        out.unsigned(strays.foreign());
        out.unsigned(strays.wrongKind());
        out.unsigned(strays.malformed());
    }

    private static StrayCounts readStrays(WireIn in) throws MalformedFrameException {
        return new StrayCounts(in.unsigned(), in.unsigned(), in.unsigned(), in.unsigned());
    }

    private static void writeKeys(WireOut out, UserKeys keys) {
        out.bytes(keys.authKey().bytes());
        out.bytes(keys.privKey().bytes());
    }

    private static UserKeys readKeys(WireIn in) throws MalformedFrameException {
        return new UserKeys(new OctetString(in.bytes()), new OctetString(in.bytes()));
    }

    private static void writeStart(WireOut out, StartPoint start) {
        out.unsigned(start.round());
        out.signed(start.untilRoundNanos());
        out.unsigned(start.rootsDone());
        out.optional(start.after(), WireOut::oid);
        out.unsigned(start.varBindsDone());
    }

    private static StartPoint readStart(WireIn in) throws MalformedFrameException {
        long round = in.unsigned();
        long untilRoundNanos = in.signed();
        int rootsDone = in.count(Integer.MAX_VALUE);
        Optional<Oid> after = in.optional(WireIn::oid);
        return new StartPoint(round, untilRoundNanos, rootsDone, after, in.unsigned());
    }
}
