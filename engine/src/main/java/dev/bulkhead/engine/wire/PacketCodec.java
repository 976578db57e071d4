package dev.bulkhead.engine.wire;

import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.trace.Packet;

/** The packets of a trace. */
final class PacketCodec {
    private static final Transport[] TRANSPORTS = Transport.values();

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
                in.unsigned());
    }
}
