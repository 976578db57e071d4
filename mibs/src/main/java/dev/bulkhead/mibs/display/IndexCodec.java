package dev.bulkhead.mibs.display;

import dev.bulkhead.mibs.model.IndexPart;
import dev.bulkhead.mibs.model.ObjectType;
import dev.bulkhead.mibs.smi.Oid;
import dev.bulkhead.mibs.smi.SmiValue;
import dev.bulkhead.mibs.smi.SmiValue.Counter32;
import dev.bulkhead.mibs.smi.SmiValue.Counter64;
import dev.bulkhead.mibs.smi.SmiValue.Gauge32;
import dev.bulkhead.mibs.smi.SmiValue.Integer32;
import dev.bulkhead.mibs.smi.SmiValue.IpAddress;
import dev.bulkhead.mibs.smi.SmiValue.Malformed;
import dev.bulkhead.mibs.smi.SmiValue.Marker;
import dev.bulkhead.mibs.smi.SmiValue.ObjectIdentifier;
import dev.bulkhead.mibs.smi.SmiValue.OctetString;
import dev.bulkhead.mibs.smi.SmiValue.Opaque;
import dev.bulkhead.mibs.smi.SmiValue.TimeTicks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row's INDEX to and from the instance part of an OID (RFC 2578 §7.7). Immutable. */
public final class IndexCodec {
    private final List<IndexPart> parts;

    private IndexCodec(List<IndexPart> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The codec of a row's INDEX (an augmenting row has that of the row it augments). */
    public static IndexCodec of(ObjectType row) {
        return new IndexCodec(row.index());
    }

    public List<IndexPart> parts() {
        return parts;
    }

    /** The typed key parts; empty if the instance does not fit the INDEX clause. */
    public Optional<List<SmiValue>> decode(Oid instance) {
        List<SmiValue> key = new ArrayList<>();
        InstanceReader reader = new InstanceReader(instance);
        for (IndexPart part : parts) {
            Optional<SmiValue> value = reader.next(part);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            key.add(value.get());
        }
        return reader.isAtEnd() && !parts.isEmpty() ? Optional.of(key) : Optional.empty();
    }

    /**
     * The instance of these key parts.
     *
     * @throws IllegalArgumentException if their number or types do not fit the INDEX clause
     */
    public Oid encode(List<SmiValue> key) {
        if (key.size() != parts.size()) {
            throw new IllegalArgumentException(
                    "the index has " + parts.size() + " parts, not " + key.size());
        }
        Oid instance = Oid.EMPTY;
        for (int i = 0; i < key.size(); i++) {
            instance = instance.append(encode(parts.get(i), key.get(i)));
        }
        return instance;
    }

    private static Oid encode(IndexPart part, SmiValue value) {
        if (!fits(part, value)) {
            throw new IllegalArgumentException(
                    part.object().name()
                            + " is "
                            + part.syntax().base().rfcName()
                            + ", not "
                            + value.typeName());
        }
        return switch (value) {
            case Integer32 number -> Oid.of(Integer.toUnsignedLong(number.value()));
            case Gauge32 number -> Oid.of(number.value());
            case Counter32 number -> Oid.of(number.value());
            case TimeTicks number -> Oid.of(number.value());
            case IpAddress address -> address(part, address.bytes());
            case OctetString string -> octets(part, string.bytes());
            case Opaque opaque -> octets(part, opaque.bytes());
            case ObjectIdentifier oid ->
                    part.implied() ? oid.oid() : Oid.of(oid.oid().size()).append(oid.oid());
            case Counter64 _, Malformed _, Marker _ ->
                    throw new IllegalArgumentException(
                            value.typeName() + " cannot be part of an index");
        };
    }

    /** Whether a value is of the part's type; all numbers are written alike. */
    private static boolean fits(IndexPart part, SmiValue value) {
        return switch (part.syntax().base()) {
            case INTEGER32, UNSIGNED32, GAUGE32, COUNTER32, TIME_TICKS ->
                    value instanceof Integer32
                            || value instanceof Gauge32
                            || value instanceof Counter32
                            || value instanceof TimeTicks;
            case IP_ADDRESS, NETWORK_ADDRESS ->
                    value instanceof IpAddress address && address.bytes().length == 4;
            case OCTET_STRING, BITS, OPAQUE ->
                    value instanceof OctetString || value instanceof Opaque;
            case OBJECT_IDENTIFIER -> value instanceof ObjectIdentifier;
            case COUNTER64, SEQUENCE, SEQUENCE_OF, CHOICE, UNKNOWN -> false;
        };
    }

    private static Oid address(IndexPart part, byte[] address) {
        return switch (part.syntax().base()) {
            case NETWORK_ADDRESS -> Oid.of(1).append(subIdentifiers(address)); // RFC 1212 §4.1.6
            default -> subIdentifiers(address);
        };
    }

    private static Oid octets(IndexPart part, byte[] octets) {
        Oid plain = subIdentifiers(octets);
        if (part.implied()) {
            return plain;
        }
        if (part.syntax().isFixedLength()) {
            long length = part.syntax().ranges().getFirst().min();
            if (octets.length != length) {
                throw new IllegalArgumentException(
                        part.object().name() + " has " + length + " octets, not " + octets.length);
            }
            return plain;
        }
        return Oid.of(octets.length).append(plain);
    }

    private static Oid subIdentifiers(byte[] octets) {
        int[] numbers = new int[octets.length];
        for (int i = 0; i < octets.length; i++) {
            numbers[i] = octets[i] & 0xFF;
        }
        return Oid.ofUnsigned(numbers);
    }
}
