package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.job.SecretOctets;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.trace.PacketField;
import dev.bulkhead.engine.trace.PacketFields;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;

/** The packets of a trace. */
final class PacketCodec {
    private static final Transport[] TRANSPORTS = Transport.values();
    private static final PacketField.Kind[] KINDS = PacketField.Kind.values();
    private static final int DEEPEST = 100;

    private PacketCodec() {}

    static void write(WireOut out, Packet packet) {
        out.instant(packet.time());
        out.bool(packet.sent());
        out.constant(packet.transport());
        out.bytes(packet.peer());
        out.unsigned(packet.port());
        out.bytes(packet.octets());
        out.text(packet.summary());
        out.list(packet.varBinds(), ValueCodec::writeVarBind);
        out.bytes(packet.plain());
        out.text(packet.problem());
        out.unsigned(packet.skipped());
        out.list(packet.fields().list(), PacketCodec::writeField);
        out.optional(
                packet.fields().community(),
                (to, community) -> to.bytes(community.reveal().bytes()));
    }

    private static void writeField(WireOut out, PacketField field) {
        out.constant(field.kind());
        out.unsigned(field.depth());
        out.bool(field.opened());
        out.unsigned(field.from());
        out.unsigned(field.length());
        out.text(field.text());
    }

    static Packet read(WireIn in) throws MalformedFrameException {
        return new Packet(
                in.instant(),
                in.bool(),
                in.constant(TRANSPORTS),
                in.bytes(),
                in.count(Integer.MAX_VALUE),
                in.bytes(),
                in.text(),
                in.list(ValueCodec::readVarBind),
                in.bytes(),
                in.text(),
                in.unsigned(),
                new PacketFields(
                        in.list(PacketCodec::readField), in.optional(PacketCodec::readCommunity)));
    }

    private static PacketField readField(WireIn in) throws MalformedFrameException {
        return new PacketField(
                in.constant(KINDS),
                in.count(DEEPEST),
                in.bool(),
                in.count(Integer.MAX_VALUE),
                in.count(Integer.MAX_VALUE),
                in.text());
    }

    private static SecretOctets readCommunity(WireIn in) throws MalformedFrameException {
        return new SecretOctets(new OctetString(in.bytes()));
    }
}
