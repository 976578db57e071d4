package dev.bulkhead.app.packets;

import dev.bulkhead.engine.job.Credential;
import dev.bulkhead.engine.job.JobSpec;
import dev.bulkhead.engine.job.Secret;
import dev.bulkhead.engine.job.SecretOctets;
import dev.bulkhead.engine.job.SnmpVersion;
import dev.bulkhead.engine.job.Target;
import dev.bulkhead.engine.job.Transport;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.trace.PacketField;
import dev.bulkhead.engine.trace.PacketField.Kind;
import dev.bulkhead.engine.trace.PacketFields;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Packets as a worker tells them. */
final class SomePackets {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final String COMMUNITY = "hush-hush";
    static final Oid NAME = Oid.parse("1.3.6.1.2.1.1.5.0");

    static final JobSpec SPEC =
            new JobSpec.Get(
                    new Target(
                            "192.0.2.1",
                            161,
                            new Credential.Community(SnmpVersion.V2C, new Secret(COMMUNITY)),
                            Duration.ofSeconds(1),
                            0),
                    new JobSpec.Get.Mode.Exact(),
                    List.of(NAME));

    private SomePackets() {}

    static Packet sent(int at) {
        return packet(at, true, "GET", "noError (0)", "");
    }

    static Packet received(int at, String name) {
        return packet(at, false, "RESPONSE", "noError (0)", name);
    }

    static Packet error(int at) {
        return packet(at, false, "RESPONSE", "noAccess (6)", "");
    }

    /** With a community of nine octets at its beginning, and a name as its only variable. */
    private static Packet packet(int at, boolean sent, String type, String error, String name) {
        byte[] octets = "..*********................".getBytes(StandardCharsets.US_ASCII);
        byte[] community = COMMUNITY.getBytes(StandardCharsets.US_ASCII);
        return new Packet(
                START.plusMillis(at),
                sent,
                Transport.UDP,
                new byte[] {(byte) 192, 0, 2, 1},
                161,
                octets,
                "v2c " + type + " request-id " + at,
                List.of(new VarBind(NAME, new OctetString(name.getBytes(StandardCharsets.UTF_8)))),
                new byte[0],
                "",
                0,
                new PacketFields(
                        List.of(
                                field(Kind.MESSAGE, 0, 0, 27, ""),
                                field(Kind.COMMUNITY, 1, 0, 11, ""),
                                field(Kind.PDU, 1, 11, 16, type),
                                field(Kind.REQUEST_ID, 2, 12, 3, "" + at),
                                field(Kind.ERROR_STATUS, 2, 15, 3, error),
                                field(Kind.VAR_BIND, 2, 18, 9, ""),
                                field(Kind.NAME, 3, 19, 4, ""),
                                field(Kind.VALUE, 3, 23, 4, "")),
                        Optional.of(new SecretOctets(new OctetString(community)))));
    }

    private static PacketField field(Kind kind, int depth, int from, int length, String text) {
        return new PacketField(kind, depth, false, from, length, text);
    }
}
