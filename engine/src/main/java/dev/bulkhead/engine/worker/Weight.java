package dev.bulkhead.engine.worker;

import dev.bulkhead.engine.discovery.Discovery;
import dev.bulkhead.engine.notification.Notification;
import dev.bulkhead.engine.notification.Notification.Sender;
import dev.bulkhead.engine.sample.Sample;
import dev.bulkhead.engine.sample.VarBind;
import dev.bulkhead.engine.trace.Packet;
import dev.bulkhead.engine.trace.PacketField;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import java.util.List;

/**
 * How much of what waits, or goes into one frame, something is. The usual counts one, for each
 * value where it has several; an agent may send 60,000 octets in one value, which then counts as
 * many: else a few hundred of these would be too much for a frame, or for the heap.
 */
final class Weight {
    /** Octets that a value may have before it counts as two. */
    private static final int OCTETS_OF_VALUE = 256;

    /** Octets that a message may have, likewise. */
    private static final int OCTETS_OF_MESSAGE = 2048;

    /** Octets that a field of a packet takes beside its text. */
    private static final int OCTETS_OF_FIELD = 12;

    /** Heap that a sub-identifier takes. */
    private static final int OCTETS_OF_SUB_IDENTIFIER = 4;

    /** What UTF-8 makes of an octet that is none of it. */
    private static final int OCTETS_OF_CHARACTER = 3;

    private Weight() {}

    static int of(Sample sample) {
        int octetsOfFailure = sample.failure().map(failure -> octets(failure.message())).orElse(0);
        return ofValues(sample.varBinds()) + octetsOfFailure / OCTETS_OF_VALUE;
    }

    static int of(Discovery discovery) {
        return discovery instanceof Discovery.Answered answered ? ofValues(answered.varBinds()) : 1;
    }

    private static int ofValues(List<VarBind> varBinds) {
        int weight = 1;
        for (VarBind varBind : varBinds) {
            weight += 1 + octets(varBind) / OCTETS_OF_VALUE;
        }
        return weight;
    }

    static int of(Notification notification) {
        int octets =
                octets(notification.varBinds())
                        + octets(notification.trapOid())
                        + octets(notification.sender());
        return 1 + octets / OCTETS_OF_MESSAGE;
    }

    private static int octets(Sender sender) {
        return switch (sender) {
            case Sender.Community community -> octets(community.community().reveal());
            case Sender.User user -> octets(user.securityName()) + octets(user.contextName());
        };
    }

    static int of(Packet packet) {
        int octets =
                octets(packet.varBinds())
                        + octets(packet.summary())
                        + packet.octets().length
                        + packet.plain().length
                        + octetsOfFields(packet.fields().list());
        return 1 + octets / OCTETS_OF_MESSAGE;
    }

    private static int octetsOfFields(List<PacketField> fields) {
        int octets = 0;
        for (PacketField field : fields) {
            octets += OCTETS_OF_FIELD + octets(field.text());
        }
        return octets;
    }

    private static int octets(String text) {
        return text.length() * OCTETS_OF_CHARACTER;
    }

    private static int octets(Oid oid) {
        return oid.size() * OCTETS_OF_SUB_IDENTIFIER;
    }

    private static int octets(List<VarBind> varBinds) {
        int octets = 0;
        for (VarBind varBind : varBinds) {
            octets += octets(varBind);
        }
        return octets;
    }

    private static int octets(VarBind varBind) {
        return octets(varBind.name())
                + switch (varBind.value()) {
                    case SmiValue.OctetString string -> string.length();
                    case SmiValue.ObjectIdentifier(Oid oid) -> octets(oid);
                    case SmiValue.Opaque opaque -> opaque.bytes().length;
                    case SmiValue.IpAddress address -> address.bytes().length;
                    case SmiValue.Malformed malformed -> malformed.bytes().length;
                    case SmiValue.Integer32 _,
                            SmiValue.Counter32 _,
                            SmiValue.Gauge32 _,
                            SmiValue.TimeTicks _,
                            SmiValue.Counter64 _,
                            SmiValue.Marker _ ->
                            0;
                };
    }
}
