package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.discovery.SweepProgress;
import dev.bulkhead.engine.job.AddressBlock;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;

/** Sweeps, what they find, and how far they are. */
final class DiscoveryCodec {
    private DiscoveryCodec() {}

    static void writeSpec(WireOut out, JobSpec.Discover discover) {
        out.list(discover.blocks(), (to, block) -> to.text(block.text()));
        out.list(discover.ports(), (to, port) -> to.unsigned(port));
        out.list(discover.credentials(), TargetCodec::writeCredential);
        out.duration(discover.timeout());
        out.unsigned(discover.retries());
        out.unsigned(discover.perSecond());
        out.list(discover.oids(), WireOut::oid);
    }

    static JobSpec.Discover readSpec(WireIn in) throws MalformedFrameException {
        return new JobSpec.Discover(
                in.list(from -> AddressBlock.parse(from.text())),
                in.list(from -> from.count(65_535)),
                in.list(TargetCodec::readCredential),
                in.duration(),
                in.count(20),
                in.count(Integer.MAX_VALUE),
                in.list(WireIn::oid));
    }

    static void write(WireOut out, Discovery discovery) {
        switch (discovery) {
            case Discovery.Answered answered -> {
                writeHead(out, 1, answered);
                out.text(answered.address());
                out.unsigned(answered.credential());
                out.duration(answered.roundTrip());
                out.optional(answered.engineId(), (to, id) -> to.bytes(id.bytes()));
                out.list(answered.varBinds(), ValueCodec::writeVarBind);
            }
            case Discovery.Refused refused -> {
                writeHead(out, 2, refused);
                out.text(refused.address());
                out.optional(refused.engineId(), (to, id) -> to.bytes(id.bytes()));
                out.list(refused.reasons(), SampleCodec::writeFailure);
            }
            case Discovery.Unresolved unresolved -> writeHead(out, 3, unresolved);
        }
    }

    private static void writeHead(WireOut out, int tag, Discovery discovery) {
        out.octet(tag);
        out.unsigned(discovery.position());
        out.instant(discovery.time());
        out.text(discovery.host());
        out.unsigned(discovery.port());
    }

    static Discovery read(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        return switch (tag) {
            case 1 ->
                    new Discovery.Answered(
                            in.unsigned(),
                            in.instant(),
                            in.text(),
                            in.count(65_535),
                            in.text(),
                            in.count(Integer.MAX_VALUE),
                            in.duration(),
                            in.optional(from -> new OctetString(from.bytes())),
                            in.list(ValueCodec::readVarBind));
            case 2 ->
                    new Discovery.Refused(
                            in.unsigned(),
                            in.instant(),
                            in.text(),
                            in.count(65_535),
                            in.text(),
                            in.optional(from -> new OctetString(from.bytes())),
                            in.list(SampleCodec::readFailure));
            case 3 ->
                    new Discovery.Unresolved(
                            in.unsigned(), in.instant(), in.text(), in.count(65_535));
            default -> throw WireIn.unknown("discovery", tag);
        };
    }

    static void writeProgress(WireOut out, SweepProgress progress) {
        out.unsigned(progress.total());
        out.unsigned(progress.done());
        out.unsigned(progress.answered());
        out.unsigned(progress.refused());
        out.unsigned(progress.unsent());
    }

    static SweepProgress readProgress(WireIn in) throws MalformedFrameException {
        return new SweepProgress(
                in.unsigned(), in.unsigned(), in.unsigned(), in.unsigned(), in.unsigned());
    }
}
