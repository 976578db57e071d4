package dev.bulkhead.mibs.display;

import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.Syntax;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter32;
import dev.bulkhead.mibs.smi.SmiValue.Gauge32;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import dev.bulkhead.mibs.smi.SmiValue.IpAddress;
import dev.bulkhead.mibs.smi.SmiValue.ObjectIdentifier;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import dev.bulkhead.mibs.smi.SmiValue.Opaque;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import java.util.Optional;

/** Reads the parts of one instance, from left to right. */
final class InstanceReader {
    private final Oid instance;
    private int at;

    InstanceReader(Oid instance) {
        this.instance = instance;
    }

    boolean isAtEnd() {
        return at == instance.size();
    }

    /** The next part; empty if what is left does not fit. */
    Optional<SmiValue> next(IndexPart part) {
        return switch (part.syntax().base()) {
            case INTEGER32 -> number().map(n -> new Integer32((int) (long) n));
            case UNSIGNED32, GAUGE32 -> number().map(Gauge32::new);
            case COUNTER32 -> number().map(Counter32::new);
            case TIME_TICKS -> number().map(TimeTicks::new);
            case IP_ADDRESS -> octets(4).map(IpAddress::new);
            // RFC 1212 §4.1.6: the first number is the kind of address, and 1, internet, is the
            // only one there ever was.
            case NETWORK_ADDRESS ->
                    number().filter(kind -> kind == 1)
                            .flatMap(kind -> octets(4))
                            .map(IpAddress::new);
            case OCTET_STRING, BITS -> string(part).map(OctetString::new);
            case OPAQUE -> string(part).map(Opaque::new);
            case OBJECT_IDENTIFIER -> oid(part).map(ObjectIdentifier::new);
            case COUNTER64, SEQUENCE, SEQUENCE_OF, CHOICE, UNKNOWN -> Optional.empty();
        };
    }

    private Optional<Long> number() {
        return isAtEnd() ? Optional.empty() : Optional.of(instance.get(at++));
    }

    private Optional<byte[]> string(IndexPart part) {
        return length(part).flatMap(this::octets);
    }

    private Optional<Oid> oid(IndexPart part) {
        Optional<Integer> length = part.implied() ? Optional.of(instance.size() - at) : written();
        return length.map(count -> {
            Oid oid = instance.suffix(at).prefix(count);
            at += count;
            return oid;
        });
    }

    private Optional<Integer> length(IndexPart part) {
        Syntax syntax = part.syntax();
        if (part.implied()) {
            return Optional.of(instance.size() - at);
        }
        if (syntax.isFixedLength()) {
            return Optional.of((int) syntax.ranges().getFirst().min());
        }
        return written();
    }

    /** A length that stands in the instance, if that much follows. */
    private Optional<Integer> written() {
        return number().filter(n -> n <= instance.size() - at).map(Long::intValue);
    }

    private Optional<byte[]> octets(int count) {
        if (count < 0 || count > instance.size() - at) {
            return Optional.empty();
        }
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            long octet = instance.get(at++);
            if (octet > 255) {
                return Optional.empty();
            }
            octets[i] = (byte) octet;
        }
        return Optional.of(octets);
    }
}
