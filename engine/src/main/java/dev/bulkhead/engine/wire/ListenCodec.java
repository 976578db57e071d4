package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.job.AcceptedSender;
import dev.bulkhead.engine.job.Endpoint;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.ListenCertificates;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;

/** What a notification listener is to do. */
final class ListenCodec {
    private static final Transport[] TRANSPORTS = Transport.values();

    private ListenCodec() {}

    static void writeSpec(WireOut out, JobSpec.Listen listen) {
        out.list(listen.endpoints(), ListenCodec::writeEndpoint);
        out.list(listen.users(), TargetCodec::writeUserWithoutPassphrases);
        out.optional(listen.certificates(), ListenCodec::writeCertificates);
        out.unsigned(listen.maxPerSecond());
    }

    static JobSpec.Listen readSpec(WireIn in) throws MalformedFrameException {
        return new JobSpec.Listen(
                in.list(ListenCodec::readEndpoint),
                in.list(TargetCodec::readUser),
                in.optional(ListenCodec::readCertificates),
                in.count(Integer.MAX_VALUE));
    }

    private static void writeEndpoint(WireOut out, Endpoint endpoint) {
        out.constant(endpoint.transport());
        out.text(endpoint.host());
        out.unsigned(endpoint.port());
    }

    private static Endpoint readEndpoint(WireIn in) throws MalformedFrameException {
        return new Endpoint(in.constant(TRANSPORTS), in.text(), in.count(65_535));
    }

    private static void writeCertificates(WireOut out, ListenCertificates certificates) {
        TargetCodec.writeIdentity(out, certificates.identity());
        out.list(certificates.accepted(), ListenCodec::writeAccepted);
    }

    private static ListenCertificates readCertificates(WireIn in) throws MalformedFrameException {
        return new ListenCertificates(
                TargetCodec.readIdentity(in), in.list(ListenCodec::readAccepted));
    }

    private static void writeAccepted(WireOut out, AcceptedSender accepted) {
        switch (accepted) {
            case AcceptedSender.Pinned pinned -> {
                out.octet(1);
                TargetCodec.writeFingerprint(out, pinned.fingerprint());
            }
            case AcceptedSender.VouchedFor vouched -> {
                out.octet(2);
                out.bytes(vouched.authority().bytes());
            }
        }
        out.optional(accepted.securityName(), WireOut::text);
    }

    private static AcceptedSender readAccepted(WireIn in) throws MalformedFrameException {
        int tag = in.octet();
        return switch (tag) {
            case 1 ->
                    new AcceptedSender.Pinned(
                            TargetCodec.readFingerprint(in), in.optional(WireIn::text));
            case 2 ->
                    new AcceptedSender.VouchedFor(
                            new OctetString(in.bytes()), in.optional(WireIn::text));
            default -> throw WireIn.unknown("accepted sender", tag);
        };
    }
}
